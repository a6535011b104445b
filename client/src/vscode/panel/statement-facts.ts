import type * as vscode from 'vscode';
import type { Pending, StatementFacts } from '../../panel/views/statement-facts.ts';
import { toOffsets } from '../language/offsets.ts';
import type { Readings } from '../reading/readings.ts';
import { inReadersLanguage } from '../tagging/label-name.ts';
import type { TaggedDocument } from '../tagging/tagged-document.ts';
import { problemView } from './problem-view.ts';

/** What the panel is told of the statement in an editor. */
export function statementFacts(
  editor: vscode.TextEditor,
  tagged: TaggedDocument,
  readings: Readings,
  pending: readonly Pending[],
): StatementFacts {
  const { store, scheme, document, trouble } = tagged;
  const cursor = document.offsetAt(editor.selection.active);
  return {
    scheme,
    snapshot: store.snapshot,
    parts: readings.parts(document),
    pending,
    cursor,
    selection: toOffsets(document, editor.selection),
    ...(trouble ? { problem: problemView(trouble) } : {}),
    here: store.at(cursor),
    tag: (id) => store.get(id),
    words: (range) => readings.words(document, range),
    around: (range, room) => readings.around(document, range, room),
    read: inReadersLanguage,
  };
}
