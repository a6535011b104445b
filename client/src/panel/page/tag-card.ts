import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import { longestNote } from '../message-fields.ts';
import type { PanelState, TagView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { type AttributeField, createAttributeField } from './attribute-field.ts';
import { draftKey } from './draft-key.ts';
import type { Drafts } from './drafts.ts';
import { arrange, make, say, set } from './element.ts';
import type { Host } from './host.ts';
import { nameTool, tool } from './icon.ts';
import { createLinks } from './links.ts';
import { paint } from './swatch.ts';

export interface TagCard {
  readonly element: HTMLElement;
  update(tag: TagView, state: PanelState, strings: PanelStrings): void;
  focusNote(): void;
}

/** One tag: its words, label, attributes, note and links. */
export function createTagCard(id: string, host: Host, drafts: Drafts): TagCard {
  const key = draftKey({ tag: id });
  const swatch = make('span', { class: 'swatch', 'aria-hidden': 'true' });
  const words = make('blockquote', { class: 'words', lang: 'zh', dir: 'auto' });
  const select = make('vscode-single-select', { class: 'relabel' });
  const note = make('vscode-textarea', { class: 'note', rows: 2, maxlength: longestNote });
  const guideline = tool('guideline', () => host.send({ type: 'guideline', label: shown }));
  const reveal = tool('reveal', () => host.send({ type: 'reveal', tag: id }));
  const remove = tool('remove', () => host.send({ type: 'remove', tag: id }));
  const answer = (review: 'accepted' | 'rejected') => {
    const button = make('button', { class: 'button', type: 'button' });
    button.addEventListener('click', () => host.send({ type: 'review', tag: id, review }));
    return button;
  };
  const accept = answer('accepted');
  const reject = answer('rejected');
  set(reject, { class: 'button secondary' });
  const open = make('p', { class: 'open' });
  const review = make('div', { class: 'review row' }, open, accept, reject);
  const fields = make('div', { class: 'fields' });
  const links = createLinks(id, host);
  const made = make('p', { class: 'made', dir: 'auto' });
  const element = make(
    'article',
    { class: 'tag', 'data-tag': id },
    make('div', { class: 'row' }, swatch, select, guideline, reveal, remove),
    words,
    review,
    fields,
    note,
    links.element,
    made,
  );
  let shown = '';
  let offered = '';
  const shownFields = new Map<string, AttributeField>();

  /** The field grows with what is in it. */
  const fit = () => {
    note.rows = Math.max(2, Math.min(12, note.value.split('\n').length));
  };
  note.addEventListener('input', () => {
    fit();
    drafts.write(key, note.value);
  });
  note.addEventListener('focusout', () => drafts.flush());
  select.addEventListener('change', () => {
    if (select.value && select.value !== shown) host.send({ type: 'relabel', tag: id, label: select.value });
  });

  const showFields = (tag: TagView, state: PanelState, strings: PanelStrings) => {
    for (const each of shownFields.keys()) {
      if (!tag.fields.some((field) => field.id === each)) shownFields.delete(each);
    }
    for (const field of tag.fields) {
      const there = shownFields.get(field.id) ?? createAttributeField(id, field.id, host, drafts);
      shownFields.set(field.id, there);
      there.update(
        field,
        state.attributes.find((each) => each.id === field.id),
        strings,
      );
    }
    arrange(
      fields,
      tag.fields.map((field) => shownFields.get(field.id)!.element),
    );
  };

  return {
    element,
    update(tag, state, strings) {
      const all = tag.unknown ? [...state.labels, tag.unknown] : state.labels;
      const label = all.find((each) => each.id === tag.label);
      if (label) paint(element, label);
      set(element, { 'aria-label': fill(strings.tagAtCursor, label?.name ?? tag.label) });
      say(words, tag.words);
      words.hidden = tag.words === '';

      const offer = JSON.stringify(all.map(({ id, name }) => [id, name]));
      if (offer !== offered) {
        select.replaceChildren(...all.map((each) => make('vscode-option', { value: each.id }, each.name)));
        offered = offer;
      }
      shown = tag.label;
      select.label = strings.label;
      // The select learns of its new options a moment later.
      void select.updateComplete.then(() => {
        if (select.value !== shown) select.value = shown;
      });

      const text = drafts.show(key, tag.note);
      if (note.value !== text) note.value = text;
      fit();
      note.label = strings.note;
      note.placeholder = strings.notePlaceholder;
      nameTool(guideline, strings.openGuideline);
      nameTool(reveal, strings.reveal);
      nameTool(remove, strings.remove);
      reveal.hidden = tag.scope === 'document';
      review.hidden = tag.review !== 'suggested';
      say(open, strings.suggested);
      say(accept, strings.accept);
      say(reject, strings.reject);
      showFields(tag, state, strings);
      links.update(tag, strings);
      say(made, provenance(tag, strings));
    },
    focusNote: () => void note.updateComplete.then(() => note.wrappedElement.focus()),
  };
}

/** What it is about beside words, and who made it when. */
function provenance(tag: TagView, strings: PanelStrings): string {
  const scopes = { words: '', section: strings.onSection, document: strings.onDocument };
  return [
    scopes[tag.scope],
    tag.fragments > 1 ? fill(strings.fragments, tag.fragments) : '',
    tag.creator === '' ? when(tag.created) : fill(strings.made, isolated(tag.creator), when(tag.created)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A name among our own words: first-strong isolate … pop, so that its direction ends with it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** A time in the reader's language and place; what is no time as it was written. */
function when(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return isolated(iso);
  const language = document.documentElement.lang || undefined;
  return time.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}
