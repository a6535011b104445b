import { deflateSync, inflateSync, Zip, ZipDeflate } from 'fflate';
import type { LabelScheme } from '../../labels.ts';
import type { FormatWriter, OutputPiece, WritingContext } from '../format.ts';
import type { TaggedText } from '../tagged-text.ts';
import { xmlAttributes } from '../xml/xml.ts';
import { codesXml, labelCodes } from './codebook.ts';
import { relationNote, type SharedParts, userGuid, variableGuids, writeSource } from './qdpx-source.ts';
import { factCodes } from './values.ts';

/** No clock here: the same documents give the same archive. */
const changed = new Date(2000, 0, 1);

/**
 * Texts go into the archive as they come. `project.qde` goes last, since it begins with the codebook, which is only
 * known then: what it says of each document waits packed until then.
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
    const entry = this.#entry('project.qde');
    const encoder = new TextEncoder();
    for (const text of this.#project()) {
      entry.push(typeof text === 'string' ? encoder.encode(text) : text);
      yield* this.#taken();
    }
    entry.push(new Uint8Array(0), true);
    this.#zip.end();
    yield* this.#taken();
  }

  #entry(name: string): ZipDeflate {
    const entry = new ZipDeflate(name, { level: 1 });
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
  *#project(): Iterable<string | Uint8Array> {
    const { scheme, language, corpus } = this.#context;
    const { people, unknownLabels, facts, relationTypes } = this.#shared;
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"${xmlAttributes({ name: corpus, origin: 'Jiaozhu' })}>\n`;
    yield* wrapped(
      'Users',
      Array.from(people, (name) => `<User${xmlAttributes({ guid: userGuid(name), name })}/>\n`),
    );
    const codes = [
      ...labelCodes(scheme, language, unknownLabels),
      ...factCodes(facts.values(), scheme, language),
    ];
    yield* wrapped('CodeBook', codes.length === 0 ? [] : [codesXml(codes)]);
    yield* wrapped('Variables', this.#sources.isEmpty ? [] : [variables[language]]);
    yield* wrapped('Sources', this.#sources);
    yield* wrapped('Notes', noteTexts(relationTypes, scheme, language, this.#notes));
    yield* wrapped('Links', this.#links);
    yield '</Project>\n';
  }
}

const variables = {
  zh: variable(variableGuids.form, '文本形式') + variable(variableGuids.lineEnds, '换行'),
  en: variable(variableGuids.form, 'Form of the text') + variable(variableGuids.lineEnds, 'Line ends'),
};

function variable(guid: string, name: string): string {
  return `<Variable${xmlAttributes({ guid, name, typeOfVariable: 'Text' })}/>\n`;
}

function* noteTexts(
  relationTypes: Iterable<string>,
  scheme: LabelScheme,
  language: 'en' | 'zh',
  notes: Iterable<Uint8Array>,
): Iterable<string | Uint8Array> {
  for (const type of relationTypes) yield relationNote(type, scheme, language);
  yield* notes;
}

function* wrapped(name: string, inner: Iterable<string | Uint8Array>): Iterable<string | Uint8Array> {
  let isEmpty = true;
  for (const piece of inner) {
    if (isEmpty) yield `<${name}>\n`;
    isEmpty = false;
    yield piece;
  }
  if (!isEmpty) yield `</${name}>\n`;
}

/** Text that waits, packed; UTF-8. */
class PackedText implements Iterable<Uint8Array> {
  readonly #packed: Uint8Array[] = [];

  get isEmpty(): boolean {
    return this.#packed.length === 0;
  }

  add(text: string): void {
    if (text !== '') this.#packed.push(deflateSync(new TextEncoder().encode(text), { level: 1 }));
  }

  *[Symbol.iterator](): Iterator<Uint8Array> {
    for (const packed of this.#packed) yield inflateSync(packed);
  }
}
