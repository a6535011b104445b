/** Every word that the page shows; the extension fills them in the reader's language. Free of vscode and Node. */
export interface PanelStrings {
  readonly panel: string;
  readonly noStatement: string;
  readonly openFile: string;
  readonly nothingSelected: string;
  /** {0}: the words. */
  readonly selected: string;
  readonly undo: string;
  readonly redo: string;
  /** {0}: how many. */
  readonly orphans: string;

  readonly palette: string;
  readonly filterLabels: string;
  readonly noLabelFits: string;
  /** {0}: how many tags. */
  readonly count: string;
  /** {0}: how many suggestions. */
  readonly pending: string;
  /** {0}: the digit or letter. */
  readonly key: string;
  readonly otherLabels: string;
  /** Over the labels that the scheme does not have. */
  readonly unknownLabels: string;
  readonly mapLabels: string;

  /** {0}: the label. */
  readonly guideline: string;
  readonly openGuideline: string;
  readonly noGuideline: string;
  /** Above one that is not read as Markdown. */
  readonly plainGuideline: string;
  readonly close: string;

  readonly tagHere: string;
  /** {0}: how many. */
  readonly tagsHere: string;
  readonly noTagAtCursor: string;
  /** {0}: how many are not listed. */
  readonly moreTags: string;
  /** {0}: the label. */
  readonly tagAtCursor: string;
  /** Over the tags of the section and of the document. */
  readonly wider: string;
  readonly onSection: string;
  readonly onDocument: string;
  readonly label: string;
  readonly note: string;
  readonly notePlaceholder: string;
  readonly reveal: string;
  readonly remove: string;
  /** {0}: how many. */
  readonly fragments: string;
  /** {0}: who, {1}: when. */
  readonly made: string;
  readonly suggested: string;
  readonly accept: string;
  readonly reject: string;

  readonly notSet: string;
  /** {0}: a value. */
  readonly notInScheme: string;
  readonly notANumber: string;
  /** {0}: the attribute. */
  readonly removeAttribute: string;

  readonly links: string;
  readonly linkTo: string;
  readonly backlinks: string;
  /** {0}: the relation, {1}: the words. */
  readonly removeLink: string;
  readonly targetGone: string;
  /** {0}: the chain's name, {1}: how many. */
  readonly chain: string;
  readonly leaveChain: string;

  readonly queue: string;
  /** {0}: the place of the first listed, {1}: of the last, {2}: of how many. */
  readonly queuePlace: string;
  readonly noSuggestions: string;
  readonly suggestionsOf: string;
  readonly allLabels: string;
  /** {0}: the label, {1}: how many. */
  readonly acceptInSection: string;
  readonly acceptInDocument: string;
  /** {0}: the words carried over. */
  readonly carriedOver: string;
  readonly toSpeaker: string;

  readonly progress: string;
  /** {0}: of how many {1} parts. */
  readonly reviewedOf: string;
  readonly noParts: string;
  readonly reviewed: string;
  /** Of the whole document. */
  readonly finished: string;
  readonly notReviewed: string;
}

/** Puts values into a text's {0}, {1} …. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
