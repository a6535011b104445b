import * as vscode from 'vscode';
import { activeStatement } from '../language/active-statement.ts';
import { showInformationMessage } from '../notice.ts';
import type { TaggingActions } from './actions.ts';
import type { Annotators } from './annotators.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';
import { takeOverAll } from './taking-over.ts';

/** The documents of which it has been said, each with the name under which they were open. */
const memory = 'jiaozhu.namelessTagsTold';
const mostRemembered = 1000;

/**
 * Who gives a name sees a file of that name, and no longer the tags that were made without one: says so once for each
 * document and name, and offers them. Without a change of name only where the name has no tags yet.
 */
export function offerNamelessTags(
  documents: TaggedDocuments,
  actions: TaggingActions,
  annotators: Annotators,
  workspaceState: vscode.Memento,
): vscode.Disposable {
  const stored = workspaceState.get<unknown>(memory);
  let told: readonly unknown[] = Array.isArray(stored) ? stored : [];
  /** Open documents whose annotator has changed. */
  const renamed = new Set<string>();

  const offer = async (tagged: TaggedDocument) => {
    const nameless = tagged.others.find(({ annotator }) => annotator === '');
    const { anchored, orphans } = tagged.store.snapshot;
    const count = nameless?.store.snapshot.anchored.length ?? 0;
    const name = tagged.document.uri.toString();
    if (!nameless || count === 0) return;
    if (!renamed.delete(name) && anchored.length + orphans.length > 0) return;
    const key = `${name} ${tagged.annotator}`;
    if (told.includes(key)) return;
    told = [...told, key].slice(-mostRemembered);
    void workspaceState.update(memory, told);
    const take = vscode.l10n.t('Take Them Over');
    const show = vscode.l10n.t('Show Them');
    const answer = await showInformationMessage(
      vscode.l10n.t(
        'Tags of “{0}” that were made without a name: {1}. Take them over, show them, or leave them?',
        vscode.workspace.asRelativePath(tagged.document.uri),
        count,
      ),
      take,
      show,
    );
    // The name may have changed once more, or the document been closed and opened again, while the message stood.
    const now = documents.of(tagged.document);
    const there = now?.others.find(({ annotator }) => annotator === '');
    if (!now || !there) return;
    if (answer === take) takeOverAll(actions, now, there);
    if (answer === show) annotators.show(now, '');
  };
  const look = () => {
    const tagged = documents.of(activeStatement()?.document);
    if (tagged) void offer(tagged);
  };
  look();
  return vscode.Disposable.from(
    documents.onDidOpen(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidChangeConfiguration((event) => {
      for (const { uri } of vscode.workspace.textDocuments) {
        if (event.affectsConfiguration('jiaozhu.annotator', uri)) renamed.add(uri.toString());
      }
    }),
  );
}
