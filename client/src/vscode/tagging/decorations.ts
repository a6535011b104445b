import * as vscode from 'vscode';
import { type Label, labelOf, reviewedLabelId } from '../../annotations/labels.ts';
import { type Drawn, equal, rangesOf } from './drawn.ts';
import { Levels } from './levels.ts';
import type { TagFilters } from './tag-filters.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** How long after typing the tags are drawn anew; until then the editor moves them along by itself. */
const pause = 100;

/**
 * Draws the tags in the editors: a tint and a line in the label's colour. Tags that overlap differ by the
 * place and kind of their line, so that they can be told apart without colour as well. While a filter is on, those
 * that it does not show keep a faint line alone. A tag of a section is drawn beside its heading, one of the whole
 * document not in the text at all: the panel and the list of tags show it.
 */
export function drawTags(documents: TaggedDocuments, filters: TagFilters): vscode.Disposable {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const drawn = new WeakMap<vscode.TextEditor, Drawn>();
  const waiting = new Map<TaggedDocument, NodeJS.Timeout>();

  const typeOf = (label: Label, level: number, faint: boolean) => {
    const key = `${label.colour.light} ${label.colour.dark} ${level}${faint ? ' faint' : ''}`;
    const look = faint ? faintLookOf : lookOf;
    const type = types.get(key) ?? vscode.window.createTextEditorDecorationType(look(label, level));
    types.set(key, type);
    return type;
  };
  const sectionTypeOf = (label: Label) => {
    const key = `section ${label.id === reviewedLabelId ? '' : label.colour.light} ${label.colour.dark}`;
    const type = types.get(key) ?? vscode.window.createTextEditorDecorationType(sectionLookOf(label));
    types.set(key, type);
    return type;
  };
  /** The places of each look: start and end of each tag, UTF-16 raw, flat. */
  const placesOf = (tagged: TaggedDocument): Map<vscode.TextEditorDecorationType, number[]> => {
    const { store, scheme } = tagged;
    const filter = filters.of(tagged);
    const levels = new Levels();
    const places = new Map<vscode.TextEditorDecorationType, number[]>();
    const byLabel = new Map<string, number[][]>();
    const faintByLabel = new Map<string, number[][]>();
    // Thousands of tags are gone through on each key that tags: nothing is made in this loop but its result.
    for (const tag of store.snapshot.anchored) {
      const { label, spans, scope, review } = tag;
      // What is suggested is drawn with the suggestions, what was rejected not at all.
      if (review !== 'accepted' || scope === 'document' || spans.length === 0) continue;
      if (scope === 'section') {
        const type = sectionTypeOf(labelOf(scheme, label));
        const offsets = places.get(type) ?? [];
        places.set(type, offsets);
        offsets.push(spans[0]!.start, spans[0]!.end);
        continue;
      }
      const level = levels.of(spans[0]!.start, spans.at(-1)!.end);
      const faint = !filter.shows(tag);
      const ofKind = faint ? faintByLabel : byLabel;
      let byLevel = ofKind.get(label);
      if (!byLevel) {
        byLevel = [];
        ofKind.set(label, byLevel);
      }
      let offsets = byLevel[level];
      if (!offsets) {
        // Two labels of one colour share a look.
        const type = typeOf(labelOf(scheme, label), level, faint);
        offsets = places.get(type) ?? [];
        places.set(type, offsets);
        byLevel[level] = offsets;
      }
      for (let i = 0; i < spans.length; i += 1) offsets.push(spans[i]!.start, spans[i]!.end);
    }
    return places;
  };
  const draw = (tagged: TaggedDocument, editors: readonly vscode.TextEditor[]) => {
    const { document } = tagged;
    const shown = editors.filter((editor) => editor.document === document);
    if (shown.length === 0) return;
    const places = placesOf(tagged);
    for (const editor of shown) {
      const before = drawn.get(editor);
      const same = before?.version === document.version;
      for (const type of new Set([...(before?.places.keys() ?? []), ...places.keys()])) {
        const offsets = places.get(type) ?? [];
        if (same && equal(before.places.get(type), offsets)) continue;
        editor.setDecorations(type, rangesOf(document, offsets));
      }
      drawn.set(editor, { version: document.version, places });
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
        for (const type of drawn.get(editor)?.places.keys() ?? []) editor.setDecorations(type, []);
        drawn.delete(editor);
      }
    }),
    documents.onDidChange(({ tagged, change }) => {
      if (change === 'text') drawSoon(tagged);
      else draw(tagged, vscode.window.visibleTextEditors);
    }),
    filters.onDidChange(drawAll),
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

/** What is left of a tag that a filter does not show: a faint line, and no mark beside the scroll bar. */
function faintLookOf(label: Label, level: number): vscode.DecorationRenderOptions {
  return {
    ...lines[level],
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    light: { borderColor: `${label.colour.light}38` },
    dark: { borderColor: `${label.colour.dark}38` },
  };
}

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

/** A bar beside the heading; a section that is reviewed has a tick in the margin. */
function sectionLookOf(label: Label): vscode.DecorationRenderOptions {
  if (label.id === reviewedLabelId) {
    return {
      gutterIconSize: '70%',
      light: { gutterIconPath: tick('#1a7f37'), overviewRulerColor: '#1a7f37b0' },
      dark: { gutterIconPath: tick('#4ac26b'), overviewRulerColor: '#4ac26bb0' },
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    };
  }
  const themed = ({ light, dark }: Label['colour'], theme: 'light' | 'dark') => {
    const colour = theme === 'light' ? light : dark;
    return { borderColor: colour, overviewRulerColor: `${colour}b0` };
  };
  return {
    isWholeLine: true,
    borderWidth: '0 0 0 4px',
    borderStyle: 'double',
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    light: themed(label.colour, 'light'),
    dark: themed(label.colour, 'dark'),
  };
}

const tick = (colour: string) =>
  vscode.Uri.parse(
    `data:image/svg+xml;utf8,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="${colour}" stroke-width="2"/></svg>`,
    )}`,
  );
