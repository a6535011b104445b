import { fill, type LabelView, type PanelState, type PanelStrings, type TagView } from '../messages.ts';
import type { Drafts } from './drafts.ts';
import { arrange, icon, make, say, set } from './element.ts';
import type { Host } from './host.ts';
import { createPalette } from './palette.ts';
import { createTagCard, type TagCard } from './tag-card.ts';

export interface View {
  readonly element: HTMLElement;
  speak(strings: PanelStrings): void;
  show(state: PanelState): void;
  announce(text: string): void;
  focusPalette(): void;
  /** At once, or when the tag's card comes. */
  focusNote(tag: string): void;
}

/** The whole page: it shows the newest state, and sends what a person does. */
export function createView(host: Host, drafts: Drafts): View {
  const tool = (shape: 'undo' | 'redo') => {
    const button = make('button', { class: 'tool', type: 'button' }, icon(shape));
    button.addEventListener('click', () => host.send({ type: shape }));
    return button;
  };
  const undo = tool('undo');
  const redo = tool('redo');
  const selection = make('p', { class: 'selection' });
  const palette = createPalette((label, back) => host.send({ type: 'tag', label, back }));
  const problem = make('div', { class: 'problem', role: 'alert', hidden: true });
  const cursorHeading = make('h2', { id: 'at-cursor' });
  const none = make('p', { class: 'none' });
  const cards = make('div', { class: 'cards' });
  const orphans = make('button', { class: 'link orphans', type: 'button', hidden: true });
  const live = make('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const statement = make(
    'div',
    { class: 'statement', hidden: true },
    make('div', { class: 'head' }, selection, make('div', { class: 'tools' }, undo, redo)),
    palette.element,
    make('section', { 'aria-labelledby': 'at-cursor' }, cursorHeading, none, cards),
    orphans,
  );
  const open = make('button', { class: 'button', type: 'button' });
  const empty = make('div', { class: 'empty', hidden: true }, make('p'), open);
  const element = make('main', {}, problem, statement, empty, live);

  orphans.addEventListener('click', () => host.send({ type: 'open', what: 'tags' }));
  open.addEventListener('click', () => host.send({ type: 'open', what: 'file' }));

  let strings: PanelStrings | undefined;
  let state: PanelState | undefined;
  const shownCards = new Map<string, TagCard>();
  let wanted: string | undefined;

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    drafts.flush();
    host.send({ type: 'back' });
  });
  // A digit tags wherever the keyboard is in the page, but not while it types into a field.
  document.addEventListener('keydown', (event) => {
    if (state?.kind !== 'statement' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
      return;
    if (event.composedPath().some((target) => target instanceof HTMLTextAreaElement)) return;
    const label = state.labels.find((each) => each.key === event.key);
    if (!label) return;
    event.preventDefault();
    host.send({ type: 'tag', label: label.id, back: false });
  });

  const showCards = (tags: readonly TagView[], labels: readonly LabelView[], words: PanelStrings) => {
    for (const id of shownCards.keys()) {
      if (tags.some((tag) => tag.id === id)) continue;
      // The cursor has left this tag: what was typed last must not wait for a pause that nobody makes.
      drafts.flush();
      shownCards.delete(id);
    }
    for (const tag of tags) {
      const card = shownCards.get(tag.id) ?? createTagCard(tag.id, host, drafts);
      shownCards.set(tag.id, card);
      card.update(tag, labels, words);
    }
    arrange(
      cards,
      tags.map((tag) => shownCards.get(tag.id)!.element),
    );
    const card = wanted === undefined ? undefined : shownCards.get(wanted);
    if (!card) return;
    wanted = undefined;
    card.focusNote();
  };

  const render = () => {
    if (!strings || !state) return;
    statement.hidden = state.kind === 'none';
    empty.hidden = state.kind !== 'none';
    say(empty.firstElementChild!, strings.noStatement);
    say(open, strings.openFile);
    for (const [button, name] of [
      [undo, strings.undo],
      [redo, strings.redo],
    ] as const) {
      set(button, { 'aria-label': name, title: name });
    }
    if (state.kind === 'none') {
      problem.hidden = true;
      showCards([], [], strings);
      return;
    }
    showProblem(problem, state.problem, host);
    // A disabled button loses the keyboard; this one keeps it, and says that it does nothing.
    set(undo, { 'aria-disabled': state.canUndo ? 'false' : 'true' });
    set(redo, { 'aria-disabled': state.canRedo ? 'false' : 'true' });
    const armed = state.selection !== '';
    say(selection, armed ? fill(strings.selected, state.selection) : strings.nothingSelected);
    set(selection, { class: armed ? 'selection armed' : 'selection' });
    palette.update(
      state.labels,
      state.tags.map((tag) => tag.label),
      armed,
      strings,
    );
    say(cursorHeading, state.tags.length > 1 ? fill(strings.tagsHere, state.tags.length) : strings.tagHere);
    say(none, strings.noTagAtCursor);
    none.hidden = state.tags.length > 0;
    showCards(state.tags, state.labels, strings);
    orphans.hidden = state.orphans === 0;
    say(orphans, fill(strings.orphans, state.orphans));
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
    focusPalette: () => palette.focus(),
    focusNote(tag) {
      wanted = tag;
      render();
    },
  };
}

function showProblem(
  box: HTMLElement,
  problem: Extract<PanelState, { kind: 'statement' }>['problem'],
  host: Host,
): void {
  box.hidden = !problem;
  if (!problem || box.dataset.shown === problem.message) return;
  box.dataset.shown = problem.message;
  box.replaceChildren(make('p', {}, problem.message));
  if (!problem.action) return;
  const button = make('button', { class: 'link', type: 'button' }, problem.action);
  button.addEventListener('click', () => host.send({ type: 'open', what: 'annotations' }));
  box.append(button);
}
