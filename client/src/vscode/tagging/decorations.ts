import * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
import { type Label, labelOf } from '../../annotations/labels.ts';
import { toRange } from '../language/offsets.ts';
import { levelsOf } from './levels.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** How long after typing the tags are drawn anew; until then the editor moves them along by itself. */
const pause = 100;

/**
 * Draws the tags in the editors: a tint and a line in the label's colour. Tags that overlap differ by the
 * place and kind of their line, so that they can be told apart without colour as well.
 */
export function drawTags(documents: TaggedDocuments): vscode.Disposable {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const drawn = new WeakMap<vscode.TextEditor, Map<vscode.TextEditorDecorationType, string>>();
  const waiting = new Map<TaggedDocument, NodeJS.Timeout>();

  const typeOf = (label: Label, level: number) => {
    const key = `${label.colour.light} ${label.colour.dark} ${level}`;
    const type = types.get(key) ?? vscode.window.createTextEditorDecorationType(lookOf(label, level));
    types.set(key, type);
    return type;
  };
  const draw = (tagged: TaggedDocument, editors: readonly vscode.TextEditor[]) => {
    const shown = editors.filter((editor) => editor.document === tagged.document);
    if (shown.length === 0) return;
    const tags = tagged.store.snapshot.anchored;
    const levels = levelsOf(tags.map(extent));
    const places = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    const sums = new Map<vscode.TextEditorDecorationType, string[]>();
    tags.forEach((tag, index) => {
      const type = typeOf(labelOf(tagged.scheme, tag.label), levels[index]!);
      const ranges = places.get(type) ?? [];
      const sum = sums.get(type) ?? [];
      places.set(type, ranges);
      sums.set(type, sum);
      for (const span of tag.spans) {
        ranges.push(toRange(tagged.document, span));
        sum.push(`${span.start}-${span.end}`);
      }
    });
    const version = tagged.document.version;
    for (const editor of shown) {
      const before = drawn.get(editor) ?? new Map<vscode.TextEditorDecorationType, string>();
      for (const type of new Set([...before.keys(), ...places.keys()])) {
        const now = `${version} ${sums.get(type)?.join() ?? ''}`;
        if (before.get(type) === now) continue;
        editor.setDecorations(type, places.get(type) ?? []);
        if (places.has(type)) before.set(type, now);
        else before.delete(type);
      }
      drawn.set(editor, before);
    }
  };
  const drawAll = () => {
    for (const editor of vscode.window.visibleTextEditors) {
      const tagged = documents.of(editor.document);
      if (tagged) draw(tagged, [editor]);
    }
  };
  const drawSoon = (tagged: TaggedDocument) => {
    clearTimeout(waiting.get(tagged));
    waiting.set(
      tagged,
      setTimeout(() => {
        waiting.delete(tagged);
        draw(tagged, vscode.window.visibleTextEditors);
      }, pause),
    );
  };
  drawAll();

  return vscode.Disposable.from(
    documents.onDidOpen(drawAll),
    documents.onDidClose((tagged) => {
      clearTimeout(waiting.get(tagged));
      waiting.delete(tagged);
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document !== tagged.document) continue;
        for (const type of drawn.get(editor)?.keys() ?? []) editor.setDecorations(type, []);
        drawn.delete(editor);
      }
    }),
    documents.onDidChange(({ tagged, change }) => {
      if (change === 'text') drawSoon(tagged);
      else draw(tagged, vscode.window.visibleTextEditors);
    }),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    {
      dispose() {
        for (const timer of waiting.values()) clearTimeout(timer);
        for (const type of types.values()) type.dispose();
      },
    },
  );
}

/** Below, above, dashed below, dashed above: each level's line. */
const lines = [
  { borderWidth: '0 0 2px 0', borderStyle: 'solid' },
  { borderWidth: '2px 0 0 0', borderStyle: 'solid' },
  { borderWidth: '0 0 3px 0', borderStyle: 'dashed' },
  { borderWidth: '3px 0 0 0', borderStyle: 'dashed' },
] as const;

function lookOf(label: Label, level: number): vscode.DecorationRenderOptions {
  const themed = (colour: string, tint: string) => ({
    backgroundColor: `${colour}${tint}`,
    borderColor: colour,
    overviewRulerColor: `${colour}b0`,
  });
  return {
    ...lines[level],
    borderRadius: '2px',
    // Typing at either end does not lengthen a tag; the store holds the same rule.
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    light: themed(label.colour.light, '24'),
    dark: themed(label.colour.dark, '30'),
  };
}
