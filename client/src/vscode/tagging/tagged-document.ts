import type * as vscode from 'vscode';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { LossReason } from '../../annotations/anchoring.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Problem } from '../../annotations/problem.ts';
import type { Sidecar } from '../../annotations/sidecar.ts';
import type { AnnotationStore } from '../../annotations/store.ts';
import type { Layer } from './layer.ts';

/** What keeps the tags of a document from being kept. */
export interface Trouble {
  /** What, where and what to do, for a person. */
  readonly message: string;
  /** The file to look at, and its line (1-based). */
  readonly file: vscode.Uri;
  readonly line: number;
  /** Whether tags may still be made: not while a file that nobody may overwrite stands in the way. */
  readonly readOnly: boolean;
  /** Whether the file is one with conflict markers, whose two sides can be merged. */
  readonly mergeable?: boolean;
}

/** Another annotator of a document, with the tags of the file beside it: they move with the text, and are not changed here. */
export interface OtherAnnotator {
  /** As the file's name has it; empty for the file of nobody in particular. */
  readonly annotator: string;
  readonly store: AnnotationStore;
  /** Whether this is no annotator, but what was settled of the tags of several. */
  readonly isSettled: boolean;
  /** What else the file says. */
  readonly sidecar: Pick<Sidecar, 'unknown'>;
  /** Why the file cannot be read as it is now. */
  readonly problem: Problem | undefined;
  /** What other tools' files held beside the tags; undefined where there was nothing. */
  readonly foreign: JsonObject | undefined;
}

/** A statement that is open, with the tags that its reader makes. */
export interface TaggedDocument {
  readonly document: vscode.TextDocument;
  readonly scheme: LabelScheme;
  readonly store: AnnotationStore;
  /** Whose tags these are, as the setting has it; empty where it names nobody. */
  readonly annotator: string;
  /** Whether the reader's own file is that of what was settled. */
  readonly isSettled: boolean;
  /** The others who have tagged it, in order of their names; what was settled of their tags as well, while nobody settles. */
  readonly others: readonly OtherAnnotator[];
  /** The file in which the tags are kept; absent for a document that has no file yet. */
  readonly file: vscode.Uri | undefined;
  readonly trouble: Trouble | undefined;
  /** The tags with the file that keeps them, and what else is in it. */
  readonly layer: OtherAnnotator & Pick<Layer, 'keepForeign'>;
  /** Where any annotator says that the text is as printed; sorted, apart, UTF-16 raw. */
  readonly asPrinted: readonly TextRange[];
  /** Why the words of a tag could not be found when its file was put on the text; undefined where that is not so. */
  lossOf(id: string): LossReason | undefined;
}

/** A statement whose annotators' tags can be settled. */
export interface SettledDocument extends TaggedDocument {
  /** What is being settled of the annotators' tags; undefined until it is asked for. */
  readonly settledSet: TaggedDocument | undefined;
  /**
   * Opens the settled set of that name, or gives the one that is open; it follows the text from then on.
   * @param annotators whose tags are settled, as its file is to say
   */
  openSettled(name: string, annotators: () => readonly string[]): Promise<TaggedDocument>;
}

/** tags: what is tagged; text: tags moved with the text; state: labels, trouble, the other annotators, or what can be undone. */
export type TaggedChange = 'tags' | 'text' | 'state';

/** The open statements with their tags. */
export interface TaggedDocuments extends vscode.Disposable {
  /** The tags of an open statement; undefined while its file of tags is being read. */
  of(document: vscode.TextDocument | undefined): SettledDocument | undefined;
  /** The tag with this id, in whichever open document it is. */
  find(id: string): { readonly tagged: TaggedDocument; readonly tag: Annotation } | undefined;
  readonly onDidChange: vscode.Event<{ readonly tagged: TaggedDocument; readonly change: TaggedChange }>;
  readonly onDidOpen: vscode.Event<TaggedDocument>;
  readonly onDidClose: vscode.Event<TaggedDocument>;
  /** Writes what waits to be written. */
  flush(): Promise<void>;
}
