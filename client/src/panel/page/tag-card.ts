import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import { fill, type LabelView, longestNote, type PanelStrings, type TagView } from '../messages.ts';
import type { Drafts } from './drafts.ts';
import { icon, make, say, set } from './element.ts';
import type { Host } from './host.ts';
import { paint } from './swatch.ts';

export interface TagCard {
  readonly element: HTMLElement;
  update(tag: TagView, labels: readonly LabelView[], strings: PanelStrings): void;
  focusNote(): void;
}

/** One tag at the cursor: its words, label and note. */
export function createTagCard(id: string, host: Host, drafts: Drafts): TagCard {
  const swatch = make('span', { class: 'swatch', 'aria-hidden': 'true' });
  const words = make('blockquote', { class: 'words', lang: 'zh' });
  const select = make('vscode-single-select', { class: 'relabel' });
  const note = make('vscode-textarea', {
    class: 'note',
    rows: 2,
    maxlength: longestNote,
  });
  const reveal = make('button', { class: 'tool', type: 'button' }, icon('reveal'));
  const remove = make('button', { class: 'tool', type: 'button' }, icon('remove'));
  const element = make(
    'article',
    { class: 'tag' },
    make('div', { class: 'row' }, swatch, select, reveal, remove),
    words,
    note,
  );
  let shown = '';

  /** The field grows with what is in it. */
  const fit = () => {
    note.rows = Math.max(2, Math.min(12, note.value.split('\n').length));
  };
  note.addEventListener('input', () => {
    fit();
    drafts.write(id, note.value);
  });
  note.addEventListener('focusout', () => drafts.flush());
  select.addEventListener('change', () => {
    if (select.value && select.value !== shown) host.send({ type: 'relabel', tag: id, label: select.value });
  });
  reveal.addEventListener('click', () => host.send({ type: 'reveal', tag: id }));
  remove.addEventListener('click', () => host.send({ type: 'remove', tag: id }));

  let offered = '';
  return {
    element,
    update(tag, labels, strings) {
      const all = tag.unknown ? [...labels, tag.unknown] : labels;
      const label = all.find((each) => each.id === tag.label);
      if (label) paint(element, label);
      set(element, { 'aria-label': fill(strings.tagAtCursor, label?.name ?? tag.label) });
      say(words, tag.words);

      const offer = JSON.stringify(all.map(({ id, name }) => [id, name]));
      if (offer !== offered) {
        select.replaceChildren(...all.map((each) => make('vscode-option', { value: each.id }, each.name)));
        offered = offer;
      }
      shown = tag.label;
      select.label = strings.label;
      set(select, { 'aria-label': strings.label });
      // The select learns of its new options a moment later.
      void select.updateComplete.then(() => {
        if (select.value !== shown) select.value = shown;
      });

      const text = drafts.show(id, tag.note);
      if (note.value !== text) note.value = text;
      fit();
      note.label = strings.note;
      note.placeholder = strings.notePlaceholder;
      for (const [button, name] of [
        [reveal, strings.reveal],
        [remove, strings.remove],
      ] as const) {
        set(button, { 'aria-label': name, title: name });
      }
    },
    focusNote: () => void note.updateComplete.then(() => note.wrappedElement.focus()),
  };
}
