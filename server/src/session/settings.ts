import type { Level, RuleId } from '../artefacts/artefact.ts';
import { defaultHouseStyle, digitSpacings, type HouseStyle, yearDashes } from '../artefacts/house-style.ts';
import { profiles } from '../artefacts/profile.ts';
import { defaultReadingOptions, type ReadingOptions } from '../artefacts/reading-context.ts';
import { ruleIds } from '../rules.ts';

/** The settings as the server uses them. */
export interface Settings {
  readonly levels: Readonly<Partial<Record<RuleId, Level>>>;
  readonly cleanOnSave: boolean;
  readonly reading: ReadingOptions;
}

export const defaultSettings: Settings = { levels: {}, cleanOnSave: false, reading: defaultReadingOptions };

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const satisfies Level[];

type Problem = (message: string) => void;

/**
 * Reads the section `jiaozhu` as a client sends it. What cannot be read keeps its default, and `problem` hears
 * why: a slip in the settings must not silence the server. `default` as a level means just that.
 */
export function readSettings(value: unknown, problem: Problem): Settings {
  const settings = readSection('', value, problem);
  return {
    levels: readLevels(readSection('.rules', settings.rules, problem), problem),
    cleanOnSave: readFlag(settings.cleanOnSave, problem),
    reading: {
      style: readStyle(readSection('.houseStyle', settings.houseStyle, problem), problem),
      profile: readOne('.profile', settings.profile, ['auto', ...profiles], problem) ?? 'auto',
    },
  };
}

function readLevels(rules: Section, problem: Problem): Settings['levels'] {
  const levels: Partial<Record<RuleId, Level>> = {};
  for (const rule of ruleIds) {
    if (rules[rule] === 'default') continue;
    const level = readOne(`.rules.${rule}`, rules[rule], LEVELS, problem);
    if (level !== undefined) levels[rule] = level;
  }
  return levels;
}

function readStyle({ digitSpacing, yearDash }: Section, problem: Problem): HouseStyle {
  return {
    digitSpacing:
      readOne('.houseStyle.digitSpacing', digitSpacing, digitSpacings, problem) ??
      defaultHouseStyle.digitSpacing,
    yearDash: readOne('.houseStyle.yearDash', yearDash, yearDashes, problem) ?? defaultHouseStyle.yearDash,
  };
}

function readFlag(value: unknown, problem: Problem): boolean {
  if (typeof value === 'boolean') return value;
  if (isGiven(value)) problem('The setting “jiaozhu.cleanOnSave” must be true or false and is ignored.');
  return false;
}

type Section = Readonly<Record<string, unknown>>;

/** An object of settings; empty where there is none. `name` counts from `jiaozhu` on. */
function readSection(name: string, value: unknown, problem: Problem): Section {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Section;
  if (isGiven(value)) problem(`The setting “jiaozhu${name}” is not an object and is ignored.`);
  return {};
}

/** One of the values that a setting may have. */
function readOne<T extends string>(
  name: string,
  value: unknown,
  among: readonly T[],
  problem: Problem,
): T | undefined {
  const found = among.find((each) => each === value);
  if (found === undefined && isGiven(value)) {
    problem(`The setting “jiaozhu${name}” must be one of ${among.join(', ')} and is ignored.`);
  }
  return found;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
