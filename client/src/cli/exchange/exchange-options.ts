import type { FileEncoding } from '../../../../server/src/text/encoding/detection.ts';
import type { Review } from '../../annotations/annotation.ts';
import type { Settlement } from '../../annotations/exchange/settlement.ts';
import type { TextForm } from '../../annotations/exchange/text-form.ts';
import type { FormatId } from '../../annotations/formats/format-names.ts';
import { availableFormats } from '../../annotations/formats/formats.ts';
import { holdsLabelsOnly } from '../../annotations/formats/label-files.ts';
import { Failure } from '../failure.ts';
import { encodingOf, type OptionFlags, type OptionValues, oneOf } from '../options.ts';

/** Where what is written goes. */
interface Written {
  readonly to: FormatId;
  /** A folder, or the file where the format has one for all; `-` or absent: standard output. */
  readonly output?: string;
  /** Only tell what would be lost. */
  readonly check: boolean;
  /** Write over files that are there. */
  readonly force: boolean;
  /** Whether the CSV begins with a byte order mark. */
  readonly bom: boolean;
}

export interface ExportCommand extends Written {
  readonly files: readonly string[];
  readonly form: TextForm;
  /** Whose tags; empty: those of the files without a name; absent: everybody's. */
  readonly annotator?: string;
  readonly reviews: readonly Review[];
  /** In what the documents are encoded; absent: as they tell. */
  readonly encoding?: FileEncoding;
}

export interface ConvertCommand extends Written {
  readonly files: readonly string[];
  /** Absent: told by the names. */
  readonly from?: FormatId;
}

export interface ImportCommand {
  readonly files: readonly string[];
  /** Absent: told by the names. */
  readonly from?: FormatId;
  /** The folder of the documents; absent: the current one. */
  readonly into: string;
  /** Whose tags they become; absent: as the files say. */
  readonly annotator?: string;
  readonly settlement: Settlement;
  /** Remove the tags that the files no longer have. */
  readonly removeMissing: boolean;
  /** Only tell what would change. */
  readonly check: boolean;
  readonly encoding?: FileEncoding;
  /** Take the labels that the files say, and no tags. */
  readonly labels: boolean;
  /** With labels: put them in the place of those that are there. */
  readonly force: boolean;
}

const reviews = ['accepted', 'suggested', 'rejected', 'all'] as const;

export function exportOf(files: readonly string[], flags: OptionFlags, values: OptionValues): ExportCommand {
  const encoding = encodingOf('encoding', values);
  const annotator = values.get('annotator')?.at(-1);
  return {
    files,
    ...writtenOf('export', flags, values),
    form: oneOf('text', values, ['raw', 'clean'] as const) ?? 'raw',
    reviews: reviewsOf(values),
    ...(annotator !== undefined && { annotator }),
    ...(encoding && { encoding }),
  };
}

export function convertOf(
  files: readonly string[],
  flags: OptionFlags,
  values: OptionValues,
): ConvertCommand {
  const from = oneOf('from', values, availableFormats);
  return { files, ...(from && { from }), ...writtenOf('convert', flags, values) };
}

export function importOf(files: readonly string[], flags: OptionFlags, values: OptionValues): ImportCommand {
  const from = oneOf('from', values, availableFormats);
  const encoding = encodingOf('encoding', values);
  const annotator = values.get('annotator')?.at(-1);
  const into = values.get('into')?.at(-1) ?? '.';
  if (into === '') throw new Failure((say) => say.emptyName('import'));
  const labels = flags.has('labels') || from === 'qdc' || (!from && files.every(holdsLabelsOnly));
  if (flags.has('force') && !labels) throw new Failure((say) => say.forceWithoutLabels());
  const ofTags = onlyForTags.find((option) => flags.has(option) || values.has(option));
  if (labels && ofTags !== undefined) throw new Failure((say) => say.notWithLabels(`--${ofTags}`));
  return {
    files,
    ...(from && { from }),
    into,
    ...(annotator !== undefined && { annotator }),
    settlement: oneOf('on-conflict', values, ['mine', 'theirs', 'newer'] as const) ?? 'mine',
    removeMissing: flags.has('remove-missing'),
    check: isCheck(flags),
    labels,
    force: flags.has('force'),
    ...(encoding && { encoding }),
  };
}

const onlyForTags = ['annotator', 'on-conflict', 'remove-missing', 'encoding'] as const;

function writtenOf(command: 'export' | 'convert', flags: OptionFlags, values: OptionValues): Written {
  const to = oneOf('to', values, availableFormats);
  if (!to) throw new Failure((say) => say.noFormat(command, availableFormats));
  const output = values.get('output')?.at(-1);
  if (output === '') throw new Failure((say) => say.emptyName(command));
  if (flags.has('no-bom') && to !== 'csv') throw new Failure((say) => say.noBomWithoutCsv());
  return {
    to,
    ...(output !== undefined && { output }),
    check: isCheck(flags),
    force: flags.has('force'),
    bom: !flags.has('no-bom'),
  };
}

/** Two words for one thing: `--check` as elsewhere here, and the one that other programs have. */
function isCheck(flags: OptionFlags): boolean {
  return flags.has('check') || flags.has('dry-run');
}

export function reviewsOf(values: OptionValues): readonly Review[] {
  const chosen = new Set<Review>();
  for (const value of values.get('review') ?? []) {
    const review = oneOf('review', new Map([['review', [value]]]), reviews)!;
    if (review === 'all') return ['accepted', 'suggested', 'rejected'];
    chosen.add(review);
  }
  return chosen.size > 0 ? [...chosen] : ['accepted'];
}
