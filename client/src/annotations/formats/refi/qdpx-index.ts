import type { LabelScheme } from '../../labels.ts';
import { FormatProblemError } from '../format-problem.ts';
import { createLineFeedMap } from '../line-ends.ts';
import { createUnitMap, type UnitMap } from '../offset-unit.ts';
import { childrenOf, elementsAt, textOf, type XmlElement } from '../xml/tree.ts';
import { type ReadCode, readCodes, schemeOfCodes } from './codebook.ts';
import { normalGuid } from './guid.ts';
import { readMarks } from './marks.ts';
import type { QdpxArchive } from './qdpx-archive.ts';
import { type Fact, readFact } from './values.ts';

/** A note that something refers to. */
export interface ReadNote {
  readonly name: string;
  readonly text: string;
  readonly fact?: Fact;
  /** Of one that says what a kind of link means: the id of the relation. */
  readonly relation?: string;
}

export interface ReadLink {
  readonly name: string;
  readonly target: string;
  readonly notes: readonly string[];
}

/** What a project says outside its sources, and how it counts. All GUIDs are normal ones. */
export interface QdpxIndex {
  /** Whether it was written here: then the names of selections are the words at their places. */
  readonly isOurs: boolean;
  readonly people: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, ReadCode>;
  readonly scheme: LabelScheme;
  readonly notes: ReadonlyMap<string, ReadNote>;
  /** By the GUID of what they lead from. */
  readonly links: ReadonlyMap<string, readonly ReadLink[]>;
  /** By the GUID of the selection: notes that lead to it by a link, as in NVivo. */
  readonly linkedNotes: ReadonlyMap<string, readonly string[]>;
  readonly counting: Counting;
}

/**
 * How positions are counted. The standard: “Selections in a text file are defined by the first and the last character
 * (Unicode codepoint) in the file. The first codepoint in the file has the number 0” (REFI-QDA 1.5, 10.2). Tools have
 * the end after the last character: QualCoder, and ATLAS.ti and MAXQDA as others read them; so it is written here.
 */
export interface Counting {
  readonly unit: 'code-points' | 'utf-16';
  readonly isEndIncluded: boolean;
  /** As in ATLAS.ti, whose texts have CRLF and which counts it as one. */
  readonly isCrlfOne: boolean;
}

export function readIndex(archive: QdpxArchive): QdpxIndex {
  return new IndexReader(archive).read();
}

class IndexReader {
  readonly #archive: QdpxArchive;
  readonly #people = new Map<string, string>();
  #codes: readonly ReadCode[] = [];
  readonly #notes = new Map<string, ReadNote>();
  readonly #links = new Map<string, ReadLink[]>();
  readonly #linkedNotes = new Map<string, string[]>();
  #origin = '';

  constructor(archive: QdpxArchive) {
    this.#archive = archive;
  }

