import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { RuleId } from '../../server/src/artefacts/rule-id.ts';

/** A text that no cleaning may change but for white space at the edges of its lines. */
export interface CleanDocument {
  readonly name: string;
  readonly text: string;
  /** Rules that find something which is in it, by the eyes of a person: it is not quite so clean. */
  readonly slips: ReadonlySet<RuleId>;
}

/** Real texts, which are not ours to hand on: they lie beside the checkout, or nowhere. */
const real = new URL('../../../shared/documents/', import.meta.url);
const samples = new URL('../../samples/', import.meta.url);

/** Clean texts of every kind: joint statements, treaties, a statute, news, simplified and traditional. */
const cleanNames = [
  'cn-ru-2024-05-16.clean',
  'cn-us-1972-communique-newspaper',
  'korean-armistice-1953',
  'law-treaty-procedure-1990',
  'outer-space-zh-hant',
  'vcdr-zh-hant',
  'udhr-cmn_hans',
  'xwlb-20240516',
  'xwlb-20241104',
  'mfa-merkel-2019',
  'frag-cn-ru-2022-clean',
  'frag-cn-us-1997-joint-statement',
  'frag-focac-2018-beijing-declaration-bilingual',
  'frag-cn-ru-2001-treaty-wikisource',
];

/** Letters O read for 〇 (二OOO年, 四O分), — for 一 (—切), ── for the dash of an item, and `,` for ，. */
const slips: Readonly<Record<string, readonly RuleId[]>> = {
  'cn-us-1972-communique-newspaper': ['dash-item-mark'],
  'korean-armistice-1953': ['zero-letter', 'numeral-dash'],
  'frag-cn-ru-2001-treaty-wikisource': ['zero-letter'],
  'frag-focac-2018-beijing-declaration-bilingual': ['half-width-mark'],
};

/** Why tests that need the real texts are skipped; false where they are there. */
export const noRealDocuments: string | false = existsSync(real)
  ? false
  : 'the real documents are not beside this checkout';

/** The text of a real document by its name without ending. */
export function realDocument(name: string): string {
  return readFileSync(new URL(`${name}.txt`, real), 'utf8');
}

/** The real texts that are clean; none where they are not there. */
export function cleanDocuments(): CleanDocument[] {
  return noRealDocuments
    ? []
    : cleanNames.map((name) => ({ name, text: realDocument(name), slips: new Set(slips[name]) }));
}

const traps = '印刷体例.clean.txt';
const fixtures = new URL('../fixtures/', import.meta.url);

/** Texts of our own that are clean: all samples but those set in newspaper columns, and a text full of what looks broken and is none. */
export function cleanSamples(): CleanDocument[] {
  const names = readdirSync(samples)
    .filter((name) => name.endsWith('.txt') && !name.includes('newspaper'))
    .sort();
  const read = (folder: URL, name: string): CleanDocument => ({
    name,
    text: readFileSync(new URL(encodeURIComponent(name), folder), 'utf8'),
    slips: new Set(),
  });
  return [...names.map((name) => read(samples, name)), read(fixtures, traps)];
}
