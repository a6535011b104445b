import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { Annotation, AttributeValue, UnknownParts, UnknownTarget } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import { isAttribute, part, readRelations } from '../../sidecar-members.ts';
import { derivedId } from '../derived-id.ts';
import type { FormatProblem } from '../format-problem.ts';
import { labelIdOf } from '../label-naming.ts';
import { createUnitMap, type UnitMap } from '../offset-unit.ts';
import { readTag, type WrittenSpan } from '../read-tag.ts';
import { firstText, readBodies } from './bodies.ts';
import { Selectors } from './selectors.ts';
import { selectorsOf } from './targets.ts';

/** An annotation with those of its targets that are on one text. */
export interface PlacedItem {
  readonly item: JsonObject;
  readonly targets: readonly JsonValue[];
  /** 1-based, of its file. */
  readonly line: number;
}

interface ReadTarget {
  readonly span?: WrittenSpan;
  readonly isSection: boolean;
  readonly unknown: UnknownTarget;
}

/** Makes tags of the annotations on one text. */
export class TagReader {
  private readonly name: string;
  private readonly text: string;
  private readonly scheme: LabelScheme;
  private readonly report: (problem: FormatProblem) => void;
  private readonly map: UnitMap;
  private readonly selectors: Selectors;
  private readonly ids = new Set<string>();
  /** How often the same has been said without an id, by the id that it was given first. */
  private readonly copies = new Map<string, number>();

  constructor(name: string, text: string, scheme: LabelScheme, report: (problem: FormatProblem) => void) {
    this.name = name;
    this.text = text;
    this.scheme = scheme;
    this.report = report;
    this.map = createUnitMap(text, 'code-points');
    this.selectors = new Selectors(text, this.map);
  }

  read({ item, targets, line }: PlacedItem): Annotation {
    const { id: _id, type, body: _b, bodyValue: _v, target: _t, created, modified, creator, ...rest } = item;
    const { motivation, 'jiaozhu:review': review, 'jiaozhu:chain': chain, ...others } = rest;
    const { 'jiaozhu:attributes': attributes, 'jiaozhu:relations': relations, ...more } = others;
    const { '@context': _context, ...members } = more;
    const bodies = readBodies(item);
    const label = labelIdOf(this.scheme, bodies.label);
    const places = targets.map((target) => this.target(target, label, line));
    // As the tag has its spans, so that what is not understood of a target stays with its span.
    places.sort(
      (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.span?.end ?? 0) - (b.span?.end ?? 0),
    );
    const spans = places.flatMap(({ span }) => span ?? []);
    const values = Object.entries(isObject(attributes) ? attributes : {});
    const links = readRelations(Array.isArray(relations) ? (relations as readonly JsonValue[]) : []);
    const scope =
      spans.length === 0 ? 'document' : places.every(({ isSection }) => isSection) ? 'section' : 'words';
    const { tag, problems } = readTag(
      this.text,
      this.map,
      {
        id: this.id(item, line),
        label,
        scope,
        note: bodies.note,
        attributes: Object.fromEntries(
          values.filter((entry): entry is [string, AttributeValue] => isAttribute(entry[1])),
        ),
        relations: links.known,
        ...(typeof chain === 'string' && chain !== '' && { chain }),
        creator: creatorName(creator),
        created: firstText(created) ?? '',
        modified: firstText(modified) ?? firstText(created) ?? '',
        review: review === 'suggested' || review === 'rejected' ? review : 'accepted',
      },
      spans,
      line,
    );
    for (const problem of problems) this.report(problem);
    const foreign = {
      ...members,
      ...(motivation !== undefined && motivation !== 'tagging' && { motivation }),
      ...(type !== undefined && type !== 'Annotation' && { type }),
    };
    const isOneEach = tag.spans.length === spans.length || scope === 'document';
    const targetParts = places.map(({ unknown }) => unknown);
    const unknown: UnknownParts = {
      ...part('members', foreign),
      ...bodies.unknown,
      ...part('attributes', Object.fromEntries(values.filter(([, value]) => !isAttribute(value)))),
      ...(links.unknown.length > 0 && { relations: links.unknown }),
      ...(isPlainCreator(creator) ? {} : { creator: creator! }),
      ...(isOneEach && targetParts.some((each) => Object.keys(each).length > 0) && { targets: targetParts }),
    };
    return Object.keys(unknown).length > 0 ? { ...tag, unknown } : tag;
  }

