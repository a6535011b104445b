/** What the page and the extension say to each other. Free of vscode and Node: both sides import it. */
import type { AdjudicationState } from './state.ts';
import type { AdjudicationStrings } from './strings.ts';

/** Extension → page. */
export type AdjudicationMessage =
  | { readonly type: 'strings'; readonly strings: AdjudicationStrings }
  | {
      readonly type: 'state';
      /** The number of the last intent that this state has taken into account. */
      readonly done: number;
      readonly state: AdjudicationState;
    }
  /** Words for the live region. */
  | { readonly type: 'say'; readonly text: string };
