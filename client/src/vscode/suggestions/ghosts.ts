import * as vscode from 'vscode';
import { type Label, labelOf } from '../../annotations/labels.ts';
import { type Drawn, equal, rangesOf } from '../tagging/drawn.ts';
import { Levels } from '../tagging/levels.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import type { Suggestions } from './suggestions.ts';

/** Several causes in one moment are drawn once, after the tags. */
const pause = 15;

/**
 * Draws what is suggested: a dotted line in the label's colour and no tint, so that it is known from a tag, whose
 * line is solid or dashed, without colour too.
 */
export function drawGhosts(suggestions: Suggestions, documents: TaggedDocuments): vscode.Disposable {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const drawn = new WeakMap<vscode.TextEditor, Drawn>();
  let timer: NodeJS.Timeout | undefined;

  const typeOf = (label: Label, level: number) => {
    const key = `${label.colour.light} ${label.colour.dark} ${level}`;
    const type = types.get(key) ?? vscode.window.createTextEditorDecorationType(lookOf(label, level));
    types.set(key, type);
    return type;
  };
  const draw = (editor: vscode.TextEditor) => {
    const { document } = editor;
    const scheme = documents.of(document)?.scheme;
    const places = new Map<vscode.TextEditorDecorationType, number[]>();
    if (scheme) {
      const levels = new Levels();
      const labels = new Map<string, Label>();
      for (const { label: id, start, end } of suggestions.of(document)) {
        const label = labels.get(id) ?? labelOf(scheme, id);
        labels.set(id, label);
        const type = typeOf(label, levels.of(start, end));
        const same = places.get(type);
        if (same) same.push(start, end);
        else places.set(type, [start, end]);
      }
    }
    const before = drawn.get(editor);
    const same = before?.version === document.version;
    for (const type of new Set([...(before?.places.keys() ?? []), ...places.keys()])) {
      const offsets = places.get(type) ?? [];
      if (!same || !equal(before.places.get(type), offsets)) {
        editor.setDecorations(type, rangesOf(document, offsets));
      }
    }
    drawn.set(editor, { version: document.version, places });
  };
  const drawSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const editor of vscode.window.visibleTextEditors) {
        if (drawn.has(editor) || documents.of(editor.document)) draw(editor);
      }
    }, pause);
  };
  drawSoon();

  return vscode.Disposable.from(
    suggestions.onDidChange(drawSoon),
    documents.onDidClose(drawSoon),
    vscode.window.onDidChangeVisibleTextEditors(drawSoon),
    {
      dispose() {
        clearTimeout(timer);
        for (const type of types.values()) type.dispose();
      },
    },
  );
}

/** Below, above, and wider ones: a name within a commitment has a line of its own. */
const widths = ['0 0 2px 0', '2px 0 0 0', '0 0 3px 0', '3px 0 0 0'] as const;

function lookOf(label: Label, level: number): vscode.DecorationRenderOptions {
  return {
    borderWidth: widths[level] ?? widths[3],
    borderStyle: 'dotted',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    light: { borderColor: label.colour.light },
    dark: { borderColor: label.colour.dark },
  };
}
