import type { Annotation } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import { spansWithWords } from '../features.ts';
import type { WritingContext } from '../format.ts';
import { createLineFeedMap, hasOnlyCrlf } from '../line-ends.ts';
import { createUnitMap, type UnitMap } from '../offset-unit.ts';
import type { TaggedText } from '../tagged-text.ts';
import { unknownOfWords, writeUnknownParts } from '../unknown-parts.ts';
import { xmlAttribute, xmlAttributes, xmlText } from '../xml/xml.ts';
import { labelWords } from './codebook.ts';
import { guidIn, guidOf, TagGuids } from './guid.ts';
import { writeMarks } from './marks.ts';
import { attributeFacts, codedFacts, type Fact, factMarks, factName, factWords, isCoded } from './values.ts';

/** What a document is in the project; pieces of XML, each for another place of it. */
export interface WrittenSource {
  readonly guid: string;
  /** With line feeds where all its lines end with CRLF, since tools differ in what they count there. */
  readonly text: string;
  readonly source: string;
  readonly notes: string;
  readonly links: string;
}

/** What all documents of a project refer to; each is written once. */
export interface SharedParts {
  /** Names of people. */
  readonly people: Set<string>;
  /** Labels that the scheme does not know. */
  readonly unknownLabels: Set<string>;
  /** By their GUID. */
  readonly facts: Map<string, Fact>;
  readonly relationTypes: Set<string>;
  /** GUIDs that are needed again and again, by the words that they are of. */
  readonly guids: Map<string, string>;
}

function sharedGuid({ guids }: SharedParts, ...words: readonly string[]): string {
  const key = words.join('\0');
  const known = guids.get(key);
  if (known !== undefined) return known;
  const guid = guidOf(...words);
  guids.set(key, guid);
  return guid;
}

export const variableGuids = {
  form: guidOf('variable', 'form'),
  lineEnds: guidOf('variable', 'line ends'),
  path: guidOf('variable', 'path'),
};
/** The link from a piece of a tag to the next, called so in ATLAS.ti too. */
export const continuedBy = 'continued by';

export function userGuid(name: string): string {
  return guidOf(...userWords(name));
}

const userWords = (name: string) => ['user', name] as const;
const relationWords = (type: string) => ['relation', type] as const;

/** A note that says what a kind of link means; every link of the kind refers to it. */
export function relationNote(type: string, scheme: LabelScheme, language: 'en' | 'zh'): string {
  const relation = scheme.relations.find(({ id }) => id === type);
  const name = relationName(type, scheme, language);
  const attributes = xmlAttributes({ guid: guidOf(...relationWords(type)), name });
  const said = xmlText(relation?.description[language] || name);
  return `<Note${attributes}><Description>${xmlText(writeMarks([['relation', type]]))}</Description><PlainTextContent>${said}</PlainTextContent></Note>\n`;
}

function relationName(type: string, scheme: LabelScheme, language: 'en' | 'zh'): string {
  return scheme.relations.find(({ id }) => id === type)?.name[language] || type;
}

/** The words of a selection as its name shows them, in one line and cut. */
export function selectionName(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const short = [...line.slice(0, 2 * longestName + 2)].slice(0, longestName).join('');
  return short === line ? line : `${short}…`;
}

const longestName = 60;

export function writeSource(
  document: TaggedText,
  context: WritingContext,
  shared: SharedParts,
): WrittenSource {
  return new SourceWriter(document, context, shared).written();
}

class SourceWriter {
  readonly #document: TaggedText;
  readonly #context: WritingContext;
  readonly #shared: SharedParts;
  readonly #map: UnitMap;
  readonly #ids: ReadonlySet<string>;
  readonly #notes: string[] = [];
  readonly #links: string[] = [];
  readonly #chains = new Set<string>();
  /** Those of tags, by their ids. */
  readonly #guids = new Map<string, string>();
  /** What is known of people, as attributes of what they made. */
  readonly #users = new Map<string, string>();
  /** What notes of one kind of fact say around the fact, and links of one type around what they link. */
  readonly #frames = new Map<string, string>();

