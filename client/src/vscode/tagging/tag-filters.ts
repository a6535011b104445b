import * as vscode from 'vscode';
import { noFilter, type TagFilter, textFilter } from '../../annotations/tag-filter.ts';
import type { TaggedDocument } from './tagged-document.ts';

/** The filter that a reader has put on the tags, the same for all statements of the window. */
export interface TagFilters extends vscode.Disposable {
  /** What was typed; empty where nothing is filtered. */
  readonly typed: string;
  /** The filter for the tags of a document; the same object until another is put on. */
  of(tagged: TaggedDocument): TagFilter;
  /** The filter for another annotator's tags of it. */
  ofOther(tagged: TaggedDocument, annotator: string): TagFilter;
  filter(typed: string): void;
  readonly onDidChange: vscode.Event<void>;
}

/** How long typing in the field must pause before the tags are filtered anew, in milliseconds. */
const pause = 60;

/** Keeps the filter, its context key, and its commands. */
export function tagFilters(): TagFilters {
  const changed = new vscode.EventEmitter<void>();
  let filters = new WeakMap<TaggedDocument, Map<string, TagFilter>>();
  let typed = '';
  const filterOf = (tagged: TaggedDocument, annotator: string) => {
    if (typed === '') return noFilter;
    let ofDocument = filters.get(tagged);
    if (!ofDocument) {
      ofDocument = new Map();
      filters.set(tagged, ofDocument);
    }
    let filter = ofDocument.get(annotator);
    if (!filter) {
      filter = textFilter(typed, () => ({ text: tagged.store.text, scheme: tagged.scheme, annotator }));
      ofDocument.set(annotator, filter);
    }
    return filter;
  };
  const made: TagFilters = {
    get typed() {
      return typed;
    },
    of: (tagged) => filterOf(tagged, ''),
    ofOther: filterOf,
    filter(text) {
      if (text.trim() === typed) return;
      typed = text.trim();
      filters = new WeakMap();
      void vscode.commands.executeCommand('setContext', 'jiaozhu.tagsFiltered', typed !== '');
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => disposable.dispose(),
  };
  const disposable = vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand('jiaozhu.filterTags', () => ask(made)),
    vscode.commands.registerCommand('jiaozhu.clearTagFilter', () => made.filter('')),
  );
  return made;
}

/** A field that filters while it is typed in. What is typed stays when it closes: who goes on in the list closes it too. */
function ask(filters: TagFilters): void {
  const field = vscode.window.createInputBox();
  field.title = vscode.l10n.t('Filter Tags');
  field.prompt = vscode.l10n.t(
    'Words, label, note, attribute or annotator; #label or @annotator for these alone. Empty: all tags.',
  );
  field.value = filters.typed;
  field.valueSelection = [0, filters.typed.length];
  let timer: NodeJS.Timeout | undefined;
  field.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => filters.filter(value), pause);
  });
  field.onDidAccept(() => field.hide());
  field.onDidHide(() => {
    clearTimeout(timer);
    filters.filter(field.value);
    field.dispose();
  });
  field.show();
}
