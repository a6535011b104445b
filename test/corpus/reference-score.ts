import { fold } from '../../server/src/instruments/genus.ts';
import { lightName } from '../../server/src/instruments/light-name.ts';
import { identitiesOf, type Reference } from '../../server/src/instruments/reference.ts';
import { chineseNames, type InstrumentRegistry } from '../../server/src/instruments/registry.ts';
import { resolutionNamesIn } from '../../server/src/instruments/resolution-name.ts';
import type { Ranged } from '../../server/src/statement/node.ts';
import { type Expected, solidOffsets } from './expectations.ts';

/** How the references found in a text agree with those that a person found. */
export interface Score {
  readonly expected: number;
  /** Found at the very place. */
  readonly found: number;
  /** Of these, known for what they are. */
  readonly right: number;
  /** Of these, of the form that they have. */
  readonly sameForm: number;
  readonly falsely: number;
  /** What is missing, false or wrong, for a person to look at: names and places only. */
  readonly differences: readonly string[];
}

/** The body and number of a resolution, however they are printed: 聯合國大會（二屆）第一一〇號決議. */
const numbered = (title: string) => resolutionNamesIn(fold(title.replace(/[\s《》]/g, ''))).at(-1)?.key;

const bare = (title: string) => fold(title.replace(/[\s《》〈〉]/g, ''));

/** Without the words that one reader writes down and another leaves out: 关于…的协定. */
const light = (title: string) => lightName(bare(title))?.text ?? bare(title);

/** Whether an identity is what is meant: an id, or a title of which a text may leave out the beginning. */
function isMeant(identity: string | null, means: string, registry: InstrumentRegistry, own: string): boolean {
  if (identity === null) return false;
  if (means === 'self') return identity === own;
  if (!means.startsWith('=')) return identity === means;
  const number = numbered(means);
  if (number !== undefined) return numbered(identity) === number;
  const title = bare(means.slice(1));
  const instrument = registry.byId.get(identity);
  const names = instrument === undefined ? [identity] : chineseNames(instrument.names);
  return names.some(
    (name) => light(title) === light(name) || (bare(name).length >= 5 && title.endsWith(bare(name))),
  );
}

/** @param own identity of the document itself */
export function scoreOf(
  expected: readonly Expected[],
  found: readonly Reference<Ranged>[],
  raw: string,
  registry: InstrumentRegistry,
  own: string,
): Score {
  const solid = solidOffsets(raw);
  const waiting = new Map(expected.map((one) => [`${one.start}+${one.length}`, one]));
  const score = { expected: 0, found: 0, right: 0, sameForm: 0, falsely: 0 };
  const differences: string[] = [];
  score.expected = expected.filter(({ means }) => means !== '-').length;
  for (const reference of found) {
    const start = solid[reference.range.raw.start]!;
    const key = `${start}+${solid[reference.range.raw.end]! - start}`;
    const one = waiting.get(key);
    if (one === undefined) {
      score.falsely++;
      differences.push(`false ${start} ${reference.text} ${reference.identity}`);
      continue;
    }
    waiting.delete(key);
    if (one.means === '-') continue;
    score.found++;
    const identities = identitiesOf(reference);
    const meant = one.means.split('+');
    const right =
      identities.length === meant.length &&
      meant.every((means) => identities.some((identity) => isMeant(identity, means, registry, own)));
    if (right) score.right++;
    else differences.push(`wrong ${start} ${reference.text} ${reference.identity}, not ${one.means}`);
    if (one.form === reference.form) score.sameForm++;
  }
  for (const { start, form, means } of waiting.values()) {
    if (means !== '-') differences.push(`missed ${start} ${form} ${means}`);
  }
  return { ...score, differences };
}
