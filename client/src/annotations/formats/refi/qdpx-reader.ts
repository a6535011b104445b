import { type Annotation, type Attributes, comparePlace, type Relation } from '../../annotation.ts';
import { stripBlanks } from '../../bare-text.ts';
import type { LabelScheme } from '../../labels.ts';
import { derivedId } from '../derived-id.ts';
import type { ReadDocument } from '../format.ts';
import type { FormatProblem } from '../format-problem.ts';
import { labelIdOf } from '../label-naming.ts';
import { hasOnlyCrlf } from '../line-ends.ts';
import type { UnitMap } from '../offset-unit.ts';
import { readTag, type WrittenSpan, type WrittenTag } from '../read-tag.ts';
import { parseUnknownParts, withUnknownParts } from '../unknown-parts.ts';
import { childrenOf, textOf, type XmlElement } from '../xml/tree.ts';
import { allowedInXml } from '../xml/xml.ts';
import { idOf, normalGuid } from './guid.ts';
import { readMarks } from './marks.ts';
import type { QdpxArchive } from './qdpx-archive.ts';
import { position, type QdpxIndex, readText, referredTo, unitMapOf } from './qdpx-index.ts';
import { continuedBy, selectionName, variableGuids } from './qdpx-source.ts';
import { type Fact, readFact } from './values.ts';

/** A tag of a document before its fragments are put together. */
interface Draft {
  /** Of the selection, or of the coding where that is of the whole document. */
  readonly guid: string;
  readonly codeGuid: string;
  readonly written: WrittenTag;
  readonly spans: WrittenSpan[];
  readonly line: number;
}

/** All notes on the tags of a document are no longer than this, in UTF-16 code units. */
const mostNotes = 2 ** 26;

/** Reads one source with all that is coded in it. */
export class SourceReader {
  readonly #index: QdpxIndex;
  readonly #scheme: LabelScheme;
  readonly #file: string;
  readonly #text: string;
  readonly #map: UnitMap;
  readonly #element: XmlElement;
  readonly #problems: FormatProblem[] = [];
  readonly #isMissing: boolean;
  #notesLength = 0;
  readonly #form: 'raw' | 'clean' | undefined;
  readonly #path: string | undefined;

