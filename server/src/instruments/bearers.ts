import { canonicalText } from './canonical-text.ts';
import { withoutAppendix } from './genus.ts';
import type { Instrument } from './instrument.ts';
import type { Lexicon } from './lexicon.ts';
import { chineseNames } from './registry.ts';

/** Whether two dates (YYYY, YYYY-MM or YYYY-MM-DD) can be of one day: one may be less exact. */
export function agrees(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Of instruments of one name, those that the date of signature or adoption fits; all where it fits none. */
export function ofDate(bearers: readonly Instrument[], date: string | undefined): readonly Instrument[] {
  if (date === undefined || bearers.length < 2) return bearers;
  const fitting = (fits: (known: string) => boolean) =>
    bearers.filter(({ adopted, opened }) =>
      [adopted?.date, opened?.date].some((known) => known !== undefined && fits(known)),
    );
  const dated = fitting((known) => agrees(known, date));
  if (dated.length > 0) return dated;
  // Statements are printed a day late, and dated by two calendars at once.
  const ofYear = fitting((known) => known.slice(0, 4) === date.slice(0, 4));
  return ofYear.length > 0 ? ofYear : bearers;
}

/** The instruments that bear a name as a document prints it. */
export function bearersOf(name: string, lexicon: Lexicon): readonly Instrument[] {
  const bearers = lexicon.named(name);
  if (bearers.length > 0) return bearers;
  const bare = withoutAppendix(name);
  const named = lexicon.named(bare);
  if (named.length > 0) return named;
  const nearly = lexicon.nearlyNamed(bare);
  return nearly.length > 0 ? nearly : bearersOfOuter(bare, lexicon);
}

/** The title in a title. */
const INNER = /〈([^〈〉]+)〉/;

/** 《〈甲乙条约〉议定书》, where the registry has the protocol under another name of the treaty. */
function bearersOfOuter(name: string, lexicon: Lexicon): readonly Instrument[] {
  const canonical = canonicalText(name);
  const inner = INNER.exec(canonical);
  if (inner === null) return [];
  const [only, ...others] = bearersOf(inner[1]!, lexicon);
  if (only === undefined || others.length > 0) return [];
  for (const other of chineseNames(only.names)) {
    const outer = lexicon.nearlyNamed(canonical.replace(INNER, () => other));
    if (outer.length > 0) return outer;
  }
  return [];
}
