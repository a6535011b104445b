import type { Annotation } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import { spansWithWords } from '../features.ts';
import type { WritingContext } from '../format.ts';
import { createLineFeedMap, hasOnlyCrlf } from '../line-ends.ts';
import { createUnitMap, type UnitMap } from '../offset-unit.ts';
import type { TaggedText } from '../tagged-text.ts';
import { xmlAttributes, xmlText } from '../xml/xml.ts';
import { labelWords } from './codebook.ts';
import { guidBeside, guidIn, guidOf } from './guid.ts';
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

export const variableGuids = { form: guidOf('variable', 'form'), lineEnds: guidOf('variable', 'line ends') };
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

  constructor(document: TaggedText, context: WritingContext, shared: SharedParts) {
    this.#document = document;
    this.#context = context;
    this.#shared = shared;
    const { text } = document;
    this.#map = hasOnlyCrlf(text) ? createLineFeedMap(text) : createUnitMap(text, 'code-points');
    this.#ids = new Set(document.tags.filter(({ state }) => state !== 'orphan').map(({ id }) => id));
  }

  written(): WrittenSource {
    const { name, text, form, annotator, tags } = this.#document;
    const guid = guidOf('source', name);
    const isCrlf = hasOnlyCrlf(text);
    const placed = tags.filter(({ state }) => state !== 'orphan');
    const ofDocument = placed.filter(({ scope }) => scope === 'document');
    const selections = placed.filter(({ scope }) => scope !== 'document').map((tag) => this.#selections(tag));
    const codings = ofDocument.map((tag) => this.#documentCoding(tag));
    const values = [
      form === undefined ? '' : variableValue(variableGuids.form, form),
      isCrlf ? variableValue(variableGuids.lineEnds, 'CRLF') : '',
    ];
    const attributes = xmlAttributes({
      guid,
      name,
      plainTextPath: `internal://${guid}.txt`,
      creatingUser: this.#user(annotator),
    });
    return {
      guid,
      text: isCrlf ? text.replaceAll('\r\n', '\n') : text,
      source: `<TextSource${attributes}>\n${[...selections, ...codings, ...values].join('')}</TextSource>\n`,
      notes: this.#notes.join(''),
      links: this.#links.join(''),
    };
  }

  #user(name: string): string | undefined {
    if (name === '') return undefined;
    this.#shared.people.add(name);
    return sharedGuid(this.#shared, ...userWords(name));
  }

  /** A selection for each fragment; the first has all that is said of the tag, and the next ones are linked to it. */
  #selections(tag: Annotation): string {
    const parts = new TagParts(this.#guid(tag.id));
    const { text } = this.#document;
    const facts = codedFacts(tag, this.#context.scheme);
    const values = facts.map((fact) => sharedGuid(this.#shared, ...factWords(fact)));
    facts.forEach((fact, index) => {
      this.#shared.facts.set(values[index]!, fact);
    });
    const label = this.#label(tag.label);
    const notes = this.#factNotes(tag, parts);
    this.#linkRelations(tag, parts);
    let before = '';
    return spansWithWords(tag)
      .map(({ start, end }, index) => {
        const guid = index === 0 ? parts.guid : parts.next();
        if (index > 0) {
          this.#links.push(
            `<Link${xmlAttributes({ guid: parts.next(), name: continuedBy, direction: 'OneWay', originGUID: before, targetGUID: guid })}/>\n`,
          );
        }
        before = guid;
        const attributes = xmlAttributes({
          guid,
          name: selectionName(text.slice(start, end)),
          startPosition: this.#map.fromUtf16(start),
          endPosition: this.#map.fromUtf16(end),
          creatingUser: this.#user(tag.creator),
          creationDateTime: dateTime(tag.created),
          modifiedDateTime: dateTime(tag.modified),
        });
        const said = index === 0 && tag.note !== '' ? `<Description>${xmlText(tag.note)}</Description>` : '';
        const codings = [
          this.#coding(tag, parts.next(), label),
          ...(index === 0 ? values.map((code) => bareCoding(parts.next(), code)) : []),
        ];
        return `<PlainTextSelection${attributes}>${said}${codings.join('')}${index === 0 ? notes : ''}</PlainTextSelection>\n`;
      })
      .join('');
  }

  #documentCoding(tag: Annotation): string {
    const parts = new TagParts(this.#guid(tag.id));
    const notes = this.#factNotes(tag, parts);
    this.#linkRelations(tag, parts);
    return `${this.#coding(tag, parts.guid, this.#label(tag.label), notes)}\n`;
  }

  #coding(tag: Annotation, guid: string, code: string, notes = ''): string {
    const attributes = xmlAttributes({
      guid,
      creatingUser: this.#user(tag.creator),
      creationDateTime: dateTime(tag.created),
    });
    return `<Coding${attributes}><CodeRef targetGUID="${code}"/>${notes}</Coding>`;
  }

  #label(id: string): string {
    if (!this.#context.scheme.labels.some((label) => label.id === id)) this.#shared.unknownLabels.add(id);
    return sharedGuid(this.#shared, ...labelWords(id));
  }

  #guid(id: string): string {
    return guidIn(id) ?? guidOf('tag', this.#document.name, id);
  }

  /** Writes what is no code as notes; references to them. */
  #factNotes(tag: Annotation, parts: TagParts): string {
    const refs = this.#notedFacts(tag).map((fact) => {
      const guid = parts.next();
      this.#notes.push(this.#note(fact, guid));
      return guid;
    });
    if (tag.chain !== undefined) refs.push(this.#chain(tag.chain));
    return refs.map((guid) => `<NoteRef targetGUID="${guid}"/>`).join('');
  }

  #notedFacts(tag: Annotation): readonly Fact[] {
    const isWhole = tag.scope === 'document';
    const isNoted = ({ name, value }: Fact) => isWhole || !isCoded(this.#context.scheme, name!, value);
    return [
      ...attributeFacts(tag).filter(isNoted),
      ...(guidIn(tag.id) === undefined ? [{ of: 'id', value: tag.id } as const] : []),
      ...(tag.created !== '' && !dateTime(tag.created)
        ? [{ of: 'created', value: tag.created } as const]
        : []),
      ...(tag.modified !== '' && (isWhole || !dateTime(tag.modified))
        ? [{ of: 'modified', value: tag.modified } as const]
        : []),
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
    const name = factName(fact, this.#context.scheme, this.#context.language);
    const said = xmlText(String(fact.value));
    return `<Note${xmlAttributes({ guid, name })}><Description>${xmlText(factMarks(fact, true))}</Description><PlainTextContent>${said}</PlainTextContent></Note>\n`;
  }

  #linkRelations(tag: Annotation, parts: TagParts): void {
    const { scheme, language } = this.#context;
    for (const { type, target } of tag.relations) {
      if (!this.#ids.has(target)) continue;
      this.#shared.relationTypes.add(type);
      const attributes = xmlAttributes({
        guid: parts.next(),
        name: relationName(type, scheme, language),
        direction: 'OneWay',
        originGUID: parts.guid,
        targetGUID: this.#guid(target),
      });
      this.#links.push(
        `<Link${attributes}><NoteRef targetGUID="${sharedGuid(this.#shared, ...relationWords(type))}"/></Link>\n`,
      );
    }
  }
}

/** A coding of which the selection says the rest. */
function bareCoding(guid: string, code: string): string {
  return `<Coding guid="${guid}"><CodeRef targetGUID="${code}"/></Coding>`;
}

/** The GUIDs of a tag: its own, and one after the other for what belongs to it. */
class TagParts {
  readonly guid: string;
  #step = 0;

  constructor(guid: string) {
    this.guid = guid;
  }

  next(): string {
    this.#step += 1;
    return guidBeside(this.guid, this.#step);
  }
}

function variableValue(guid: string, text: string): string {
  return `<VariableValue><VariableRef targetGUID="${guid}"/><TextValue>${xmlText(text)}</TextValue></VariableValue>\n`;
}

/** A time as XML Schema has it (xsd:dateTime); undefined where it is none. */
function dateTime(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text) ? text : undefined;
}
