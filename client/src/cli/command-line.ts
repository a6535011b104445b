import { parseArgs } from 'node:util';
import type { Level, RuleId } from '../../../server/src/artefacts/artefact.ts';
import { defaultHouseStyle, digitSpacings, yearDashes } from '../../../server/src/artefacts/house-style.ts';
import { profiles } from '../../../server/src/artefacts/profile.ts';
import type { ReadingOptions } from '../../../server/src/artefacts/reading-context.ts';
import type { FileEncoding } from '../../../server/src/text/encoding/detection.ts';
import { type CitationFormat, citationFormats } from '../citations/format.ts';
import { type AgreementCommand, agreementCommandOf } from './agreement/agreement-options.ts';
import {
  type ConvertCommand,
  convertOf,
  type ExportCommand,
  exportOf,
  type ImportCommand,
  importOf,
} from './exchange/exchange-options.ts';
import { Failure } from './failure.ts';
import { isLocale, locales } from './locale.ts';
import {
  encodingOf,
  type OptionFlags,
  type OptionName,
  type OptionValues,
  oneOf,
  options,
} from './options.ts';

export const commandNames = [
  'clean',
  'lint',
  'outline',
  'references',
  'merge',
  'export',
  'import',
  'convert',
  'agreement',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What was asked for, checked. */
export type CommandLine =
  | { readonly do: 'version' }
  | { readonly do: 'help'; readonly command: CommandName | undefined }
  | ({ readonly do: 'clean' } & CleanCommand)
  | ({ readonly do: 'lint' } & LintCommand)
  | ({ readonly do: 'outline' } & ReadCommand)
  | ({ readonly do: 'references' } & ReferencesCommand)
  | ({ readonly do: 'merge' } & MergeCommand)
  | ({ readonly do: 'export' } & ExportCommand)
  | ({ readonly do: 'import' } & ImportCommand)
  | ({ readonly do: 'convert' } & ConvertCommand)
  | ({ readonly do: 'agreement' } & AgreementCommand);

export interface CleanCommand {
  readonly files: readonly string[];
  /** print: on standard output; write: in place; check: only tell what would change. */
  readonly mode: 'print' | 'write' | 'check';
  readonly levels: Levels;
  /** The house style, and where the texts come from. */
  readonly reading: ReadingOptions;
  /** In what the files are encoded; absent: as they tell. */
  readonly encoding?: FileEncoding;
  /** In what to encode them; absent: as they were. */
  readonly to?: FileEncoding;
}

export interface LintCommand {
  readonly files: readonly string[];
  readonly format: LintFormat;
  readonly levels: Levels;
  readonly reading: ReadingOptions;
  readonly encoding?: FileEncoding;
}

export interface ReadCommand {
  readonly file: string;
  readonly json: boolean;
  readonly encoding?: FileEncoding;
}

export interface ReferencesCommand extends ReadCommand {
  /** Citations of instruments, in place of the list of mentions. */
  readonly format?: CitationFormat;
  /** Begin with a byte order mark. */
  readonly bom: boolean;
}

/** Three versions of a file of tags, or one with conflict markers; or what makes Git do it. */
export type MergeCommand =
  | ({
      readonly mode: 'sides';
      readonly base: string;
      readonly ours: string;
      readonly theirs: string;
    } & MergePaths)
  | ({ readonly mode: 'marked'; readonly file: string } & MergePaths)
  | { readonly mode: 'install' };

interface MergePaths {
  /** The document that the tags are on, or the name that the file of tags has among its like. */
  readonly document?: string;
  /** Where the result goes; absent: in the place of OURS, or of the file with the markers. */
  readonly output?: string;
}

/** Levels of rules that differ from their defaults. */
export type Levels = Readonly<Partial<Record<RuleId, Level>>>;

const readingOptions = ['profile', 'digit-spacing', 'year-dash'] as const;

/** The options of each command beside `--help` and `--locale`, which are everywhere. */
export const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  clean: ['write', 'check', 'rule', ...readingOptions, 'encoding', 'to'],
  lint: ['format', 'rule', ...readingOptions, 'encoding'],
  outline: ['json', 'encoding'],
  references: ['json', 'format', 'bom', 'encoding'],
  merge: ['document', 'output', 'install'],
  export: ['to', 'output', 'text', 'annotator', 'review', 'check', 'dry-run', 'force', 'no-bom', 'encoding'],
  import: [
    'from',
    'into',
    'labels',
    'annotator',
    'on-conflict',
    'remove-missing',
    'check',
    'dry-run',
    'force',
    'encoding',
  ],
  convert: ['from', 'to', 'output', 'check', 'dry-run', 'force', 'no-bom'],
  agreement: [
    'annotators',
    'measure',
    'tagged-only',
    'unfinished',
    'review',
    'json',
    'format',
    'bom',
    'encoding',
  ],
};