  /** The id that an annotation has, or one that it is given for what it says. */
  private id(item: JsonObject, line: number): string {
    const written = firstText(item.id);
    if (written !== undefined && !this.ids.has(written)) {
      this.ids.add(written);
      return written;
    }
    if (written !== undefined) this.report({ code: 'id-twice', values: [written], line });
    const id = derivedId([this.name, JSON.stringify(item)]);
    const copy = (this.copies.get(id) ?? 0) + 1;
    this.copies.set(id, copy);
    const own = copy === 1 ? id : derivedId([id, copy]);
    this.ids.add(own);
    return own;
  }

  private target(target: JsonValue, label: string, line: number): ReadTarget {
    if (!isObject(target)) return { isSection: false, unknown: {} };
    const {
      source: _source,
      selector: _selector,
      'jiaozhu:scope': scope,
      'jiaozhu:lost': lost,
      ...rest
    } = target;
    const selectors = selectorsOf(target);
    // The address of a resource of its own is its source.
    const { id, ...withoutId } = rest;
    const unknown = {
      ...memberPart(
        target.source === undefined ? withoutId : { ...withoutId, ...(id !== undefined && { id }) },
      ),
    };
    if (selectors.length === 0) return { isSection: false, unknown };
    const plain = (type: string) =>
      selectors.find(
        (each): each is JsonObject => isObject(each) && each.type === type && each.refinedBy === undefined,
      );
    const position = plain('TextPositionSelector');
    const quote = plain('TextQuoteSelector');
    const others = selectors.filter((each) => each !== position && each !== quote);
    const { type: _p, start, end, ...positionMembers } = position ?? {};
    const { type: _q, exact, prefix, suffix, ...quoteMembers } = quote ?? {};
    const quoted = typeof exact === 'string' ? { quoted: exact } : {};
    const context = { prefix: firstText(prefix) ?? '', suffix: firstText(suffix) ?? '' };
    return {
      span:
        typeof start === 'number' && typeof end === 'number'
          ? { start, end, ...quoted, context, ...(lost === true && { lost: true }) }
          : this.selected(quote ? [quote, ...others] : others, exact, context, label, line),
      isSection: scope === 'section',
      unknown: {
        ...unknown,
        ...(others.length > 0 && { selectors: others }),
        ...(Object.keys(positionMembers).length > 0 && { positionMembers }),
        ...(Object.keys(quoteMembers).length > 0 && { quoteMembers }),
      },
    };
  }

  /** What the first of the selectors that is understood selects; where it selects nothing, lost words. */
  private selected(
    selectors: readonly JsonValue[],
    exact: JsonValue | undefined,
    context: { readonly prefix: string; readonly suffix: string },
    label: string,
    line: number,
  ): WrittenSpan {
    const found = selectors.map((selector) => this.selectors.select(selector));
    const range = found.find((each) => typeof each !== 'string');
    if (range) return { start: this.map.fromUtf16(range.start), end: this.map.fromUtf16(range.end) };
    const reason = found.find((each) => each !== 'not-understood');
    const quoted = typeof exact === 'string' ? exact : '';
    const shown = JSON.stringify(selectors[0] ?? null).slice(0, 80);
    this.report(
      typeof reason === 'string'
        ? { code: reason, values: [label, quoted === '' ? shown : quoted], line }
        : { code: 'no-place', values: [label, shown], line },
    );
    return { start: 0, end: 0, quoted, context, lost: true };
  }
}

function memberPart(members: JsonObject): Pick<UnknownTarget, 'members'> {
  return Object.keys(members).length > 0 ? { members } : {};
}

function creatorName(creator: JsonValue | undefined): string {
  const first = Array.isArray(creator) ? (creator as readonly JsonValue[])[0] : creator;
  if (typeof first === 'string') return first;
  if (!isObject(first)) return '';
  return firstText(first.name) ?? firstText(first.nickname) ?? firstText(first.id) ?? '';
}

/** Whether it is written again as it is. */
function isPlainCreator(creator: JsonValue | undefined): boolean {
  if (creator === undefined) return true;
  if (!isObject(creator) || creator.type !== 'Person' || !firstText(creator.name)) return false;
  return Object.keys(creator).length === 2;
}
