import type * as vscode from 'vscode';
import type { LossReason } from '../../annotations/anchoring.ts';
import type { TaggedDocument, TaggedDocuments } from '../tagging/tagged-document.ts';

/** Why and when a tag has lost its words. */
export interface Loss {
  /** deleted: somebody took its words out of the text, here in the editor; else what came of looking for them. */
  readonly reason: 'deleted' | LossReason;
  readonly at: Date;
}

/** What is known of the losses of this session; of those before it nobody has written down when and why. */
export interface Losses extends vscode.Disposable {
  of(id: string): Loss | undefined;
  /** Looks who has lost its words since. */
  look(tagged: TaggedDocument): void;
}

export function keepLosses(documents: TaggedDocuments): Losses {
  const losses = new Map<string, Loss>();
  const lost = new WeakMap<TaggedDocument, Set<string>>();
  const opened = (tagged: TaggedDocument) => {
    const ids = tagged.store.snapshot.orphans.map(({ id }) => id);
    lost.set(tagged, new Set(ids));
    for (const id of ids) {
      const reason = tagged.lossOf(id);
      if (reason) losses.set(id, { reason, at: new Date() });
    }
  };
  const listener = documents.onDidOpen(opened);
  return {
    of: (id) => losses.get(id),
    look(tagged) {
      const before = lost.get(tagged);
      if (!before) return opened(tagged);
      const ids = new Set(tagged.store.snapshot.orphans.map(({ id }) => id));
      for (const id of ids) {
        if (!before.has(id)) losses.set(id, { reason: tagged.lossOf(id) ?? 'deleted', at: new Date() });
      }
      for (const id of before) if (!ids.has(id)) losses.delete(id);
      lost.set(tagged, ids);
    },
    dispose: () => listener.dispose(),
  };
}
