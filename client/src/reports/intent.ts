/** What a person does in the report's page, as it is told to the extension; every message is checked. */
export type ReportIntent =
  | { readonly type: 'ready' | 'refresh' }
  /** The report of this version is on the screen. */
  | { readonly type: 'drawn'; readonly version: number }
  /** Null: everyone. */
  | { readonly type: 'annotator'; readonly annotator: string | null }
  | { readonly type: 'csv'; readonly figure: string }
  /** The picture as a file of its own. */
  | { readonly type: 'svg'; readonly figure: string; readonly svg: string }
  /** Shows what a cell leads to; `version` tells in which report the numbers count. */
  | {
      readonly type: 'go';
      readonly version: number;
      readonly figure: string;
      readonly row: number;
      readonly column: number;
    };

/** The longest picture that a page may send, in UTF-16 code units. */
export const longestPicture = 8_000_000;
const longestName = 5000;

/** The intent that a message states, or undefined where it states none: wrong types and sizes are refused. */
export function readReportIntent(message: unknown): ReportIntent | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, figure, annotator, svg, version, row, column } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
    case 'refresh':
      return { type };
    case 'drawn':
      return isCount(version) ? { type, version } : undefined;
    case 'annotator':
      return annotator === null || isName(annotator) ? { type, annotator } : undefined;
    case 'csv':
      return isName(figure) ? { type, figure } : undefined;
    case 'svg':
      return isName(figure) && isPicture(svg) ? { type, figure, svg } : undefined;
    case 'go':
      return isName(figure) && isCount(version) && isCount(row) && isCount(column)
        ? { type, version, figure, row, column }
        : undefined;
    default:
      return undefined;
  }
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= longestName;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isPicture = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestPicture && value.startsWith('<svg ');
