import type { Drafts } from '../../panel/page/drafts.ts';
import { arrange, hasKeyboard, make, say, set } from '../../panel/page/element.ts';
import { fill } from '../../panel/strings.ts';
import type { Action } from '../intent.ts';
import type { AdjudicationState, CurrentView, DecisionView } from '../state.ts';
import type { AdjudicationStrings } from '../strings.ts';
import { type Column, createColumn } from './column.ts';
import { createEditForm } from './edit-form.ts';
import type { Host } from './host.ts';
import { keyOfSide, shortcutOf } from './keys.ts';

export interface Current {
  readonly element: HTMLElement;
  update(state: AdjudicationState, strings: AdjudicationStrings): void;
}

/** The difference that is looked at, and what can be done with it. */
export function createCurrent(host: Host, drafts: Drafts, leaveForm: () => void): Current {
  const title = make('h2', { class: 'what' });
  const history = make('p', { class: 'history', dir: 'auto' });
  const columns = make('div', { class: 'columns' });
  const result = createColumn('result');
  const loose = make('p', { class: 'history' });
  const form = createEditForm(host, drafts);
  let shown: CurrentView | undefined;
  const act = (key: string, action: (difference: string) => Action, className = 'button secondary') => {
    const words = make('span', {});
    const sign = make('kbd', { class: 'key', 'aria-hidden': 'true' });
    const button = make('button', { class: className, type: 'button' }, words, sign);
    const showKey = (text: string) => {
      say(sign, text);
      set(button, { 'aria-keyshortcuts': shortcutOf(text) });
    };
    showKey(key);
    button.addEventListener('click', () => {
      if (shown) host.send(action(shown.id));
    });
    return { button, words, showKey };
  };
  const all = act('b', (difference) => ({ type: 'all', difference }));
  const neither = act('x', (difference) => ({ type: 'neither', difference }));
  const edit = act('e', (difference) => ({ type: 'edit', difference }));
  const previous = act('p', () => ({ type: 'step', by: -1 }));
  const next = act('n', () => ({ type: 'step', by: 1 }));
  const toText = act('↵', () => ({ type: 'show' }));
  const decisions = [all, neither, edit].map(({ button }) => button);
  const actions = make('div', { class: 'decisions', role: 'group' }, ...decisions);
  const steps = make('div', { class: 'steps' }, previous.button, next.button, toText.button);
  const element = make(
    'section',
    { class: 'current' },
    make('div', { class: 'what-row' }, title, steps),
    history,
    columns,
    result.element,
    loose,
    actions,
    form.element,
  );
  const sides: { readonly column: Column; readonly take: ReturnType<typeof act> }[] = [];
  let wasEditing = false;

  return {
    element,
    update(state, strings) {
      const { current } = state;
      element.hidden = !current;
      const isEditing = state.edit !== null;
      const had = hasKeyboard(form.element);
      shown = current ?? undefined;
      form.update(state, strings);
      if (isEditing && !wasEditing) form.focus();
      if (
        !isEditing &&
        wasEditing &&
        (had || !document.hasFocus() || document.activeElement === document.body)
      )
        leaveForm();
      wasEditing = isEditing;
      if (!current) return;
      say(title, titleOf(current, strings));
      say(history, historyOf(current, strings));
      history.hidden = history.textContent === '';
      current.columns.forEach((column, side) => {
        sides[side] ??= {
          column: createColumn('side'),
          take: act('', (difference) => ({ type: 'take', difference, side }), 'button'),
        };
        const { column: there, take } = sides[side];
        there.update(column, current, strings);
        say(take.words, fill(column.tags.length > 0 ? strings.take : strings.takeNone, column.name));
        take.showKey(keyOfSide(side, current.columns.length));
        set(take.button, { 'aria-pressed': column.taken ? 'true' : 'false' });
      });
      const shownSides = current.columns.map((_, side) => sides[side]!);
      arrange(
        columns,
        shownSides.map(({ column }) => column.element),
      );
      arrange(actions, [...shownSides.map(({ take }) => take.button), ...decisions]);
      // Of what was taken as it is, the column says it.
      result.element.hidden =
        !current.settled || (current.decision?.decision === 'agreed' && isOneOf(current));
      if (current.settled) result.update(current.settled, current, strings);
      loose.hidden = current.looseLinks === 0;
      say(loose, fill(strings.looseLinks, current.looseLinks));
      const isGone = current.columns.length === 0;
      const both = current.columns.length === 2 ? strings.both : strings.all;
      say(all.words, isGone ? strings.keep : both);
      say(
        neither.words,
        isGone ? strings.remove : current.columns.length === 2 ? strings.neither : strings.none,
      );
      say(edit.words, strings.edit);
      say(previous.words, strings.previous);
      say(next.words, strings.next);
      say(toText.words, strings.toText);
      set(actions, { 'aria-label': strings.title });
      actions.hidden = isEditing;
    },
  };
}

function isOneOf({ columns }: CurrentView): boolean {
  return columns.some(({ taken }) => taken);
}

function titleOf(current: CurrentView, strings: AdjudicationStrings): string {
  if (current.columns.length === 0) return strings.removed;
  if (current.aspects.length === 0) return strings.state.agreed;
  return current.aspects.map((aspect) => strings.aspect[aspect]).join(' · ');
}

/** How it was settled, and how it was before. */
function historyOf({ decision, former }: CurrentView, strings: AdjudicationStrings): string {
  const now = decision ? told(decision, strings) : '';
  const before = former.map((each) => fill(strings.formerly, told(each, strings)));
  return [now, ...(before.length > 0 ? [strings.changed, ...before] : [])].filter(Boolean).join(' · ');
}

function told({ decision, from, none, by, at }: DecisionView, strings: AdjudicationStrings): string {
  const what = fill(none ? strings.takenNone : strings.decision[decision], isolated(from ?? ''));
  return by === ''
    ? fill(strings.decidedAt, what, when(at))
    : fill(strings.decidedBy, what, isolated(by), when(at));
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
