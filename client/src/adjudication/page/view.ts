import type { Drafts } from '../../panel/page/drafts.ts';
import { make, say, set } from '../../panel/page/element.ts';
import { fill } from '../../panel/strings.ts';
import { type AdjudicationState, isAllSettled } from '../state.ts';
import type { AdjudicationStrings } from '../strings.ts';
import { createCurrent } from './current.ts';
import { createDone } from './done.ts';
import { createEntries } from './entries.ts';
import type { Host } from './host.ts';
import { actionOfKey } from './keys.ts';

export interface View {
  readonly element: HTMLElement;
  speak(strings: AdjudicationStrings): void;
  show(state: AdjudicationState): void;
  announce(text: string): void;
}

/** The whole page: it shows the newest state, and sends what a person does. */
export function createView(host: Host, drafts: Drafts): View {
  const title = make('h1', { class: 'statement-name', dir: 'auto' });
  const bar = make('progress', {});
  const progress = make('p', { class: 'progress' });
  const undo = make('button', { class: 'button secondary', type: 'button' });
  undo.addEventListener('click', () => host.send({ type: 'undo' }));
  const unfinished = make('p', { class: 'history', dir: 'auto' });
  const message = make('p', {});
  const open = make('button', { class: 'link', type: 'button' });
  open.addEventListener('click', () => host.send({ type: 'open' }));
  const problem = make('div', { class: 'problem', role: 'alert' }, message, open);
  const done = createDone(host);
  const entries = createEntries(host);
  const current = createCurrent(host, drafts, () => entries.focus());
  const live = make('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const element = make(
    'main',
    { class: 'adjudication' },
    make(
      'header',
      {},
      title,
      make('div', { class: 'row' }, bar, progress, undo),
      unfinished,
      done.element,
      problem,
    ),
    make('div', { class: 'work' }, entries.element, current.element),
    live,
  );
  let strings: AdjudicationStrings | undefined;
  let state: AdjudicationState | undefined;
  let isFirst = true;

  // On its way down: a list of choices keeps Escape to itself, also where it is closed.
  document.addEventListener(
    'keydown',
    (event) => {
      if (!state?.edit || event.key !== 'Escape' || event.isComposing) return;
      if (event.composedPath().some(isOpenChoice)) return;
      event.preventDefault();
      event.stopPropagation();
      host.send({ type: 'editCancel' });
    },
    true,
  );
  document.addEventListener('keydown', (event) => {
    if (!state || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || state.edit) return;
    const target = event.composedPath()[0];
    if (event.composedPath().some(takesKeys)) return;
    if (event.key === 'Enter' && target instanceof HTMLButtonElement) return;
    const action = actionOfKey(event.key, state);
    if (!action) return;
    event.preventDefault();
    host.send(action);
  });

  const render = () => {
    if (!strings || !state) return;
    const { top } = state;
    const heading = fill(strings.heading, top.document);
    say(title, heading);
    set(title, { title: heading });
    bar.max = Math.max(1, top.total);
    bar.value = top.total === 0 ? 1 : top.settled;
    const told = fill(strings.progress, top.settled, top.total, top.agreed);
    set(bar, { 'aria-label': told });
    say(progress, told);
    undo.replaceChildren(strings.undo, make('kbd', { class: 'key', 'aria-hidden': 'true' }, 'u'));
    set(undo, {
      'aria-keyshortcuts': 'u',
      'aria-disabled': top.canUndo ? 'false' : 'true',
    });
    unfinished.hidden = top.unfinished.length === 0;
    say(unfinished, fill(strings.unfinished, top.unfinished.join(strings.comma)));
    problem.hidden = !top.problem;
    say(message, top.problem?.message ?? '');
    open.hidden = !top.problem?.action;
    say(open, top.problem?.action ?? '');
    done.update(isAllSettled(top), strings);
    entries.update(state, strings);
    current.update(state, strings);
    if (!isFirst) return;
    isFirst = false;
    entries.focus();
  };

  return {
    element,
    speak(words) {
      strings = words;
      render();
    },
    show(next) {
      state = next;
      render();
    },
    announce(text) {
      // The same words twice in a row are read twice only if the text has changed in between.
      live.textContent = live.textContent === text ? `${text}\u00a0` : text;
    },
  };
}

const fields =
  'input, textarea, select, vscode-single-select, vscode-textarea, vscode-textfield, vscode-checkbox';

/** Whether it is a list of choices that is open: Escape closes that first. */
function isOpenChoice(target: EventTarget): boolean {
  return target instanceof Element && 'open' in target && target.open === true;
}

/** Whether keys that go there mean something there. */
function takesKeys(target: EventTarget): boolean {
  return target instanceof Element && target.matches(fields);
}
