import { agrees } from './bearers.ts';
import type { Instrument, InstrumentDate, InstrumentKind } from './instrument.ts';
import type { Reference } from './reference.ts';

/** A date that a text tells of an instrument, and the registry otherwise. */
export interface DateDispute {
  /** The registry's date of signature or adoption, of entry into force, or one that what the text tells cannot precede. */
  readonly of: 'adoption' | 'force' | 'before';
  /** What the text says; ISO: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly said: InstrumentDate;
  readonly known: InstrumentDate;
  /** Where the registry has it from; absent in entries of a workspace that do not tell. */
  readonly source?: string;
}

const SIGNED = /^(?:签署|簽署|签订|簽訂|签定|簽定|缔结|締結|订立|訂立)$/;
const PASSED = /^(?:通过|通過)$/;
const ISSUED = /^(?:发表|發表)$/;
const IN_FORCE = /^生效$/;
/** What is done to what is there already. */
const LATER = /^(?:批准|核准|加入|修订|修訂)$/;

/** Kinds that come about in one act on one day, however many take part. */
const OF_ONE_DAY = new Set<InstrumentKind>([
  'joint-statement',
  'communique',
  'declaration',
  'initiative',
  'resolution',
  'act',
]);
/** Kinds of which one name covers several, or whose day is not settled. */
const OF_NO_DAY = new Set<InstrumentKind>(['collective', 'draft']);
const YEAR = 4;
/** A convention is called by the year of the vote or of the signature, which may be a year apart. */
const MOST_YEARS_APART = 1;

/**
 * How the date and verb about a title disagree with what the registry has; null where they do not, where the registry
 * is less exact and agrees, and where the text tells of another event: a state signs and ratifies a convention when
 * it likes, and the registry may date a convention by its vote or by its signature.
 */
export function dateDispute(
  { date: said, verb }: Pick<Reference, 'date' | 'verb'>,
  instrument: Instrument,
): DateDispute | null {
  if (said === undefined || OF_NO_DAY.has(instrument.kind)) return null;
  const { adopted, opened, inForce, parties, kind } = instrument;
  const exact = parties !== undefined || OF_ONE_DAY.has(kind);
  const dispute = (of: DateDispute['of'], field: string, known: InstrumentDate): DateDispute => {
    const source = instrument.sources[field];
    return { of, said, known, ...(source === undefined ? {} : { source }) };
  };
  if (verb !== undefined && IN_FORCE.test(verb)) {
    return inForce === undefined || agrees(said, inForce) ? null : dispute('force', 'inForce', inForce);
  }
  const begun = adopted?.date;
  if (begun === undefined) return null;
  const days = [begun, opened?.date].filter((day) => day !== undefined);
  if (days.some((day) => agrees(said, day))) return null;
  if (verb === undefined) {
    if (inForce !== undefined && agrees(said, inForce)) return null;
    const apart = Math.min(...days.map((day) => Math.abs(yearOf(day) - yearOf(said))));
    return exact || apart > MOST_YEARS_APART ? dispute('adoption', 'adopted.date', begun) : null;
  }
  if (LATER.test(verb)) return isBefore(said, begun) ? dispute('before', 'adopted.date', begun) : null;
  if (SIGNED.test(verb)) {
    if (exact) return dispute('adoption', 'adopted.date', begun);
    return isBefore(said, begun) ? dispute('before', 'adopted.date', begun) : null;
  }
  if (PASSED.test(verb)) {
    // The vote may precede the signature that the registry has, but never follow it.
    const after = days.every((day) => isBefore(day, said));
    return exact || after ? dispute('adoption', 'adopted.date', begun) : null;
  }
  return ISSUED.test(verb) && exact ? dispute('adoption', 'adopted.date', begun) : null;
}

function yearOf(date: InstrumentDate): number {
  return Number(date.slice(0, YEAR));
}

/** Whether a date is surely earlier than another that it does not agree with. */
function isBefore(one: InstrumentDate, other: InstrumentDate): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
