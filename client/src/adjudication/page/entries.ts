import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { foreign, make, say, set } from '../../panel/page/element.ts';
import { createListBox, type ListRow } from '../../panel/page/list-box.ts';
import { paint } from '../../panel/page/swatch.ts';
import { fill } from '../../panel/strings.ts';
import {
  type AdjudicationState,
  type EntryView,
  isAllSettled,
  type ListedState,
  listedStates,
} from '../state.ts';
import type { AdjudicationStrings } from '../strings.ts';
import type { Host } from './host.ts';

export interface Entries {
  readonly element: HTMLElement;
  update(state: AdjudicationState, strings: AdjudicationStrings): void;
  focus(): void;
}

/** The differences, with what chooses which of them are listed. */
export function createEntries(host: Host): Entries {
  let strings: AdjudicationStrings;
  let current: string | undefined;
  const list = createListBox<EntryView>({
    className: 'entries scrolled',
    make: () =>
      createRow(
        () => strings,
        (id) => id === current,
      ),
    press: () => false,
    click: (difference) => host.send({ type: 'choose', difference }),
    moved: (difference) => host.send({ type: 'choose', difference }),
    beyond: (_, by) => host.send({ type: 'step', by }),
  });
  const shown = createSelect((value) => host.send({ type: 'list', shown: value as ListedState }));
  const label = createSelect((value) => host.send({ type: 'label', ...(value ? { label: value } : {}) }));
  const place = make('p', { class: 'place' });
  const none = make('p', { class: 'none' });
  const element = make(
    'nav',
    { class: 'list' },
    make('div', { class: 'filters' }, shown.element, label.element),
    place,
    none,
    list.element,
  );
  return {
    element,
    update(state, words) {
      strings = words;
      current = state.current?.id;
      const { entries, first, total, labels } = state.list;
      set(element, { 'aria-label': words.differences });
      shown.update(
        words.show,
        state.list.shown,
        listedStates.map((each) => [each, words.listed[each]]),
      );
      const names = labels.map(({ id, name }) => [id, name] as const);
      label.update(words.withLabel, state.list.label ?? '', [['', words.allLabels], ...names]);
      list.name(words.differences);
      // The one that was settled last is still looked at, and is none of those that are asked for.
      const isDone = state.list.shown === 'open' && isAllSettled(state.top);
      say(
        place,
        isDone || total === 0 ? '' : fill(words.listPlace, first, first + entries.length - 1, total),
      );
      none.hidden = total > 0;
      say(none, isDone ? words.allSettled : words.noneListed);
      list.element.hidden = total === 0;
      list.show([{ entries }]);
      if (current !== undefined && current !== list.active) list.activate(current);
    },
    focus: () => list.focus(),
  };
}

interface Select {
  readonly element: HTMLElement;
  update(name: string, value: string, options: readonly (readonly [value: string, name: string])[]): void;
}

function createSelect(choose: (value: string) => void): Select {
  const select = make('vscode-single-select', { class: 'filter' });
  let chosen = '';
  let offered = '';
  select.addEventListener('change', () => {
    if (select.value !== chosen) choose(select.value);
  });
  return {
    element: select,
    update(name, value, options) {
      const offer = JSON.stringify(options);
      if (offer !== offered) {
        select.replaceChildren(
          ...options.map(([each, text]) => make('vscode-option', { value: each }, text)),
        );
        offered = offer;
      }
      chosen = value;
      select.label = name;
      // The select learns of its new options a moment later.
      void select.updateComplete.then(() => {
        if (select.value !== chosen) select.value = chosen;
      });
    },
  };
}

function createRow(
  strings: () => AdjudicationStrings,
  isCurrent: (id: string) => boolean,
): ListRow<EntryView> {
  const words = foreign('entry-words', 'zh');
  const labels = make('span', { class: 'entry-labels' });
  const about = make('span', { class: 'about' });
  const element = make(
    'div',
    { class: 'entry', role: 'option' },
    make('div', { class: 'lines' }, words, make('div', { class: 'about-line' }, labels, about)),
  );
  let painted = '';
  return {
    element,
    update(entry) {
      const texts = strings();
      say(words, entry.words || texts.onDocument);
      const look = JSON.stringify(entry.labels);
      if (look !== painted) {
        painted = look;
        labels.replaceChildren(
          ...entry.labels.map((label) => {
            const swatch = make('span', { class: 'swatch', 'aria-hidden': 'true' });
            const chip = make('bdi', { class: 'chip label-colour' }, swatch, label.name);
            paint(chip, label);
            return chip;
          }),
        );
      }
      const facts = entry.aspects.map((aspect) => texts.aspect[aspect]);
      const state = entry.changed ? texts.changed : entry.state === 'open' ? '' : texts.state[entry.state];
      say(about, [...facts, state].filter(Boolean).join(' · '));
      set(element, {
        class: `entry is-${entry.state}${entry.changed ? ' is-changed' : ''}`,
        'aria-selected': isCurrent(entry.id) ? 'true' : 'false',
      });
    },
  };
}
