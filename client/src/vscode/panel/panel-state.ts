import type * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
import { type Label, labelOf } from '../../annotations/labels.ts';
import type { LabelView, PanelState, TagView } from '../../panel/messages.ts';
import { toOffsets } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { inReadersLanguage, nameOf } from '../tagging/label-name.ts';
import type { TaggedDocument } from '../tagging/tagged-document.ts';
import { problemView } from './problem-view.ts';

/** How much of the selected and the tagged words the page is sent, in characters. */
const mostSelected = 60;
const mostTagged = 400;

/** What the page is to show of an editor with its tags. */
export function panelState(
  editor: vscode.TextEditor | undefined,
  tagged: TaggedDocument | undefined,
  readings: Readings,
): PanelState {
  if (!editor || !tagged) return { kind: 'none' };
  const { store, scheme, document, trouble } = tagged;
  const { snapshot } = store;
  const view = (label: Label): LabelView => ({
    id: label.id,
    name: nameOf(label),
    colour: label.colour,
    ...(label.key === undefined ? {} : { key: label.key }),
    description: inReadersLanguage(label.description),
    count: snapshot.counts.get(label.id) ?? 0,
  });
  const tags = store.at(document.offsetAt(editor.selection.active)).map((tag): TagView => {
    const label = labelOf(scheme, tag.label);
    return {
      id: tag.id,
      label: tag.label,
      ...(label.known ? {} : { unknown: view(label) }),
      words: shorten(readings.words(document, extent(tag)), mostTagged),
      note: tag.note,
    };
  });
  const selected = toOffsets(document, editor.selection);
  return {
    kind: 'statement',
    labels: scheme.labels.map(view),
    selection: editor.selection.isEmpty ? '' : shorten(readings.words(document, selected), mostSelected),
    tags,
    canUndo: snapshot.canUndo,
    canRedo: snapshot.canRedo,
    orphans: snapshot.orphans.length,
    ...(trouble ? { problem: problemView(trouble) } : {}),
  };
}
