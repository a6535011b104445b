import type { ReadingRule } from './reading-rule.ts';
import { differingDates } from './rules/differing-dates.ts';
import { emptySection } from './rules/empty-section.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { instrumentDate } from './rules/instrument-date.ts';
import { instrumentNearMiss } from './rules/instrument-near-miss.ts';
import { missingProvision } from './rules/missing-provision.ts';
import { missingStop } from './rules/missing-stop.ts';
import { nameVariant } from './rules/name-variant.ts';
import { numbering } from './rules/numbering.ts';
import { prematureDate } from './rules/premature-date.ts';
import { strayItem } from './rules/stray-item.ts';

/** The rules of the reading stage, in the order in which a person would tell of them. */
export const readingRules: readonly ReadingRule[] = [
  missingStop,
  instrumentNearMiss,
  instrumentDate,
  nameVariant,
  numbering,
  strayItem,
  emptySection,
  missingProvision,
  impossibleDate,
  prematureDate,
  differingDates,
];
