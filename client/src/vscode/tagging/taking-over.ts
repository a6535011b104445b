import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { draftsOf, leavesLinks } from '../../annotations/taking-over.ts';
import type { TaggingActions } from './actions.ts';
import type { OtherAnnotator, TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** Which tags are taken over: those that are named, all with their labels, or all of their annotator. */
export type TakenOver = 'these' | 'label' | 'annotator';

/**
 * Makes others' tags one's own: copies, as one step of undo. Links to tags that are not taken over stay behind, and
 * so do chains unless all tags are; that is said where there were some.
 */
export function takeOver(
  documents: TaggedDocuments,
  actions: TaggingActions,
  ids: readonly string[],
  which: TakenOver = 'these',
): void {
  const found = others(documents, ids[0]);
  if (!found) return;
  const { tagged, other } = found;
  if (which === 'annotator') {
    takeOverAll(actions, tagged, other);
    return;
  }
  const named = ids.flatMap((id) => other.store.get(id) ?? []);
  const labels = new Set(named.map(({ label }) => label));
  const wanted =
    which === 'label'
      ? other.store.snapshot.anchored.filter(
          ({ label, review }) => labels.has(label) && review === 'accepted',
        )
      : named.filter(({ state }) => state === 'anchored');
  take(actions, tagged, wanted.map(accepted), false);
}

/** Makes all tags of another annotator one's own. Of the one without a name, who may be oneself, what was rejected too. */
export function takeOverAll(actions: TaggingActions, tagged: TaggedDocument, other: OtherAnnotator): void {
  const { anchored, orphans } = other.store.snapshot;
  const wanted = anchored.filter(({ review }) => review === 'accepted' || other.annotator === '');
  take(actions, tagged, wanted, true, orphans.length);
}

/** @param lost how many more there are, whose words are gone */
function take(
  actions: TaggingActions,
  tagged: TaggedDocument,
  tags: readonly Annotation[],
  whole: boolean,
  lost = 0,
): void {
  if (!actions.taggable(tagged.document)) return;
  const drafts = draftsOf(tags, whole);
  const before = tagged.store.snapshot.anchored.length;
  tagged.store.addAll(drafts);
  const count = tagged.store.snapshot.anchored.length - before;
  actions.say(
    [
      count > 0
        ? vscode.l10n.t('Tags taken over: {0}', count)
        : vscode.l10n.t('You have these tags already.'),
      count > 0 && leavesLinks(tags, drafts) ? vscode.l10n.t('Some links or chains were not.') : '',
      lost > 0 ? vscode.l10n.t('Not taken over, since their words are lost: {0}', lost) : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** One's own tags are accepted, whatever a machine's were. */
function accepted(tag: Annotation): Annotation {
  return { ...tag, review: 'accepted' };
}

/** The document and the other annotator that a tag belongs to. */
export function others(
  documents: TaggedDocuments,
  id: string | undefined,
): { readonly tagged: TaggedDocument; readonly other: OtherAnnotator } | undefined {
  if (id === undefined) return undefined;
  for (const document of vscode.workspace.textDocuments) {
    const tagged = documents.of(document);
    const other = tagged?.others.find(({ store }) => store.get(id) !== undefined);
    if (tagged && other) return { tagged, other };
  }
  return undefined;
}
