import * as vscode from 'vscode';
import { activeStatement } from '../language/active-statement.ts';
import type { TaggedDocuments } from './tagged-document.ts';

/** Keeps the context keys that say which commands make sense now, and tells stores where the cursor went. */
export function keepContexts(documents: TaggedDocuments): vscode.Disposable {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', `jiaozhu.${key}`, value);
  };
  const update = () => {
    const editor = activeStatement();
    const store = documents.of(editor?.document)?.store;
    set('statement', editor !== undefined);
    set('hasTags', store !== undefined && store.snapshot.anchored.length + store.snapshot.orphans.length > 0);
    set('canUndoTagging', store?.snapshot.canUndo ?? false);
    set('canRedoTagging', store?.snapshot.canRedo ?? false);
    const offset = editor?.document.offsetAt(editor.selection.active) ?? 0;
    set('tagUnderCursor', store !== undefined && store.at(offset).length > 0);
  };
  update();
  return vscode.Disposable.from(
    documents.onDidOpen(update),
    documents.onDidClose(update),
    documents.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const cursor = selections[0]?.active;
      const tagged = documents.of(textEditor.document);
      if (cursor && tagged) tagged.store.cursorMoved(textEditor.document.offsetAt(cursor));
      update();
    }),
  );
}
