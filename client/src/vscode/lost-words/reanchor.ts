import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Annotation, quotedWords } from '../../annotations/annotation.ts';
import { labelOf } from '../../annotations/labels.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import { iconOf } from '../tagging/label-icon.ts';
import { nameOf } from '../tagging/label-name.ts';
import type { TaggedDocument, TaggedDocuments } from '../tagging/tagged-document.ts';

/** Puts a tag that has lost its words on other ones (UTF-16 raw), and says what came of it. */
export function reanchor(
  documents: TaggedDocuments,
  actions: TaggingActions,
  id: string,
  range: TextRange,
): boolean {
  const found = documents.find(id);
  if (!found || !actions.taggable(found.tagged.document)) return false;
  if (!found.tagged.store.move(id, range)) {
    actions.say(vscode.l10n.t('Select the words that the tag belongs to first.'));
    return false;
  }
  const name = nameOf(labelOf(found.tagged.scheme, found.tag.label));
  actions.say(vscode.l10n.t('{0}: the tag has words again', name));
  return true;
}

/** Puts a lost tag on what is selected in the editor: the one that is given, the only one, or one that is picked. */
export async function reanchorHere(
  documents: TaggedDocuments,
  actions: TaggingActions,
  given?: string,
): Promise<void> {
  const editor = activeStatement();
  const tagged = editor && documents.of(editor.document);
  if (!editor || !tagged) return;
  if (editor.selection.isEmpty)
    return actions.say(vscode.l10n.t('Select the words that the tag belongs to first.'));
  const range = toOffsets(editor.document, editor.selection);
  const { orphans } = tagged.store.snapshot;
  if (orphans.length === 0) return actions.say(vscode.l10n.t('No tag of this statement has lost its words.'));
  const id = given ?? (orphans.length === 1 ? orphans[0]!.id : await pickOrphan(tagged, orphans));
  if (id !== undefined) reanchor(documents, actions, id, range);
}

async function pickOrphan(
  tagged: TaggedDocument,
  orphans: readonly Annotation[],
): Promise<string | undefined> {
  const entries = orphans.map((tag) => {
    const label = labelOf(tagged.scheme, tag.label);
    return {
      label: shorten(quotedWords(tag), 60),
      description: nameOf(label),
      iconPath: iconOf(label),
      id: tag.id,
    };
  });
  const title = vscode.l10n.t('Which Tag Belongs to the Selected Words?');
  return (await vscode.window.showQuickPick(entries, { title, matchOnDescription: true }))?.id;
}
