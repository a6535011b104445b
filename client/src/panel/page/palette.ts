import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { GroupView, LabelView, PanelState } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { foreign, make, say, set, tell } from './element.ts';
import type { Host } from './host.ts';
import { icon } from './icon.ts';
import { createListBox, type ListGroup, type ListRow } from './list-box.ts';
import { paint } from './swatch.ts';

export interface Palette {
  readonly element: HTMLElement;
  update(state: PanelState, strings: PanelStrings): void;
  focus(): void;
}

/** From how many labels on there is a field to filter them by. */
const many = 12;

/** The labels in their groups: Enter or Space tags, `g` opens the guideline. */
export function createPalette(host: Host): Palette {
  const openGuideline = (label: string) => host.send({ type: 'guideline', label });
  const filter = make('vscode-textfield', { class: 'filter', type: 'search' });
  const none = make('p', { class: 'none', hidden: true });
  let shown: { readonly state: PanelState; readonly strings: PanelStrings } | undefined;
  const list = createListBox<LabelView>({
    className: 'labels',
    make: (id) => createRow(id, () => shown, openGuideline),
    press(event, label) {
      if (event.key === 'Enter' || event.key === ' ') host.send({ type: 'tag', label, back: false });
      else if (event.key === 'g') openGuideline(label);
      else return false;
      return true;
    },
    click: (label) => host.send({ type: 'tag', label, back: true }),
  });
  const element = make('div', { class: 'palette' }, filter, none, list.element);

  const render = () => {
    if (!shown) return;
    const { state, strings } = shown;
    const { labels, groups } = state;
    list.name(strings.palette);
    filter.hidden = labels.length < many;
    filter.label = strings.filterLabels;
    filter.placeholder = strings.filterLabels;
    const wanted = filter.hidden ? '' : filter.value.trim().toLowerCase();
    const fits = labels.filter((label) => wanted === '' || fitsWords(label, wanted));
    say(none, strings.noLabelFits);
    none.hidden = fits.length > 0;
    list.element.hidden = fits.length === 0;
    list.show(grouped(fits, groups, strings.otherLabels));
  };
  filter.addEventListener('input', render);
  filter.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') list.focus();
    else if (event.key === 'Enter' && list.active !== undefined) {
      host.send({ type: 'tag', label: list.active, back: false });
    } else if (event.key === 'Escape' && filter.value !== '') {
      filter.value = '';
      render();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element,
    update(state, strings) {
      shown = { state, strings };
      set(element, { class: state.top.selection === '' ? 'palette' : 'palette armed' });
      render();
    },
    focus: () => list.focus(),
  };
}

function fitsWords({ id, name, key }: LabelView, wanted: string): boolean {
  return name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted) || key === wanted;
}

/** In the order of the groups; those of no group come last, under a heading of their own where there are others. */
function grouped(
  labels: readonly LabelView[],
  groups: readonly GroupView[],
  others: string,
): readonly ListGroup<LabelView>[] {
  const known = new Set(groups.map(({ id }) => id));
  const named = groups
    .map(({ id, name }) => ({ name, entries: labels.filter(({ group }) => group === id) }))
    .filter(({ entries }) => entries.length > 0);
  const rest = labels.filter(({ group }) => group === undefined || !known.has(group));
  if (rest.length === 0) return named;
  return [...named, named.length === 0 ? { entries: rest } : { name: others, entries: rest }];
}

function createRow(
  id: string,
  shown: () => { readonly state: PanelState; readonly strings: PanelStrings } | undefined,
  openGuideline: (label: string) => void,
): ListRow<LabelView> {
  const name = foreign('name');
  const told = make('span', { class: 'unseen' });
  const pending = make('span', { class: 'pending', 'aria-hidden': 'true' });
  const count = make('span', { class: 'count', 'aria-hidden': 'true' });
  const key = make('kbd', { class: 'key', 'aria-hidden': 'true' });
  // For the mouse: an option can hold no button, and the keyboard has `g`.
  const book = make('span', { class: 'book', 'aria-hidden': 'true' }, icon('guideline'));
  book.addEventListener('click', (event) => {
    event.stopPropagation();
    openGuideline(id);
  });
  const element = make(
    'div',
    { class: 'label', role: 'option', 'data-label': id, 'aria-keyshortcuts': 'G' },
    make('span', { class: 'swatch', 'aria-hidden': 'true' }),
    name,
    told,
    book,
    pending,
    count,
    key,
  );
  return {
    element,
    update(label) {
      const { state, strings } = shown()!;
      paint(element, label);
      say(name, label.name);
      tell(told, [
        fill(strings.count, label.count),
        label.pending > 0 ? fill(strings.pending, label.pending) : '',
        label.key === undefined ? '' : fill(strings.key, label.key),
      ]);
      say(pending, label.pending > 0 ? `+${label.pending}` : '');
      say(count, label.count > 0 ? String(label.count) : '');
      say(key, label.key ?? '');
      set(book, { title: strings.openGuideline, class: label.guideline ? 'book' : 'book bare' });
      set(element, {
        'aria-selected': state.tags.some((tag) => tag.label === label.id) ? 'true' : 'false',
        title: label.description || undefined,
      });
    },
  };
}
