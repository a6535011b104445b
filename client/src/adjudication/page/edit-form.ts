import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import { longestNote } from '../../panel/message-fields.ts';
import { type AttributeField, createAttributeField } from '../../panel/page/attribute-field.ts';
import { draftKey } from '../../panel/page/draft-key.ts';
import type { Drafts } from '../../panel/page/drafts.ts';
import { arrange, make, say, set } from '../../panel/page/element.ts';
import type { Host as FieldHost } from '../../panel/page/host.ts';
import type { PanelStrings } from '../../panel/strings.ts';
import type { AdjudicationState, EditView } from '../state.ts';
import type { AdjudicationStrings } from '../strings.ts';
import type { Host } from './host.ts';

export interface EditForm {
  readonly element: HTMLElement;
  update(state: AdjudicationState, strings: AdjudicationStrings): void;
  focus(): void;
}

/** Writes another tag than those of the annotators: its label, its words, and what else it says. */
export function createEditForm(host: Host, drafts: Drafts): EditForm {
  const title = make('h3', {});
  const label = make('vscode-single-select', { class: 'edit-label' });
  const before = make('span', { class: 'beside' });
  const words = make('mark', {});
  const after = make('span', { class: 'beside' });
  const context = make('blockquote', { class: 'context', lang: 'zh', dir: 'auto' }, before, words, after);
  const button = (send: () => void, className = 'button secondary') => {
    const element = make('button', { class: className, type: 'button' });
    element.addEventListener('click', send);
    return element;
  };
  const move = (end: 'start' | 'end', by: 1 | -1) => button(() => host.send({ type: 'editEnd', end, by }));
  const ends = [move('start', -1), move('start', 1), move('end', -1), move('end', 1)] as const;
  const selection = button(() => host.send({ type: 'editSelection' }));
  const moves = make('div', { class: 'moves' }, ...ends, selection);
  const fields = make('div', { class: 'fields' });
  const note = make('vscode-textarea', { class: 'note', rows: 2, maxlength: longestNote });
  const save = () => {
    drafts.flush();
    host.send({ type: 'editSave' });
  };
  const saveButton = button(save, 'button');
  const cancelButton = button(() => host.send({ type: 'editCancel' }));
  const element = make(
    'form',
    { class: 'edit' },
    title,
    label,
    context,
    moves,
    fields,
    note,
    make('div', { class: 'row edit-end' }, saveButton, cancelButton),
  );
  const shown = new Map<string, AttributeField>();
  let chosen = '';
  let offered = '';
  let key = '';

  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    save();
    event.preventDefault();
    event.stopPropagation();
  });
  label.addEventListener('change', () => {
    if (label.value && label.value !== chosen) host.send({ type: 'editLabel', label: label.value });
  });
  note.addEventListener('input', () => drafts.write(key, note.value));
  note.addEventListener('focusout', () => drafts.flush());

  /** The panel's fields, whose word goes to the tag that is being written. */
  const fieldHost: FieldHost = {
    send: (action) =>
      action.type === 'attribute'
        ? host.send({
            type: 'editAttribute',
            attribute: action.attribute,
            ...(action.value === undefined ? {} : { value: action.value }),
          })
        : 0,
    load: () => ({ drafts: {}, folded: [] }),
    save: () => {},
  };

  const showFields = (edit: EditView, id: string, state: AdjudicationState, strings: AdjudicationStrings) => {
    for (const each of shown.keys()) if (!edit.fields.some((field) => field.id === each)) shown.delete(each);
    for (const field of edit.fields) {
      const there = shown.get(field.id) ?? createAttributeField(id, field.id, fieldHost, drafts);
      shown.set(field.id, there);
      const attribute = state.attributes.find((each) => each.id === field.id);
      // Of all the panel's words a field asks for these alone.
      there.update(field, attribute, strings.fields as PanelStrings);
    }
    arrange(
      fields,
      edit.fields.map((field) => shown.get(field.id)!.element),
    );
  };

  return {
    element,
    update(state, strings) {
      const { edit, current, labels } = state;
      element.hidden = !edit || !current;
      if (!edit || !current) {
        shown.clear();
        return;
      }
      const id = current.id;
      if (key !== draftKey({ tag: id })) shown.clear();
      key = draftKey({ tag: id });
      set(element, { 'aria-label': strings.editTitle });
      say(title, strings.editTitle);
      const offer = JSON.stringify(labels.map(({ id: each, name }) => [each, name]));
      if (offer !== offered) {
        label.replaceChildren(...labels.map((each) => make('vscode-option', { value: each.id }, each.name)));
        offered = offer;
      }
      chosen = edit.label;
      label.label = strings.label;
      // The select learns of its new options a moment later.
      void label.updateComplete.then(() => {
        if (label.value !== chosen) label.value = chosen;
      });
      context.hidden = !edit.hasWords;
      moves.hidden = !edit.hasWords;
      say(before, edit.before);
      say(words, edit.words);
      say(after, edit.after);
      const names = [strings.startEarlier, strings.startLater, strings.endEarlier, strings.endLater];
      ends.forEach((end, i) => {
        say(end, ['⇤ −', '⇤ +', '− ⇥', '+ ⇥'][i]!);
        set(end, { 'aria-label': names[i], title: names[i] });
      });
      say(selection, strings.fromSelection);
      showFields(edit, id, state, strings);
      const text = drafts.show(key, edit.note);
      if (note.value !== text) note.value = text;
      note.label = strings.note;
      note.placeholder = strings.note;
      say(saveButton, strings.save);
      say(cancelButton, strings.cancel);
    },
    focus() {
      void label.updateComplete.then(() => {
        label.focus({ preventScroll: true });
        // Of a form that is higher than the page its beginning.
        const isHigher = element.offsetHeight > window.innerHeight;
        element.scrollIntoView({ block: isHigher ? 'start' : 'nearest' });
      });
    },
  };
}
