import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { longestNote } from '../message-fields.ts';
import type { AttributeView, FieldValue, FieldView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { draftKey } from './draft-key.ts';
import type { Drafts } from './drafts.ts';
import { make, say, set } from './element.ts';
import type { Host } from './host.ts';
import { nameTool, tool } from './icon.ts';
import { readNumber } from './number-text.ts';

export interface AttributeField {
  readonly element: HTMLElement;
  update(field: FieldView, attribute: AttributeView | undefined, strings: PanelStrings): void;
}

/** The control for one kind of attribute. */
interface Control {
  readonly element: HTMLElement;
  /** Whether the control shows its name itself. */
  readonly named?: boolean;
  update(value: FieldValue | undefined, attribute: AttributeView, strings: PanelStrings): void;
}

/** One attribute of a tag: a control by its kind; a value that the scheme does not allow stays until it is changed. */
export function createAttributeField(
  tag: string,
  attribute: string,
  host: Host,
  drafts: Drafts,
): AttributeField {
  const send = (value: FieldValue | undefined) => {
    host.send({ type: 'attribute', tag, attribute, ...(value === undefined ? {} : { value }) });
  };
  const name = make('bdi', { class: 'field-name', 'aria-hidden': 'true' });
  const strange = make('span', { class: 'strange', dir: 'auto' });
  const remove = tool('remove', () => send(undefined));
  const stored = make('div', { class: 'stored row' }, strange, remove);
  const element = make('div', { class: 'field' }, name, stored);
  let kind: AttributeView['kind'] | undefined;
  let control: Control | undefined;
  return {
    element,
    update({ value, fits }, definition, strings) {
      if (definition?.kind !== kind) {
        control?.element.remove();
        kind = definition?.kind;
        control = kind && controls[kind]({ tag, attribute, send, drafts });
        if (control) name.after(control.element);
      }
      if (definition) control?.update(fits ? value : undefined, definition, strings);
      const shownName = definition?.name ?? attribute;
      say(name, shownName);
      name.hidden = control?.named === true;
      set(element, { title: definition?.description });
      stored.hidden = fits;
      if (fits) return;
      say(strange, fill(strings.notInScheme, String(value ?? '')));
      nameTool(remove, fill(strings.removeAttribute, shownName));
    },
  };
}

interface ControlSurroundings {
  readonly tag: string;
  readonly attribute: string;
  readonly drafts: Drafts;
  send(value: FieldValue | undefined): void;
}

const controls: Readonly<Record<AttributeView['kind'], (surroundings: ControlSurroundings) => Control>> = {
  flag: createFlag,
  choice: createChoice,
  text: createText,
  number: createNumber,
};

function createFlag({ send }: ControlSurroundings): Control {
  const box = make('vscode-checkbox', { class: 'flag' });
  box.addEventListener('change', () => send(box.checked));
  return {
    element: box,
    named: true,
    update(value, { name }) {
      box.label = name;
      if (box.checked !== (value === true)) box.checked = value === true;
    },
  };
}

function createChoice({ send }: ControlSurroundings): Control {
  const select = make('vscode-single-select', { class: 'choice' });
  let shown = '';
  let offered = '';
  select.addEventListener('change', () => {
    if (select.value !== shown) send(select.value === '' ? undefined : select.value);
  });
  return {
    element: select,
    update(value, { name, choices }, strings) {
      const all = [{ id: '', name: strings.notSet }, ...choices];
      const offer = JSON.stringify(all);
      if (offer !== offered) {
        select.replaceChildren(...all.map(({ id, name }) => make('vscode-option', { value: id }, name)));
        offered = offer;
      }
      shown = typeof value === 'string' ? value : '';
      select.label = name;
      // The select learns of its new options a moment later.
      void select.updateComplete.then(() => {
        if (select.value !== shown) select.value = shown;
      });
    },
  };
}

function createText({ tag, attribute, drafts }: ControlSurroundings): Control {
  const key = draftKey({ tag, attribute });
  const field = make('vscode-textfield', { class: 'text-value', maxlength: longestNote });
  field.addEventListener('input', () => drafts.write(key, field.value));
  field.addEventListener('focusout', () => drafts.flush());
  return {
    element: field,
    update(value, { name }) {
      field.label = name;
      const text = drafts.show(key, value === undefined ? '' : String(value));
      if (field.value !== text) field.value = text;
    },
  };
}

function createNumber({ send }: ControlSurroundings): Control {
  const field = make('vscode-textfield', { class: 'number-value' });
  const message = make('p', { class: 'mistake', role: 'alert', hidden: true });
  const element = make('div', { class: 'number' }, field, message);
  let shown = '';
  let typing = false;
  const check = () => {
    const mistaken = readNumber(field.value) === 'none';
    field.invalid = mistaken;
    message.hidden = !mistaken;
  };
  field.addEventListener('input', () => {
    typing = true;
    // What becomes right again is no mistake any more; what is half typed is none yet.
    if (!message.hidden) check();
  });
  const settle = () => {
    check();
    const value = readNumber(field.value);
    if (!typing || value === 'none') return;
    typing = false;
    send(value);
  };
  field.addEventListener('focusout', settle);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) settle();
  });
  return {
    element,
    update(value, { name }, strings) {
      field.label = name;
      say(message, strings.notANumber);
      const text = value === undefined ? '' : String(value);
      if (typing || shown === text) return;
      shown = text;
      field.value = text;
      check();
    },
  };
}
