import type { InstrumentKind } from '../../../server/src/instruments/instrument.ts';
import { type Citation, isWork } from './citation.ts';
import { kindOfTitle } from './title-kind.ts';

/** An item of CSL-JSON, by the schema of CSL 1.0.2: what of it our citations use. */
export interface CslItem {
  readonly id: string;
  readonly type: 'treaty' | 'document';
  readonly title: string;
  readonly language: 'zh';
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  /** Where it is printed or registered. */
  readonly references?: string;
  readonly 'event-place'?: string;
  readonly URL?: string;
  readonly custom?: Readonly<Record<string, string | readonly string[]>>;
}

/** Citations as CSL-JSON. What is no work cited is left out. */
export function cslJsonOf(citations: readonly Citation[]): string {
  const items = citations.filter(isWork).map(itemOf);
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** Kinds that bind no one, which a style must not set as treaties. */
const notTreaties: ReadonlySet<InstrumentKind> = new Set<InstrumentKind>([
  'joint-statement',
  'communique',
  'declaration',
  'resolution',
  'plan',
  'initiative',
  'principles',
  'draft',
  'collective',
]);

function typeOf(kind: InstrumentKind | undefined): CslItem['type'] {
  return kind === undefined || notTreaties.has(kind) ? 'document' : 'treaty';
}

function itemOf(citation: Citation): CslItem {
  const { identity, kind, titleZh, titleEn, parties, date, place, inForce, registration, link } = citation;
  const custom = {
    ...(kind && { kind }),
    ...(titleEn && { 'title-en': titleEn }),
    ...(parties.length > 0 && { parties }),
    ...(inForce && { 'in-force': inForce }),
  };
  const parts = date && datePartsOf(date);
  return {
    id: identity,
    type: typeOf(kind ?? kindOfTitle(titleZh)),
    title: titleZh,
    language: 'zh',
    ...(parts && { issued: { 'date-parts': [parts] } }),
    ...(registration && { references: registration }),
    ...(place && { 'event-place': place }),
    ...(link && { URL: link }),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** `2001-07` as [2001, 7]; undefined where it is no date. */
function datePartsOf(date: string): number[] | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)?.slice(1);
  return parts?.filter((part) => part !== undefined).map(Number);
}