  constructor(document: TaggedText, context: WritingContext, shared: SharedParts) {
    this.#document = document;
    this.#context = context;
    this.#shared = shared;
    const { text } = document;
    this.#map = hasOnlyCrlf(text) ? createLineFeedMap(text) : createUnitMap(text, 'code-points');
    this.#ids = new Set(document.tags.filter(({ state }) => state !== 'orphan').map(({ id }) => id));
  }

  written(): WrittenSource {
    const { name, path, text, form, annotator, tags } = this.#document;
    const guid = guidOf('source', name);
    const isCrlf = hasOnlyCrlf(text);
    const placed = tags.filter(({ state }) => state !== 'orphan');
    const ofDocument = placed.filter(({ scope }) => scope === 'document');
    const selections = placed.filter(({ scope }) => scope !== 'document').map((tag) => this.#selections(tag));
    const codings = ofDocument.map((tag) => this.#documentCoding(tag));
    const values = [
      form === undefined ? '' : variableValue(variableGuids.form, form),
      isCrlf ? variableValue(variableGuids.lineEnds, 'CRLF') : '',
      path === undefined ? '' : variableValue(variableGuids.path, path),
    ];
    const named = xmlAttributes({ guid, name, plainTextPath: `internal://${guid}.txt` });
    return {
      guid,
      text: isCrlf ? text.replaceAll('\r\n', '\n') : text,
      source: `<TextSource${named}${this.#user(annotator)}>\n${[...selections, ...codings, ...values].join('')}</TextSource>\n`,
      notes: this.#notes.join(''),
      links: this.#links.join(''),
    };
  }

  /** That somebody made it, as an attribute. */
  #user(name: string): string {
    if (name === '') return '';
    const known = this.#users.get(name);
    if (known !== undefined) return known;
    this.#shared.people.add(name);
    const attribute = ` creatingUser="${sharedGuid(this.#shared, ...userWords(name))}"`;
    this.#users.set(name, attribute);
    return attribute;
  }

  /** A selection for each fragment; the first has all that is said of the tag, and the next ones are linked to it. */
  #selections(tag: Annotation): string {
    const guids = new TagGuids(this.#guid(tag.id));
    const { text } = this.#document;
    const values = codedFacts(tag, this.#context.scheme).map((fact) => {
      const guid = sharedGuid(this.#shared, ...factWords(fact));
      this.#shared.facts.set(guid, fact);
      return guid;
    });
    const label = this.#label(tag.label);
    const notes = this.#factNotes(tag, guids);
    this.#linkRelations(tag, guids);
    const made = this.#user(tag.creator) + time('creationDateTime', tag.created);
    const changed = time('modifiedDateTime', tag.modified);
    let selections = '';
    let before: string | undefined;
    for (const { start, end } of spansWithWords(tag)) {
      const isFirst = before === undefined;
      const guid = isFirst ? guids.own : guids.next();
      if (!isFirst) {
        this.#links.push(
          `<Link guid="${guids.next()}" name="${continuedBy}" direction="OneWay" originGUID="${before}" targetGUID="${guid}"/>\n`,
        );
      }
      before = guid;
      const name = xmlAttribute(selectionName(text.slice(start, end)));
      const place = `startPosition="${this.#map.fromUtf16(start)}" endPosition="${this.#map.fromUtf16(end)}"`;
      selections += `<PlainTextSelection guid="${guid}" name="${name}" ${place}${made}${changed}>`;
      if (isFirst && tag.note !== '') selections += `<Description>${xmlText(tag.note)}</Description>`;
      selections += coding(guids.next(), label, made);
      if (isFirst) {
        for (const code of values) selections += coding(guids.next(), code);
        selections += notes;
      }
      selections += '</PlainTextSelection>\n';
    }
    return selections;
  }

  #documentCoding(tag: Annotation): string {
    const guids = new TagGuids(this.#guid(tag.id));
    const notes = this.#factNotes(tag, guids);
    this.#linkRelations(tag, guids);
    const made = this.#user(tag.creator) + time('creationDateTime', tag.created);
    return `${coding(guids.own, this.#label(tag.label), made, notes)}\n`;
  }

