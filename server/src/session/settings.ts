import type { Level, RuleId } from '../artefacts/artefact.ts';
import { ruleIds } from '../artefacts/rules.ts';

/** The settings as the server uses them. */
export interface Settings {
  readonly levels: Readonly<Partial<Record<RuleId, Level>>>;
  readonly cleanOnSave: boolean;
}

export const defaultSettings: Settings = { levels: {}, cleanOnSave: false };

const LEVELS: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies Level[];

/**
 * Reads the section `jiaozhu` as a client sends it. What cannot be read keeps its default, and `problem` hears
 * why: a slip in the settings must not silence the server. `default` as a level means just that.
 */
export function readSettings(value: unknown, problem: (message: string) => void): Settings {
  if (value === undefined || value === null) return defaultSettings;
  if (!isRecord(value)) {
    problem('The setting “jiaozhu” is not an object and is ignored.');
    return defaultSettings;
  }
  return { levels: readLevels(value.rules, problem), cleanOnSave: readFlag(value.cleanOnSave, problem) };
}

function readLevels(value: unknown, problem: (message: string) => void): Settings['levels'] {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problem('The setting “jiaozhu.rules” is not an object and is ignored.');
    return {};
  }
  const levels: Partial<Record<RuleId, Level>> = {};
  for (const rule of ruleIds) {
    const level = value[rule];
    if (level === undefined || level === null || level === 'default') continue;
    if (isLevel(level)) levels[rule] = level;
    else problem(`The setting “jiaozhu.rules.${rule}” must be one of ${LEVELS.join(', ')} and is ignored.`);
  }
  return levels;
}

function readFlag(value: unknown, problem: (message: string) => void): boolean {
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) {
    problem('The setting “jiaozhu.cleanOnSave” must be true or false and is ignored.');
  }
  return false;
}

function isLevel(value: unknown): value is Level {
  return typeof value === 'string' && LEVELS.includes(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
