import type { FileEncoding } from '../../../../server/src/text/encoding/detection.ts';
import { mostAnnotators } from '../../annotations/agreement/compared-document.ts';
import type { Review } from '../../annotations/annotation.ts';
import { safeAnnotator } from '../../annotations/sidecar-name.ts';
import { reviewsOf } from '../exchange/exchange-options.ts';
import { Failure } from '../failure.ts';
import { encodingOf, type OptionFlags, type OptionValues, oneOf } from '../options.ts';
import { defaultMeasures, type MeasureName, measureNames } from './measure-columns.ts';

export interface AgreementCommand {
  readonly files: readonly string[];
  /** Who is compared, as names of files have it; empty for a file without a name; absent: everybody. */
  readonly annotators?: readonly string[];
  readonly measures: readonly MeasureName[];
  readonly format: (typeof agreementFormats)[number];
  readonly bom: boolean;
  /** Of the measures by the character those over what somebody tagged, in tables. */
  readonly taggedOnly: boolean;
  readonly unfinished: boolean;
  readonly reviews: readonly Review[];
  readonly encoding?: FileEncoding;
}

export const agreementFormats = ['text', 'json', 'csv'] as const;

export function agreementCommandOf(
  files: readonly string[],
  flags: OptionFlags,
  values: OptionValues,
): AgreementCommand {
  if (files.includes('-')) throw new Failure((say) => say.noTagsOfInput());
  const format = oneOf('format', values, agreementFormats);
  if (flags.has('json') && format) throw new Failure((say) => say.jsonAlone());
  const chosen = flags.has('json') ? 'json' : (format ?? 'text');
  if (flags.has('bom') && chosen !== 'csv') throw new Failure((say) => say.bomWithoutCsv());
  const annotators = listOf('annotators', values)?.map(safeAnnotator);
  if (annotators && new Set(annotators).size < 2) throw new Failure((say) => say.twoAnnotators());
  if (annotators && annotators.length > mostAnnotators) {
    throw new Failure((say) => say.tooManyAnnotators(annotators.length, mostAnnotators));
  }
  const measures = listOf('measure', values)?.map(
    (name) => oneOf('measure', new Map([['measure', [name]]]), measureNames)!,
  );
  const encoding = encodingOf('encoding', values);
  return {
    files,
    ...(annotators && { annotators: [...new Set(annotators)] }),
    measures: measures ? [...new Set(measures)] : defaultMeasures,
    format: chosen,
    bom: flags.has('bom'),
    taggedOnly: flags.has('tagged-only'),
    unfinished: flags.has('unfinished'),
    reviews: reviewsOf(values),
    ...(encoding && { encoding }),
  };
}

/** What an option lists, with commas between or said several times. */
function listOf(option: 'annotators' | 'measure', values: OptionValues): string[] | undefined {
  return values
    .get(option)
    ?.flatMap((value) => value.split(/[,，、]/))
    .map((name) => name.trim());
}
