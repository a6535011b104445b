import { parseArgs } from 'node:util';
import type { Level, RuleId } from '../../../server/src/artefacts/artefact.ts';
import { Failure } from './failure.ts';
import { isLocale, locales } from './locale.ts';

export const commandNames = ['clean', 'lint', 'outline', 'references'] as const;
export type CommandName = (typeof commandNames)[number];

/** What was asked for, checked. */
export type CommandLine =
  | { readonly do: 'version' }
  | { readonly do: 'help'; readonly command: CommandName | undefined }
  | { readonly do: 'clean'; readonly file: string; readonly write: boolean; readonly levels: Levels }
  | {
      readonly do: 'lint';
      readonly files: readonly string[];
      readonly json: boolean;
      readonly levels: Levels;
    }
  | { readonly do: 'outline' | 'references'; readonly file: string; readonly json: boolean };

/** Levels of rules that differ from their defaults. */
export type Levels = Readonly<Partial<Record<RuleId, Level>>>;

/** Every option with its type; those of all commands together, since none means two things. */
export const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  locale: { type: 'string' },
  write: { type: 'boolean' },
  json: { type: 'boolean' },
  format: { type: 'string' },
  rule: { type: 'string' },
} as const;
type OptionName = keyof typeof options;

/** The options of each command beside `--help` and `--locale`, which are everywhere. */
export const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  clean: ['write', 'rule'],
  lint: ['format', 'rule'],
  outline: ['json'],
  references: ['json'],
};

const formats = ['text', 'json'];

/** The levels that a rule may be given; `default` takes back what was said before. */
export const levelNames = ['off', 'hint', 'information', 'warning', 'error', 'default'] as const;

/**
 * Understands the arguments that follow the name of the program.
 * @param rules the ids of all rules
 * @throws Failure where something is unknown, missing or too much
 */
export function readCommandLine(args: readonly string[], rules: readonly RuleId[]): CommandLine {
  const { flags, values, positionals } = tokensOf(args);
  const unknown = values.get('locale')?.find((locale) => !isLocale(locale));
  if (unknown !== undefined) throw new Failure((say) => say.optionValue('--locale', unknown, locales));
  const [first, ...files] = positionals;
  const isHelp = first === 'help';
  const named = isHelp ? files[0] : first;
  if (named === undefined) {
    for (const option of flags) if (option !== 'version' && option !== 'help') throw notOf(option);
    for (const option of values.keys()) if (option !== 'locale') throw notOf(option);
    if (flags.has('version')) return { do: 'version' };
    if (isHelp || flags.has('help')) return { do: 'help', command: undefined };
    throw new Failure((say) => say.noCommand(commandNames));
  }
  const command = commandNames.find((name) => name === named);
  if (command === undefined) throw new Failure((say) => say.unknownCommand(named, commandNames));
  if (isHelp || flags.has('help')) return { do: 'help', command };
  for (const option of [...flags, ...values.keys()]) {
    if (option !== 'locale' && !optionsOf[command].includes(option)) throw notOf(option, command);
  }
  if (files[0] === undefined) throw new Failure((say) => say.noFile(command));
  if (files.includes('')) throw new Failure((say) => say.emptyName(command));
  const file = files[0];
  if (command === 'lint') {
    return {
      do: 'lint',
      files,
      json: isJson(values.get('format')),
      levels: levelsOf(values.get('rule'), rules),
    };
  }
  const extra = files[1];
  if (extra !== undefined) throw new Failure((say) => say.tooManyFiles(command, extra));
  if (command !== 'clean') return { do: command, file, json: flags.has('json') };
  const write = flags.has('write');
  if (write && file === '-') throw new Failure((say) => say.writeToInput());
  return { do: 'clean', file, write, levels: levelsOf(values.get('rule'), rules) };
}

function notOf(option: OptionName, command?: CommandName): Failure {
  return new Failure((say) => say.unknownOption(`--${option}`, command));
}

interface Tokens {
  readonly flags: ReadonlySet<OptionName>;
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
  readonly positionals: readonly string[];
}

/** parseArgs's own complaints are in English only, so it is asked not to make any. */
function tokensOf(args: readonly string[]): Tokens {
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const command = commandNames.find((name) => positionals.includes(name));
  const flags = new Set<OptionName>();
  const values = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOption(name)) throw new Failure((say) => say.unknownOption(rawName, command));
    if (options[name].type === 'boolean') {
      if (value !== undefined) throw new Failure((say) => say.optionWithValue(rawName));
      flags.add(name);
    } else if (value === undefined) throw new Failure((say) => say.optionWithoutValue(rawName));
    else values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { flags, values, positionals };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function isJson(given: readonly string[] = []): boolean {
  const wrong = given.find((format) => !formats.includes(format));
  if (wrong !== undefined) throw new Failure((say) => say.optionValue('--format', wrong, formats));
  return given.at(-1) === 'json';
}

function levelsOf(given: readonly string[] = [], rules: readonly RuleId[]): Levels {
  const levels: Partial<Record<RuleId, Level>> = {};
  for (const setting of given) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(setting) ?? [];
    if (name === undefined || value === undefined) throw new Failure((say) => say.badRule(setting));
    const rule = rules.find((id) => id === name);
    if (rule === undefined) throw new Failure((say) => say.unknownRule(name, rules));
    const level = levelNames.find((each) => each === value);
    if (level === undefined) throw new Failure((say) => say.optionValue(`--rule ${rule}`, value, levelNames));
    if (level === 'default') delete levels[rule];
    else levels[rule] = level;
  }
  return levels;
}