  #label(id: string): string {
    if (!this.#context.scheme.labels.some((label) => label.id === id)) this.#shared.unknownLabels.add(id);
    return sharedGuid(this.#shared, ...labelWords(id));
  }

  #guid(id: string): string {
    const known = this.#guids.get(id);
    if (known !== undefined) return known;
    const guid = guidIn(id) ?? guidOf('tag', this.#document.name, id);
    this.#guids.set(id, guid);
    return guid;
  }

  /** Writes what is no code as notes; references to them. */
  #factNotes(tag: Annotation, guids: TagGuids): string {
    const refs = this.#notedFacts(tag).map((fact) => {
      const guid = guids.next();
      this.#notes.push(this.#note(fact, guid));
      return guid;
    });
    if (tag.chain !== undefined) refs.push(this.#chain(tag.chain));
    return refs.map((guid) => `<NoteRef targetGUID="${guid}"/>`).join('');
  }

  #notedFacts(tag: Annotation): readonly Fact[] {
    const isWhole = tag.scope === 'document';
    const { unknown } = writeUnknownParts(unknownOfWords(tag));
    const isNoted = ({ name, value }: Fact) => isWhole || !isCoded(this.#context.scheme, name!, value);
    return [
      ...attributeFacts(tag).filter(isNoted),
      ...(guidIn(tag.id) === undefined ? [{ of: 'id', value: tag.id } as const] : []),
      ...(tag.created !== '' && !isDateTime(tag.created)
        ? [{ of: 'created', value: tag.created } as const]
        : []),
      ...(tag.modified !== '' && (isWhole || !isDateTime(tag.modified))
        ? [{ of: 'modified', value: tag.modified } as const]
        : []),
      ...(unknown ? [{ of: 'unknown', value: JSON.stringify(unknown) } as const] : []),
      ...(isWhole && tag.note !== '' ? [{ of: 'note', value: tag.note } as const] : []),
      ...(isWhole && tag.review !== 'accepted' ? [{ of: 'review', value: tag.review } as const] : []),
    ];
  }

  /** The note that all tags of a chain share. */
  #chain(chain: string): string {
    const guid = guidOf('chain', this.#document.name, chain);
    if (!this.#chains.has(chain)) {
      this.#chains.add(chain);
      this.#notes.push(this.#note({ of: 'chain', value: chain }, guid));
    }
    return guid;
  }

  #note(fact: Fact, guid: string): string {
    const { of, name = '', value } = fact;
    const frame = this.#frame(`${typeof value} ${of} ${name}`, () => {
      const called = xmlAttribute(factName(fact, this.#context.scheme, this.#context.language));
      return ` name="${called}"><Description>${xmlText(factMarks(fact, true))}</Description>`;
    });
    return `<Note guid="${guid}"${frame}<PlainTextContent>${xmlText(String(value))}</PlainTextContent></Note>\n`;
  }

  #linkRelations(tag: Annotation, guids: TagGuids): void {
    const { scheme, language } = this.#context;
    for (const { type, target } of tag.relations) {
      if (!this.#ids.has(target)) continue;
      this.#shared.relationTypes.add(type);
      const name = this.#frame(`link ${type}`, () => xmlAttribute(relationName(type, scheme, language)));
      const ends = `originGUID="${guids.own}" targetGUID="${this.#guid(target)}"`;
      const kind = sharedGuid(this.#shared, ...relationWords(type));
      this.#links.push(
        `<Link guid="${guids.next()}" name="${name}" direction="OneWay" ${ends}><NoteRef targetGUID="${kind}"/></Link>\n`,
      );
    }
  }

  #frame(kind: string, make: () => string): string {
    const known = this.#frames.get(kind);
    if (known !== undefined) return known;
    const frame = make();
    this.#frames.set(kind, frame);
    return frame;
  }
}

/** @param made who made it and when, as attributes; none where the selection says so */
function coding(guid: string, code: string, made = '', notes = ''): string {
  return `<Coding guid="${guid}"${made}><CodeRef targetGUID="${code}"/>${notes}</Coding>`;
}

function variableValue(guid: string, text: string): string {
  return `<VariableValue><VariableRef targetGUID="${guid}"/><TextValue>${xmlText(text)}</TextValue></VariableValue>\n`;
}

/** A time as an attribute; empty where it is none as XML Schema has it (xsd:dateTime). */
function time(name: string, text: string): string {
  return isDateTime(text) ? ` ${name}="${text}"` : '';
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text);
}