  read(): QdpxIndex {
    const evidence = new Evidence();
    for (const { element, within } of elementsAt(this.#watched(), 2)) {
      const key = `${within[1]}/${element.local}`;
      const guid = normalGuid(element.attributes.get('guid') ?? '');
      if (key === 'Users/User') this.#people.set(guid, personName(element));
      else if (key === 'CodeBook/Codes') this.#codes = readCodes(element);
      else if (key === 'Notes/Note') this.#notes.set(guid, this.#note(element));
      else if (key === 'Links/Link') this.#link(element);
      else if (key === 'Sources/TextSource' && this.#origin !== ours) {
        evidence.add(element, () => readText(this.#archive, element));
      }
    }
    // Links from notes are known as such only now.
    for (const [guid, links] of this.#links) {
      if (!this.#notes.has(guid)) continue;
      for (const { target } of links) addTo(this.#linkedNotes, target, guid);
    }
    return {
      isOurs: this.#origin === ours,
      people: this.#people,
      codes: new Map(this.#codes.map((code) => [code.guid, code])),
      scheme: schemeOfCodes(this.#codes),
      notes: this.#notes,
      links: this.#links,
      linkedNotes: this.#linkedNotes,
      counting: { ...evidence.verdict(), isCrlfOne: /ATLAS/i.test(this.#origin) },
    };
  }

  *#watched() {
    let isFirst = true;
    for (const event of this.#archive.events()) {
      if (isFirst && event.kind === 'start') {
        isFirst = false;
        if (event.local !== 'Project') {
          throw new FormatProblemError({
            code: 'not-of-format',
            values: ['REFI-QDA', `<${event.local}>`],
            line: event.line,
          });
        }
        this.#origin = event.attributes.get('origin') ?? '';
      }
      yield event;
    }
  }

  #note(element: XmlElement): ReadNote {
    const description = textOf(element, 'Description') ?? '';
    const text = readText(this.#archive, element) ?? '';
    const fact = readFact(description, text);
    const relation = readMarks(description, 'relation').marks.get('relation');
    return {
      name: element.attributes.get('name') ?? '',
      text: text === '' && !fact && relation === undefined ? description : text,
      ...(fact && { fact }),
      ...(relation !== undefined && { relation }),
    };
  }

  #link(element: XmlElement): void {
    const origin = normalGuid(element.attributes.get('originGUID') ?? '');
    addTo(this.#links, origin, {
      name: element.attributes.get('name') ?? '',
      target: normalGuid(element.attributes.get('targetGUID') ?? ''),
      notes: referredTo(element, 'NoteRef'),
    });
  }
}

const ours = 'Jiaozhu';

function personName({ attributes }: XmlElement): string {
  return attributes.get('name') || attributes.get('id') || '';
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The GUIDs that the references of this name in an element lead to. */
export function referredTo(element: XmlElement, local: string): readonly string[] {
  return childrenOf(element, local).map(({ attributes }) => normalGuid(attributes.get('targetGUID') ?? ''));
}

/** The text of a source or note, wherever it is; undefined where it cannot be had. */
export function readText(archive: QdpxArchive, element: XmlElement): string | undefined {
  const inline = textOf(element, 'PlainTextContent');
  const path = element.attributes.get('plainTextPath');
  if (path === undefined) return inline;
  try {
    return archive.text(path) ?? inline;
  } catch (error) {
    if (error instanceof FormatProblemError && error.problem.code === 'not-utf-8') return inline;
    throw error;
  }
}

/** The way between positions in a text and what the project says. */
export function unitMapOf(text: string, { unit, isCrlfOne }: Counting): UnitMap {
  return isCrlfOne && text.includes('\r\n') ? createLineFeedMap(text) : createUnitMap(text, unit);
}

/** Of a selection that is called as its words are, more than so many are not needed to know how a tool counts. */
const enough = 500;

/**
 * How another tool counts, by its own words: many call a selection as its words are. Which way of counting gives these
 * words most often is the tool's; of two that do as often, the first.
 */
class Evidence {
  readonly #ways: readonly Omit<Counting, 'isCrlfOne'>[] = [
    { unit: 'code-points', isEndIncluded: false },
    { unit: 'code-points', isEndIncluded: true },
    { unit: 'utf-16', isEndIncluded: false },
    { unit: 'utf-16', isEndIncluded: true },
  ];
  readonly #hits = [0, 0, 0, 0];
  #count = 0;

  add(source: XmlElement, textOfSource: () => string | undefined): void {
    if (this.#count > enough) return;
    const named = childrenOf(source, 'PlainTextSelection').filter(({ attributes }) => attributes.get('name'));
    const text = named.length > 0 ? textOfSource() : undefined;
    if (text === undefined) return;
    const maps = {
      'code-points': createUnitMap(text, 'code-points'),
      'utf-16': createUnitMap(text, 'utf-16'),
    };
    for (const { attributes } of named.slice(0, enough)) {
      this.#count += 1;
      this.#ways.forEach(({ unit, isEndIncluded }, index) => {
        const start = maps[unit].toUtf16(position(attributes.get('startPosition')));
        const end = maps[unit].toUtf16(position(attributes.get('endPosition')) + (isEndIncluded ? 1 : 0));
        const isHit =
          start !== undefined && end !== undefined && text.slice(start, end) === attributes.get('name');
        if (isHit) this.#hits[index]! += 1;
      });
    }
  }

  verdict(): Omit<Counting, 'isCrlfOne'> {
    return this.#ways[this.#hits.indexOf(Math.max(...this.#hits))]!;
  }
}

/** A position as written; -1, which is in no text, where it is none. */
export function position(written: string | undefined): number {
  return written !== undefined && /^\s*\+?\d{1,12}\s*$/.test(written) ? Number(written) : -1;
}