  /** @param scheme by which labels of other tools are known */
  constructor(
    archive: QdpxArchive,
    index: QdpxIndex,
    element: XmlElement,
    scheme: LabelScheme,
    file: string,
  ) {
    this.#index = index;
    this.#scheme = scheme;
    this.#file = file;
    this.#element = element;
    const read = readText(archive, element);
    this.#isMissing = read === undefined;
    const values = variableValues(element);
    this.#path = index.isOurs ? values.get(variableGuids.path) : undefined;
    const form = values.get(variableGuids.form);
    this.#form = form === 'raw' || form === 'clean' ? form : undefined;
    const text = read ?? '';
    const isCrlf = index.isOurs && values.get(variableGuids.lineEnds) === 'CRLF' && !text.includes('\r');
    this.#text = isCrlf ? text.replaceAll('\n', '\r\n') : text;
    const isCrlfOne = index.counting.isCrlfOne || (isCrlf && hasOnlyCrlf(this.#text));
    this.#map = unitMapOf(this.#text, { ...index.counting, isCrlfOne });
  }

  read(): ReadDocument {
    const { attributes, line } = this.#element;
    const name = attributes.get('name') || attributes.get('guid') || '';
    if (this.#isMissing) this.#report('no-text', line, attributes.get('plainTextPath') ?? name);
    const drafts = [
      ...childrenOf(this.#element, 'PlainTextSelection').flatMap((each) => this.#selection(each)),
      ...childrenOf(this.#element, 'Coding').flatMap((each) => this.#documentCoding(each)),
    ];
    const tags = this.#linked(this.#joined(drafts)).sort(comparePlace);
    const annotator = this.#index.isOurs ? this.#person(this.#element) : '';
    return {
      document: {
        name,
        ...(this.#path && { path: this.#path }),
        text: this.#text,
        ...(this.#form && { form: this.#form }),
        tags,
        annotator,
      },
      problems: this.#problems,
      scheme: this.#index.scheme,
    };
  }

  #report(code: FormatProblem['code'], line: number, ...values: string[]): void {
    this.#problems.push({ code, values, line, file: this.#file });
  }

  #person({ attributes }: XmlElement): string {
    return this.#index.people.get(normalGuid(attributes.get('creatingUser') ?? '')) ?? '';
  }

  #selection(element: XmlElement): Draft[] {
    const { attributes, line } = element;
    const guid = normalGuid(attributes.get('guid') ?? '');
    const codings = childrenOf(element, 'Coding').map((coding) => ({
      coding,
      code: referredTo(coding, 'CodeRef')[0] ?? '',
    }));
    const facts = codings.flatMap(({ code }) => this.#codeFact(code) ?? []);
    const labelled = codings.filter(({ code }) => !this.#codeFact(code));
    const noteGuids = [...referredTo(element, 'NoteRef'), ...(this.#index.linkedNotes.get(guid) ?? [])];
    const said = textOf(element, 'Description') ?? '';
    if (labelled.length === 0) {
      this.#report('no-label', line);
      return [];
    }
    return labelled.map(({ coding, code }) => {
      // Where there is one code, links lead to the selection, and so to the tag.
      const own =
        labelled.length === 1 && guid !== '' ? guid : normalGuid(coding.attributes.get('guid') ?? '');
      const created = coding.attributes.get('creationDateTime') ?? attributes.get('creationDateTime') ?? '';
      const base = {
        created,
        modified: attributes.get('modifiedDateTime') ?? '',
        creator: this.#person(coding) || this.#person(element),
      };
      const notes = [...noteGuids, ...referredTo(coding, 'NoteRef')];
      return {
        guid,
        codeGuid: code,
        written: this.#written(own, code, { ...base, note: said }, facts, notes),
        spans: [this.#span(element)],
        line,
      };
    });
  }

  #documentCoding(coding: XmlElement): Draft[] {
    const code = referredTo(coding, 'CodeRef')[0] ?? '';
    const fact = this.#codeFact(code);
    if (fact) return [];
    const guid = normalGuid(coding.attributes.get('guid') ?? '');
    const base = {
      created: coding.attributes.get('creationDateTime') ?? '',
      modified: '',
      creator: this.#person(coding),
      scope: 'document' as const,
      note: '',
    };
    const written = this.#written(guid, code, base, [], referredTo(coding, 'NoteRef'));
    return [{ guid, codeGuid: code, written, spans: [], line: coding.line }];
  }

  #codeFact(guid: string): Fact | undefined {
    const code = this.#index.codes.get(guid);
    return code && readFact(code.description);
  }

  #written(
    guid: string,
    code: string,
    base: Pick<Annotation, 'created' | 'modified' | 'creator' | 'note'> & Pick<WrittenTag, 'scope'>,
    coded: readonly Fact[],
    noteGuids: readonly string[],
  ): WrittenTag {
    const facts = [...coded];
    const remarks = base.note === '' ? [] : [base.note];
    for (const each of new Set(noteGuids)) {
      const note = this.#index.notes.get(each);
      if (note?.fact) facts.push(note.fact);
      else if (note && note.text !== '' && this.#hasRoom(note.text.length)) remarks.push(note.text);
    }
    const value = (of: Fact['of']) => {
      const found = facts.find((fact) => fact.of === of)?.value;
      return found === undefined ? undefined : String(found);
    };
    const review = value('review');
    const chain = value('chain');
    const id = value('id') ?? (guid === '' ? derivedId([this.#file, base.created, code]) : idOf(guid));
    return {
      id,
      label: this.#label(code),
      attributes: attributesOf(facts),
      ...(chain !== undefined && { chain }),
      note: [...remarks, ...one(value('note'))].join('\n'),
      creator: base.creator,
      created: value('created') ?? base.created,
      modified: value('modified') ?? base.modified,
      ...(review === 'suggested' || review === 'rejected' ? { review } : {}),
      ...(base.scope
        ? { scope: base.scope }
        : value('scope') === 'section'
          ? { scope: 'section' as const }
          : {}),
      ...parseUnknownParts(value('unknown') ?? ''),
    };
  }

  /** A few long notes on many tags would be far more than the file is. */
  #hasRoom(length: number): boolean {
    const hadRoom = this.#notesLength <= mostNotes;
    this.#notesLength += length;
    const hasRoom = this.#notesLength <= mostNotes;
    if (hadRoom && !hasRoom)
      this.#report('not-read', this.#element.line, `NoteRef > ${mostNotes / 2 ** 20} MB`);
    return hasRoom;
  }

  #label(guid: string): string {
    const code = this.#index.codes.get(guid);
    if (!code) return guid === '' ? 'code' : guid;
    return readMarks(code.description, 'id').marks.get('id') || labelIdOf(this.#scheme, code.name);
  }

  #span({ attributes }: XmlElement): WrittenSpan {
    const start = position(attributes.get('startPosition'));
    const written = position(attributes.get('endPosition'));
    const end = this.#index.counting.isEndIncluded && written >= 0 ? written + 1 : written;
    const from = this.#map.toUtf16(start);
    const to = this.#map.toUtf16(end);
    const name = attributes.get('name') ?? '';
    const isOutside = from === undefined || to === undefined || from > to;
    if (isOutside || start === end) return { start, end, ...(name !== '' && { quoted: name }) };
    // Only here is a selection surely called as its words are.
    const words = this.#text.slice(from, to);
    const isOther = this.#index.isOurs && allowedInXml(selectionName(words)) !== name;
    return { start, end, ...(isOther && stripBlanks(words) !== stripBlanks(name) && { quoted: name }) };
  }

  /** Pieces that are continued by others of the same code are one tag with them. */
  #joined(drafts: readonly Draft[]): readonly Draft[] {
    const bySelection = new Map<string, Draft>();
    for (const draft of drafts) if (draft.guid !== '') bySelection.set(draft.guid, draft);
    const next = new Map<Draft, Draft>();
    const isContinuation = new Set<Draft>();
    for (const draft of drafts) {
      for (const link of this.#index.links.get(draft.guid) ?? []) {
        const target = bySelection.get(link.target);
        const isNext = link.name.toLowerCase() === continuedBy && this.#relationOf(link.notes) === undefined;
        if (!isNext || !target || target === draft || isContinuation.has(target) || next.has(draft)) continue;
        if (target.codeGuid !== draft.codeGuid || target.spans.length === 0) continue;
        next.set(draft, target);
        isContinuation.add(target);
      }
    }
    const first = drafts.filter((draft) => !isContinuation.has(draft));
    const taken = new Set<Draft>();
    const whole = first.map((draft) => {
      const spans = [...draft.spans];
      for (let each = next.get(draft); each && !taken.has(each); each = next.get(each)) {
        taken.add(each);
        spans.push(...each.spans);
      }
      return { ...draft, spans };
    });
    // A circle of continuations has no first piece: its pieces stay what they are.
    return [...whole, ...drafts.filter((draft) => isContinuation.has(draft) && !taken.has(draft))];
  }

  #relationOf(notes: readonly string[]): string | undefined {
    for (const guid of notes) {
      const relation = this.#index.notes.get(guid)?.relation;
      if (relation !== undefined) return relation;
    }
    return undefined;
  }

  /** The tags on the text, with their links to each other. */
  #linked(drafts: readonly Draft[]): Annotation[] {
    const ids = new Map<string, string>();
    const taken = new Set<string>();
    const named = drafts.map((draft) => {
      let { id } = draft.written;
      if (taken.has(id)) {
        this.#report('id-twice', draft.line, id);
        id = derivedId([this.#file, id, draft.line, taken.size]);
      }
      taken.add(id);
      if (!ids.has(draft.guid)) ids.set(draft.guid, id);
      return { ...draft, id };
    });
    return named.map(({ id, guid, written, spans, line }) => {
      const relations = ids.get(guid) === id ? this.#relations(guid, ids, line) : [];
      const { tag, problems } = readTag(this.#text, this.#map, { ...written, id, relations }, spans, line);
      // Of a text that is missing, one word for all is enough.
      if (!this.#isMissing)
        for (const problem of problems) this.#problems.push({ ...problem, file: this.#file });
      return withUnknownParts(tag, written.unknown);
    });
  }

  #relations(guid: string, ids: ReadonlyMap<string, string>, line: number): readonly Relation[] {
    return (this.#index.links.get(guid) ?? []).flatMap(({ name, target, notes }) => {
      const relation = this.#relationOf(notes);
      const found = ids.get(target);
      if (relation === undefined && name.toLowerCase() === continuedBy) return [];
      if (found === undefined) {
        this.#report('no-target', line, name === '' ? target : name);
        return [];
      }
      return [{ type: relation ?? this.#relationCalled(name), target: found }];
    });
  }

  #relationCalled(name: string): string {
    const { relations } = this.#scheme;
    if (name === '') return 'link';
    const called = relations.filter(
      (each) => each.id === name || each.name.zh === name || each.name.en === name,
    );
    return called.length === 1 ? called[0]!.id : name;
  }
}

function one(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value];
}

function attributesOf(facts: readonly Fact[]): Attributes {
  return Object.fromEntries(
    facts.flatMap(({ of, name, value }) => (of === 'attribute' && name !== undefined ? [[name, value]] : [])),
  );
}

/** What the variables of a source say, by their GUID. */
function variableValues(source: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(source, 'VariableValue').map((value) => [
      referredTo(value, 'VariableRef')[0] ?? '',
      textOf(value, 'TextValue') ?? '',
    ]),
  );
}
