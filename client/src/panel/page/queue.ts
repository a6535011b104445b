import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { LabelView, PanelState, SuggestionView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { foreign, hasKeyboard, make, say, set } from './element.ts';
import type { Host } from './host.ts';
import { icon } from './icon.ts';
import { createListBox, type ListRow } from './list-box.ts';
import type { Section } from './section.ts';
import { paint } from './swatch.ts';

export interface Queue {
  update(state: PanelState, strings: PanelStrings): void;
  focus(): void;
}

interface Shown {
  readonly state: PanelState;
  readonly strings: PanelStrings;
}

/** The suggestions that wait: arrows show each in the text; Enter or `a` accepts, `x` or Delete rejects. */
export function createQueue(section: Section, host: Host): Queue {
  let shown: Shown | undefined;
  /** A key went beyond the rows: when those come, the next one from the cursor is the active one. */
  let following = false;
  const list = createListBox<SuggestionView>({
    className: 'suggestions',
    make: (id) => createRow(id, () => shown!, host),
    press(event, suggestion) {
      if (event.key === 'Enter' && event.shiftKey) {
        host.send({ type: 'acceptAll', suggestion, within: 'section' });
      } else if (event.key === 'Enter' || event.key === 'a') host.send({ type: 'accept', suggestion });
      else if (event.key === 'x' || event.key === 'Delete') host.send({ type: 'reject', suggestion });
      else if (event.key === ' ') host.send({ type: 'show', suggestion });
      else if (event.key === 'o') host.send({ type: 'visit', suggestion });
      else return false;
      return true;
    },
    click: (suggestion) => host.send({ type: 'show', suggestion }),
    moved(suggestion) {
      host.send({ type: 'show', suggestion });
      showActions();
    },
    beyond(suggestion, by) {
      following = true;
      host.send({ type: 'step', suggestion, by });
    },
  });
  const select = make('vscode-single-select', { class: 'filter' });
  const none = make('p', { class: 'none' });
  const act = (className: string, send: (suggestion: string) => void) => {
    const button = make('button', { class: className, type: 'button' });
    button.addEventListener('click', () => {
      if (list.active !== undefined) send(list.active);
    });
    return button;
  };
  const accept = act('button', (suggestion) => host.send({ type: 'accept', suggestion }));
  const reject = act('button secondary', (suggestion) => host.send({ type: 'reject', suggestion }));
  const speaker = act('button secondary', (suggestion) => host.send({ type: 'speaker', suggestion }));
  const all = (within: 'section' | 'document') =>
    act('link', (suggestion) => host.send({ type: 'acceptAll', suggestion, within }));
  const inSection = all('section');
  const inDocument = all('document');
  const actions = make(
    'div',
    { class: 'actions' },
    make('div', { class: 'row' }, accept, reject, speaker),
    inSection,
    inDocument,
  );
  section.body.append(select, none, list.element, actions);

  let offered = '';
  let label = '';
  select.addEventListener('change', () => {
    if (select.value !== label)
      host.send({ type: 'filter', ...(select.value ? { label: select.value } : {}) });
  });

  const showFilter = ({ state, strings }: Shown) => {
    const waiting = state.labels.filter(({ id, pending }) => pending > 0 || id === state.queue.label);
    const options = [
      ['', strings.allLabels],
      ...waiting.map(({ id, name, pending }) => [id, `${name} (${pending})`]),
    ];
    const offer = JSON.stringify(options);
    if (offer !== offered) {
      select.replaceChildren(...options.map(([value, name]) => make('vscode-option', { value }, name!)));
      offered = offer;
    }
    label = state.queue.label ?? '';
    select.label = strings.suggestionsOf;
    select.hidden = waiting.length < 2 && label === '';
    // The select learns of its new options a moment later.
    void select.updateComplete.then(() => {
      if (select.value !== label) select.value = label;
    });
  };
  const showActions = () => {
    if (!shown) return;
    const { state, strings } = shown;
    const active = state.suggestions.find(({ id }) => id === list.active);
    actions.hidden = !active;
    if (!active) return;
    const name = labelOf(active, state.labels)?.name ?? active.label;
    say(accept, strings.accept);
    say(reject, strings.reject);
    say(speaker, strings.toSpeaker);
    speaker.hidden = active.inherited === undefined;
    say(inSection, fill(strings.acceptInSection, name, active.inSection));
    inSection.hidden = active.inSection < 2;
    say(inDocument, fill(strings.acceptInDocument, name, active.inDocument));
    inDocument.hidden = active.inDocument <= active.inSection;
  };

  return {
    update(state, strings) {
      shown = { state, strings };
      const { queue, suggestions } = state;
      const place = fill(strings.queuePlace, queue.first, queue.first + suggestions.length - 1, queue.total);
      section.title(strings.queue, suggestions.length === 0 ? '' : place);
      list.name(strings.queue);
      showFilter(shown);
      say(none, strings.noSuggestions);
      none.hidden = suggestions.length > 0;
      const had = hasKeyboard(list.element);
      list.show([{ entries: suggestions }]);
      list.element.hidden = suggestions.length === 0;
      // While the keyboard is elsewhere, the row that it would come to is the next from the cursor on.
      if (queue.next !== undefined && (following || !hasKeyboard(section.body))) list.activate(queue.next);
      following = false;
      if (had && suggestions.length === 0) section.focusHeading();
      showActions();
    },
    focus() {
      section.unfold();
      if (list.element.hidden) section.focusHeading();
      else list.focus();
    },
  };
}

function labelOf(suggestion: SuggestionView, labels: readonly LabelView[]): LabelView | undefined {
  return suggestion.unknown ?? labels.find(({ id }) => id === suggestion.label);
}

function createRow(id: string, shown: () => Shown, host: Host): ListRow<SuggestionView> {
  const before = foreign('before', 'zh');
  const words = foreign('found', 'zh');
  const after = foreign('after', 'zh');
  const label = foreign('label-name');
  const details = foreign('details');
  const press = (shape: 'accept' | 'reject') => {
    // For the mouse: an option can hold no button, and the keyboard has `a` and `x`.
    const button = make('span', { class: 'tool', 'aria-hidden': 'true' }, icon(shape));
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      host.send({ type: shape, suggestion: id });
    });
    return button;
  };
  const accept = press('accept');
  const reject = press('reject');
  const element = make(
    'div',
    { class: 'suggestion', role: 'option', 'data-suggestion': id, 'aria-selected': 'false' },
    make('span', { class: 'swatch', 'aria-hidden': 'true' }),
    make(
      'div',
      { class: 'lines' },
      make('div', { class: 'context' }, before, words, after),
      make('div', { class: 'about' }, label, details),
    ),
    make('span', { class: 'press' }, accept, reject),
  );
  return {
    element,
    update(suggestion) {
      const { state, strings } = shown();
      const its = labelOf(suggestion, state.labels);
      if (its) paint(element, its);
      say(before, suggestion.before);
      say(words, suggestion.words);
      say(after, suggestion.after);
      const name = its?.name ?? suggestion.label;
      say(label, name);
      const known = suggestion.details.map(([what, value]) => `${what}: ${value}`);
      const carried =
        suggestion.inherited === undefined ? [] : [fill(strings.carriedOver, suggestion.inherited)];
      say(details, [...known, ...carried].join(' · '));
      set(accept, { title: strings.accept });
      set(reject, { title: strings.reject });
      set(element, {
        'aria-selected': state.queue.next === suggestion.id ? 'true' : 'false',
        title: `${suggestion.before}【${suggestion.words}】${suggestion.after}`,
      });
    },
  };
}
