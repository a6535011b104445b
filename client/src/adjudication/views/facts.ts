import type { TextRange } from '../../../../server/src/text/range.ts';
import type { BilingualText, LabelScheme } from '../../annotations/labels.ts';
import type { ProblemView } from '../../panel/state.ts';

/** What the page's state is made of beside the session. */
export interface AdjudicationFacts {
  /** The statement's name. */
  readonly document: string;
  readonly scheme: LabelScheme;
  /** A text in the reader's language. */
  read(text: BilingualText): string;
  /** The clean words of a range (UTF-16 raw), on one line. */
  words(range: TextRange): string;
  /** The clean words beside a range (UTF-16 raw), in its paragraph. */
  around(range: TextRange): { readonly before: string; readonly after: string };
  /** An annotator's name as it is shown. */
  nameOf(annotator: string): string;
  /** Those who have not marked the statement as finished, as they are shown. */
  readonly unfinished: readonly string[];
  readonly problem?: ProblemView;
}
