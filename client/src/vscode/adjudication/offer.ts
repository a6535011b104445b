import * as vscode from 'vscode';
import { activeStatement } from '../language/active-statement.ts';
import { showInformationMessage } from '../notice.ts';
import type { SettledDocument, TaggedDocuments } from '../tagging/tagged-document.ts';
import { comparable, isFinished } from './compared.ts';

/** The documents of which it has been said. */
const memory = 'jiaozhu.settlingOffered';
const mostRemembered = 1000;

/** Says once for each document that two annotators have marked it as finished, and offers to settle their tags. */
export function offerAdjudication(
  documents: TaggedDocuments,
  workspaceState: vscode.Memento,
  settle: (tagged: SettledDocument) => Promise<void>,
): vscode.Disposable {
  const stored = workspaceState.get<unknown>(memory);
  let told: readonly unknown[] = Array.isArray(stored) ? stored : [];

  const offer = async (tagged: SettledDocument) => {
    const name = tagged.document.uri.toString();
    const isBegun = tagged.settledSet !== undefined || tagged.others.some(({ isSettled }) => isSettled);
    const finished = comparable(tagged).filter(({ store }) => isFinished(store));
    if (isBegun || finished.length < 2 || told.includes(name)) return;
    // A mark that cannot be kept, or waits for the text to be saved, is none yet.
    if (tagged.trouble || tagged.document.isDirty) return;
    told = [...told, name].slice(-mostRemembered);
    void workspaceState.update(memory, told);
    const now = vscode.l10n.t('Settle Them');
    const answer = await showInformationMessage(
      vscode.l10n.t(
        '“{0}” is finished by {1} annotators. Settle where their tags differ?',
        vscode.workspace.asRelativePath(tagged.document.uri),
        finished.length,
      ),
      now,
    );
    const there = documents.of(tagged.document);
    if (answer === now && there) await settle(there);
  };
  const look = () => {
    const tagged = documents.of(activeStatement()?.document);
    if (tagged) void offer(tagged);
  };
  look();
  return vscode.Disposable.from(
    documents.onDidOpen(look),
    documents.onDidChange(({ change }) => {
      if (change !== 'text') look();
    }),
    vscode.workspace.onDidSaveTextDocument(look),
    vscode.window.onDidChangeActiveTextEditor(look),
  );
}
