import type { PanelMessage } from '../messages.ts';
import type { PanelState } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import type { Drafts } from './drafts.ts';
import { hasKeyboard, make, say, set } from './element.ts';
import { createGuidelinePane } from './guideline.ts';
import type { Host } from './host.ts';
import { nameTool, tool } from './icon.ts';
import { createPalette } from './palette.ts';
import { createProblem } from './problem.ts';
import { createProgress } from './progress.ts';
import { createQueue } from './queue.ts';
import { createSection } from './section.ts';
import { createTagList } from './tag-list.ts';
import { createUnknownLabels } from './unknown-labels.ts';

export interface View {
  readonly element: HTMLElement;
  speak(strings: PanelStrings): void;
  show(state: PanelState): void;
  announce(text: string): void;
  /** At once; to a note when the tag's card comes. */
  focus(to: Extract<PanelMessage, { type: 'focus' }>): void;
}

/** The whole page: it shows the newest state, and sends what a person does. */
export function createView(host: Host, drafts: Drafts): View {
  const undo = tool('undo', () => host.send({ type: 'undo' }));
  const redo = tool('redo', () => host.send({ type: 'redo' }));
  const selection = make('p', { class: 'selection', dir: 'auto' });
  const folded = new Set(host.load().folded);
  const section = (name: string) =>
    createSection(name, folded.has(name), (isFolded) => {
      if (isFolded) folded.add(name);
      else folded.delete(name);
      host.save({ folded: [...folded] });
    });
  const paletteSection = section('palette-section');
  const tagSection = section('tags-section');
  const queueSection = section('queue-section');
  const progressSection = section('progress-section');
  const palette = createPalette(host);
  const unknown = createUnknownLabels(host);
  const guideline = createGuidelinePane(host);
  const problem = createProblem(host);
  const tags = createTagList(host, drafts);
  const wider = createTagList(host, drafts);
  const queue = createQueue(queueSection, host);
  const progress = createProgress(progressSection, host);
  const none = make('p', { class: 'none' });
  const more = make('p', { class: 'none' });
  const widerTitle = make('h3', { class: 'wider' });
  const orphans = make('button', { class: 'link orphans', type: 'button', hidden: true });
  const live = make('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  paletteSection.body.append(palette.element, unknown.element);
  tagSection.body.append(none, tags.element, more, widerTitle, wider.element);
  const statement = make(
    'div',
    { class: 'statement', hidden: true },
    make('div', { class: 'head' }, selection, make('div', { class: 'tools' }, undo, redo)),
    paletteSection.element,
    tagSection.element,
    guideline.element,
    queueSection.element,
    progressSection.element,
    orphans,
  );
  const open = make('button', { class: 'button', type: 'button' });
  const empty = make('div', { class: 'empty', hidden: true }, make('p'), open);
  const title = make('h1', { class: 'unseen' });
  const element = make('main', {}, title, problem.element, statement, empty, live);

  orphans.addEventListener('click', () => host.send({ type: 'open', what: 'tags' }));
  open.addEventListener('click', () => host.send({ type: 'open', what: 'file' }));

  let strings: PanelStrings | undefined;
  let state: PanelState | undefined;
  let wanted: string | undefined;

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    drafts.flush();
    host.send({ type: 'back' });
  });
  // A label's key tags wherever the keyboard is in the page, but not while it types into a field.
  document.addEventListener('keydown', (event) => {
    if (!state?.top.statement || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.composedPath().some((target) => isField(target))) return;
    const label = state.labels.find(({ key }) => key === event.key);
    if (!label) return;
    event.preventDefault();
    host.send({ type: 'tag', label: label.id, back: false });
  });
  /** The stops of Alt+PageDown and Alt+PageUp. */
  const stops = [
    { in: paletteSection.element, focus: () => focusPalette() },
    { in: tagSection.element, focus: () => tagSection.focusHeading() },
    { in: guideline.element, focus: () => guideline.focus() },
    { in: queueSection.element, focus: () => queue.focus() },
    { in: progressSection.element, focus: () => progress.focus() },
  ];
  element.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'PageDown' && event.key !== 'PageUp')) return;
    event.preventDefault();
    const there = stops.filter((stop) => !stop.in.hidden);
    const at = there.findIndex((stop) => stop.in.contains(document.activeElement));
    const by = event.key === 'PageDown' ? 1 : -1;
    there[(Math.max(at, by === 1 ? -1 : 0) + by + there.length) % there.length]?.focus();
  });
  const focusPalette = () => {
    paletteSection.unfold();
    palette.focus();
  };

  const showGuideline = (now: PanelState, words: PanelStrings) => {
    const was = guideline.element.hidden;
    const had = hasKeyboard(guideline.element);
    const asked = hasKeyboard(element);
    guideline.update(now.guideline, now.labels, words);
    if (had && now.guideline === null) focusPalette();
    else if (was && asked && now.guideline !== null) guideline.focus();
  };

  const render = () => {
    if (!strings || !state) return;
    const { top } = state;
    say(title, strings.panel);
    statement.hidden = !top.statement;
    empty.hidden = top.statement;
    say(empty.firstElementChild!, strings.noStatement);
    say(open, strings.openFile);
    nameTool(undo, strings.undo);
    nameTool(redo, strings.redo);
    problem.show(top.problem);
    // A disabled button loses the keyboard; this one keeps it, and says that it does nothing.
    set(undo, { 'aria-disabled': top.canUndo ? 'false' : 'true' });
    set(redo, { 'aria-disabled': top.canRedo ? 'false' : 'true' });
    const armed = top.selection !== '';
    say(selection, armed ? fill(strings.selected, top.selection) : strings.nothingSelected);
    set(selection, { class: armed ? 'selection armed' : 'selection' });
    paletteSection.title(strings.palette);
    palette.update(state, strings);
    unknown.update(state.unknownLabels, strings);
    showGuideline(state, strings);
    tagSection.title(top.tagsHere > 1 ? fill(strings.tagsHere, top.tagsHere) : strings.tagHere);
    say(none, strings.noTagAtCursor);
    none.hidden = state.tags.length > 0;
    tags.update(state.tags, state, strings);
    say(more, fill(strings.moreTags, top.tagsHere - state.tags.length));
    more.hidden = top.tagsHere <= state.tags.length;
    say(widerTitle, strings.wider);
    widerTitle.hidden = state.wider.length === 0;
    wider.update(state.wider, state, strings);
    queue.update(state, strings);
    progress.update(state, strings);
    orphans.hidden = top.orphans === 0;
    say(orphans, fill(strings.orphans, top.orphans));
    const card = wanted === undefined ? undefined : (tags.card(wanted) ?? wider.card(wanted));
    if (!card) return;
    wanted = undefined;
    tagSection.unfold();
    card.focusNote();
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
    focus(to) {
      if (to.what === 'note') {
        wanted = to.tag;
        render();
      } else if (to.what === 'palette') focusPalette();
      else if (to.what === 'queue') queue.focus();
      else progress.focus();
    },
  };
}

/** Whether keys that go there are written there. */
function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}
