import * as vscode from 'vscode';
import { mappedLabels, type UnknownLabel, unknownLabels } from '../../annotations/label-mapping.ts';
import { activeStatement } from '../language/active-statement.ts';
import { showInformationMessage } from '../notice.ts';
import type { TaggingActions } from './actions.ts';
import { labelItems } from './label-pick.ts';
import type { TaggedDocument } from './tagged-document.ts';

/** Asks for each label that the scheme does not have which one of the scheme its tags are to carry, and changes them as one step of undo. */
export async function mapUnknownLabels(actions: TaggingActions): Promise<void> {
  const document = activeStatement()?.document;
  const tagged = document && actions.taggable(document);
  if (!tagged) return;
  const unknown = unknownLabels(tagged.scheme, tagsOf(tagged));
  if (unknown.length === 0) {
    void showInformationMessage(vscode.l10n.t('Every tag of this statement has a label of the scheme.'));
    return;
  }
  const mapping = new Map<string, string>();
  for (const [index, each] of unknown.entries()) {
    const choice = await ask(tagged, each, `${index + 1}/${unknown.length}`);
    if (!choice) return;
    if (choice.label !== undefined) mapping.set(each.label, choice.label);
  }
  const changed = tagged.store.changeEach(mappedLabels(tagsOf(tagged), mapping));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Labels changed: {0}', changed), 4000);
}

/** The tags of a document that its reader may change, those that have lost their words included. */
export function tagsOf({ store }: TaggedDocument) {
  return [...store.snapshot.anchored, ...store.snapshot.orphans];
}

/** What the tags of a label are to carry; without a label: what they do. Undefined where the person has given up. */
async function ask(
  tagged: TaggedDocument,
  { label, count }: UnknownLabel,
  step: string,
): Promise<{ readonly label?: string } | undefined> {
  const keep = { label: vscode.l10n.t('Keep “{0}”', label), iconPath: new vscode.ThemeIcon('circle-slash') };
  const items = [keep, ...labelItems(tagged.scheme)];
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly id?: string }>(items, {
    title: vscode.l10n.t('The scheme has no label “{0}” ({1}): which one instead? ({2})', label, count, step),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!chosen) return undefined;
  return chosen.id === undefined ? {} : { label: chosen.id };
}
