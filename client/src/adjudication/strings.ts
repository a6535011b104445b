import type { Aspect } from '../annotations/adjudication/difference.ts';
import type { DecisionKind } from '../annotations/adjudication/record.ts';
import type { ItemState } from '../annotations/adjudication/settlement.ts';
import type { PanelStrings } from '../panel/strings.ts';
import type { ListedState } from './state.ts';

/** Every word that the page shows; the extension fills them in the reader's language. Free of vscode and Node. */
export interface AdjudicationStrings {
  readonly title: string;
  /** {0}: the statement's name. */
  readonly heading: string;
  /** {0}: how many, {1}: of how many, {2}: on how many the annotators agree. */
  readonly progress: string;
  /** {0}: names. */
  readonly unfinished: string;
  /** Between names. */
  readonly comma: string;
  readonly undo: string;

  readonly differences: string;
  /** {0}: the place of the first listed, {1}: of the last, {2}: of how many. */
  readonly listPlace: string;
  readonly show: string;
  readonly listed: Readonly<Record<ListedState, string>>;
  readonly withLabel: string;
  readonly allLabels: string;
  readonly noneListed: string;
  readonly allSettled: string;
  readonly exportTags: string;
  readonly showReport: string;
  readonly state: Readonly<Record<ItemState, string>>;
  readonly changed: string;
  readonly aspect: Readonly<Record<Aspect, string>>;

  readonly onDocument: string;
  readonly noTag: string;
  readonly removed: string;
  readonly label: string;
  readonly words: string;
  readonly note: string;
  readonly attributes: string;
  readonly relations: string;
  readonly chain: string;
  /** Of one thing. */
  readonly differs: string;
  /** Of several. */
  readonly differ: string;
  readonly taken: string;
  readonly settled: string;
  readonly settledAsNone: string;
  /** {0}: how many. */
  readonly looseLinks: string;
  readonly decision: Readonly<Record<DecisionKind, string>>;
  /** {0}: who had no tag there. */
  readonly takenNone: string;
  /** {0}: how it was settled, {1}: who, {2}: when. */
  readonly decidedBy: string;
  /** {0}: how it was settled, {1}: when. */
  readonly decidedAt: string;
  /** {0}: how it was settled before. */
  readonly formerly: string;

  /** {0}: whose tags. */
  readonly take: string;
  /** {0}: who has no tag there. */
  readonly takeNone: string;
  readonly both: string;
  readonly all: string;
  readonly keep: string;
  readonly neither: string;
  readonly none: string;
  readonly remove: string;
  readonly edit: string;
  readonly previous: string;
  readonly next: string;
  readonly toText: string;

  readonly editTitle: string;
  readonly startEarlier: string;
  readonly startLater: string;
  readonly endEarlier: string;
  readonly endLater: string;
  readonly fromSelection: string;
  readonly save: string;
  readonly cancel: string;
  /** For the fields of attributes, which are the panel's. */
  readonly fields: Pick<PanelStrings, 'notSet' | 'notInScheme' | 'notANumber' | 'removeAttribute'>;
}
