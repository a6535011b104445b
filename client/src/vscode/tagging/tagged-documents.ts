import * as vscode from 'vscode';
import { createAnnotationStore } from '../../annotations/annotation-store.ts';
import { diplomaticScheme } from '../../annotations/labels.ts';
import { isStatement } from '../language/active-statement.ts';
import type { TaggedChange, TaggedDocument, TaggedDocuments } from './tagged-document.ts';

export function openTaggedDocuments(): TaggedDocuments {
  const open = new Map<string, TaggedDocument>();
  const changed = new vscode.EventEmitter<{ tagged: TaggedDocument; change: TaggedChange }>();
  const opened = new vscode.EventEmitter<TaggedDocument>();
  const closed = new vscode.EventEmitter<TaggedDocument>();
  const add = (document: vscode.TextDocument) => {
    if (!isStatement(document)) return;
    const store = createAnnotationStore(document.getText(), [], {
      creator: 'x',
      now: () => new Date().toISOString(),
      newId: () => `urn:uuid:${crypto.randomUUID()}`,
    });
    const tagged: TaggedDocument = {
      document,
      scheme: diplomaticScheme,
      store,
      file: undefined,
      trouble: undefined,
    };
    store.onDidChange(({ kind }) => changed.fire({ tagged, change: kind }));
    open.set(document.uri.toString(), tagged);
    opened.fire(tagged);
  };
  for (const d of vscode.workspace.textDocuments) add(d);
  const l = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(add),
    vscode.workspace.onDidCloseTextDocument((d) => {
      const t = open.get(d.uri.toString());
      open.delete(d.uri.toString());
      if (t) closed.fire(t);
    }),
    vscode.workspace.onDidChangeTextDocument((e) => {
      const t = open.get(e.document.uri.toString());
      if (!t || e.contentChanges.length === 0) return;
      t.store.edit(
        e.contentChanges.map((c) => ({
          start: c.rangeOffset,
          end: c.rangeOffset + c.rangeLength,
          text: c.text,
        })),
      );
    }),
  );
  return {
    of: (d) => (d ? open.get(d.uri.toString()) : undefined),
    find(id) {
      for (const tagged of open.values()) {
        const tag = tagged.store.get(id);
        if (tag) return { tagged, tag };
      }
      return undefined;
    },
    onDidChange: changed.event,
    onDidOpen: opened.event,
    onDidClose: closed.event,
    flush: async () => {},
    dispose: () => l.dispose(),
  };
}
