import * as vscode from 'vscode';
import { type LabelColour, labelOf } from '../../annotations/labels.ts';
import { toRange } from '../language/offsets.ts';
import type { Annotators } from './annotators.ts';
import type { TagFilters } from './tag-filters.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** How long after a change others' tags are drawn anew; until then the editor moves them along by itself. */
const pause = 100;

/**
 * Draws the tags of the other annotators that are to be seen: a dashed frame in the label's colour, without a tint,
 * so that one's own tags stay what the eye meets first. Whose they are, the hover tells.
 */
export function drawOthersTags(
  documents: TaggedDocuments,
  annotators: Annotators,
  filters: TagFilters,
): vscode.Disposable {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const drawn = new WeakMap<vscode.TextEditor, ReadonlySet<vscode.TextEditorDecorationType>>();
  let timer: NodeJS.Timeout | undefined;

  const typeOf = (colour: LabelColour) => {
    const key = `${colour.light} ${colour.dark}`;
    const type = types.get(key) ?? vscode.window.createTextEditorDecorationType(frameOf(colour));
    types.set(key, type);
    return type;
  };
  const rangesOf = (tagged: TaggedDocument) => {
    const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const { annotator, store } of annotators.shown(tagged)) {
      const filter = filters.ofOther(tagged, annotator);
      for (const tag of store.snapshot.anchored) {
        if (tag.review !== 'accepted' || tag.scope !== 'words' || !filter.shows(tag)) continue;
        const type = typeOf(labelOf(tagged.scheme, tag.label).colour);
        const places = ranges.get(type) ?? [];
        ranges.set(type, places);
        for (const span of tag.spans) {
          if (span.start < span.end) places.push(toRange(tagged.document, span));
        }
      }
    }
    return ranges;
  };
  const draw = () => {
    timer = undefined;
    for (const editor of vscode.window.visibleTextEditors) {
      const tagged = documents.of(editor.document);
      const ranges = tagged ? rangesOf(tagged) : new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
      const before = drawn.get(editor) ?? new Set();
      for (const type of new Set([...before, ...ranges.keys()]))
        editor.setDecorations(type, ranges.get(type) ?? []);
      drawn.set(editor, new Set(ranges.keys()));
    }
  };
  const drawSoon = () => {
    timer ??= setTimeout(draw, pause);
  };
  drawSoon();
  return vscode.Disposable.from(
    documents.onDidOpen(drawSoon),
    documents.onDidClose(drawSoon),
    documents.onDidChange(({ tagged }) => {
      if (annotators.shown(tagged).length > 0) drawSoon();
    }),
    annotators.onDidChange(draw),
    filters.onDidChange(drawSoon),
    vscode.window.onDidChangeVisibleTextEditors(drawSoon),
    {
      dispose() {
        clearTimeout(timer);
        for (const type of types.values()) type.dispose();
      },
    },
  );
}

function frameOf({ light, dark }: LabelColour): vscode.DecorationRenderOptions {
  return {
    outline: '1px dashed',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    light: { outline: `1px dashed ${light}c0` },
    dark: { outline: `1px dashed ${dark}c0` },
  };
}