const formats = ['text', 'json', 'sarif'] as const;
export type LintFormat = (typeof formats)[number];

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
  if (files.includes('')) throw new Failure((say) => say.emptyName(command));
  if (command === 'merge') return { do: 'merge', ...mergeOf(files, flags, values) };
  if (files[0] === undefined) throw new Failure((say) => say.noFile(command));
  if (command === 'export') return { do: 'export', ...exportOf(files, flags, values) };
  if (command === 'import') return { do: 'import', ...importOf(files, flags, values) };
  if (command === 'convert') return { do: 'convert', ...convertOf(files, flags, values) };
  if (command === 'agreement') return { do: 'agreement', ...agreementCommandOf(files, flags, values) };
  const encoding = encodingOf('encoding', values);
  if (command === 'lint') {
    const format = oneOf('format', values, formats) ?? 'text';
    const levels = levelsOf(values.get('rule'), rules);
    const reading = readingOf(values);
    return { do: 'lint', files, format, levels, reading, ...(encoding && { encoding }) };
  }
  if (command === 'clean') {
    const to = encodingOf('to', values);
    const levels = levelsOf(values.get('rule'), rules);
    const mode = modeOf(flags);
    if (mode !== 'print' && files.includes('-')) throw new Failure((say) => say.writeToInput());
    const reading = readingOf(values);
    return { do: 'clean', files, mode, levels, reading, ...(encoding && { encoding }), ...(to && { to }) };
  }
  const [file, extra] = files;
  if (extra !== undefined) throw new Failure((say) => say.tooManyFiles(command, extra));
  const asked = { file: file!, json: flags.has('json'), ...(encoding && { encoding }) };
  if (command === 'outline') return { do: 'outline', ...asked };
  const format = oneOf('format', values, citationFormats);
  const bom = flags.has('bom');
  if (asked.json && format) throw new Failure((say) => say.jsonAndFormat());
  if (bom && format !== 'csv') throw new Failure((say) => say.bomWithoutCsv());
  return { do: 'references', ...asked, bom, ...(format && { format }) };
}

function mergeOf(files: readonly string[], flags: OptionFlags, values: OptionValues): MergeCommand {
  const document = values.get('document')?.at(-1);
  const output = values.get('output')?.at(-1);
  if (flags.has('install')) {
    const more = files[0] ?? document ?? output;
    if (more !== undefined) throw new Failure((say) => say.installAlone(more));
    return { mode: 'install' };
  }
  if (document === '' || output === '') throw new Failure((say) => say.emptyName('merge'));
  const paths = { ...(document !== undefined && { document }), ...(output !== undefined && { output }) };
  const [base, ours, theirs] = files;
  if (files.length === 1) return { mode: 'marked', file: base!, ...paths };
  if (files.length !== 3) throw new Failure((say) => say.mergeFiles(files.length));
  return { mode: 'sides', base: base!, ours: ours!, theirs: theirs!, ...paths };
}

function modeOf(flags: ReadonlySet<OptionName>): CleanCommand['mode'] {
  if (flags.has('write') && flags.has('check')) throw new Failure((say) => say.writeAndCheck());
  return flags.has('write') ? 'write' : flags.has('check') ? 'check' : 'print';
}

function notOf(option: OptionName, command?: CommandName): Failure {
  return new Failure((say) => say.unknownOption(`--${option}`, command));
}

interface Tokens {
  readonly flags: OptionFlags;
  readonly values: OptionValues;
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
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) throw new Failure((say) => say.unknownOption(rawName, command));
    if (options[name].type === 'boolean') {
      if (value !== undefined) throw new Failure((say) => say.optionWithValue(rawName));
      flags.add(name);
    } else if (value === undefined || (!inlineValue && value.startsWith('--'))) {
      // The next option is no value of this one; a value that looks so can stand behind `=`.
      throw new Failure((say) => say.optionWithoutValue(rawName));
    } else values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { flags, values, positionals };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function readingOf(values: OptionValues): ReadingOptions {
  const { digitSpacing, yearDash } = defaultHouseStyle;
  return {
    style: {
      digitSpacing: oneOf('digit-spacing', values, digitSpacings) ?? digitSpacing,
      yearDash: oneOf('year-dash', values, yearDashes) ?? yearDash,
    },
    profile: oneOf('profile', values, ['auto', ...profiles] as const) ?? 'auto',
  };
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
