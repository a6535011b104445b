import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import type { FormatWriter, OutputPiece, WritingContext } from '../format.ts';
import type { TaggedText } from '../tagged-text.ts';
import { xmlAttributes } from '../xml/xml.ts';
import { codesXml, labelCodes } from './codebook.ts';
import { joinedCrc32 } from './crc32.ts';
import { endOfPacked, type Packed, PackedText, packed, packing } from './packed-text.ts';
import { relationNote, type SharedParts, userGuid, variableGuids, writeSource } from './qdpx-source.ts';
import { factCodes } from './values.ts';

/** No clock here: the same documents give the same archive. */
const changed = new Date(2000, 0, 1);
/** APPNOTE.TXT 6.3.10, 4.4.5. */
const deflated = 8;

/**
 * Texts go into the archive as they come. `project.qde` goes last, since it begins with the codebook, which is only
 * known then: what it says of each document waits until then, packed as it will be in the archive.
 */
export class QdpxWriter implements FormatWriter {
  readonly #context: WritingContext;
  readonly #zip: Zip;
  readonly #file: string;
  #ready: Uint8Array[] = [];
  readonly #shared: SharedParts = {
    people: new Set(),
    unknownLabels: new Set(),
    facts: new Map(),
    relationTypes: new Set(),
    guids: new Map(),
  };
  readonly #sources = new PackedText();
  readonly #notes = new PackedText();
  readonly #links = new PackedText();

  constructor(context: WritingContext) {
    this.#context = context;
    this.#file = `${context.corpus}.qdpx`;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#ready.push(piece);
    });
  }

  *document(document: TaggedText): Iterable<OutputPiece> {
    const { guid, text, source, notes, links } = writeSource(document, this.#context, this.#shared);
    this.#sources.add(source);
    this.#notes.add(notes);
    this.#links.add(links);
    const entry = this.#entry(`sources/${guid}.txt`);
    entry.push(new TextEncoder().encode(text), true);
    yield* this.#taken();
  }

  *end(): Iterable<OutputPiece> {
    const file: ZipInputFile = {
      filename: 'project.qde',
      size: 0,
      crc: 0,
      compression: deflated,
      mtime: changed,
    };
    this.#zip.add(file);
    for (const { pieces, length, crc } of this.#project()) {
      file.crc = joinedCrc32(file.crc, crc, length);
      file.size += length;
      for (const piece of pieces) file.ondata!(null, piece, false);
      yield* this.#taken();
    }
    file.ondata!(null, endOfPacked, true);
    this.#zip.end();
    yield* this.#taken();
  }

  #entry(name: string): ZipDeflate {
    const entry = new ZipDeflate(name, packing);
    entry.mtime = changed;
    this.#zip.add(entry);
    return entry;
  }

  *#taken(): Iterable<OutputPiece> {
    const ready = this.#ready;
    this.#ready = [];
    for (const content of ready) yield { file: this.#file, content };
  }

  /** In the order that Project.xsd demands (ProjectType); nothing may be empty. */
  *#project(): Iterable<Packed> {
    const { scheme, language } = this.#context;
    const { relationTypes } = this.#shared;
    if (this.#sources.isEmpty) {
      yield packed(`${this.#head()}</Project>\n`);
      return;
    }
    yield packed(`${this.#head()}<Variables>\n${variables[language]}</Variables>\n<Sources>\n`);
    yield this.#sources.end();
    const kinds = Array.from(relationTypes, (type) => relationNote(type, scheme, language)).join('');
    const hasNotes = kinds !== '' || !this.#notes.isEmpty;
    yield packed(`</Sources>\n${hasNotes ? `<Notes>\n${kinds}` : ''}`);
    yield this.#notes.end();
    const hasLinks = !this.#links.isEmpty;
    yield packed(`${hasNotes ? '</Notes>\n' : ''}${hasLinks ? '<Links>\n' : ''}`);
    yield this.#links.end();
    yield packed(`${hasLinks ? '</Links>\n' : ''}</Project>\n`);
  }

  /** What comes before the documents and is only known behind them. */
  #head(): string {
    const { scheme, language, corpus } = this.#context;
    const { people, unknownLabels, facts } = this.#shared;
    const users = Array.from(people, (name) => `<User${xmlAttributes({ guid: userGuid(name), name })}/>\n`);
    const codes = [
      ...labelCodes(scheme, language, unknownLabels),
      ...factCodes(facts.values(), scheme, language),
    ];
    const about = xmlAttributes({ name: corpus, origin: 'Jiaozhu' });
    return [
      `<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"${about}>\n`,
      users.length === 0 ? '' : `<Users>\n${users.join('')}</Users>\n`,
      codes.length === 0 ? '' : `<CodeBook>\n${codesXml(codes)}</CodeBook>\n`,
    ].join('');
  }
}

const variables = {
  zh:
    variable(variableGuids.form, '文本形式') +
    variable(variableGuids.lineEnds, '换行') +
    variable(variableGuids.path, '路径'),
  en:
    variable(variableGuids.form, 'Form of the text') +
    variable(variableGuids.lineEnds, 'Line ends') +
    variable(variableGuids.path, 'Path'),
};

function variable(guid: string, name: string): string {
  return `<Variable${xmlAttributes({ guid, name, typeOfVariable: 'Text' })}/>\n`;
}
