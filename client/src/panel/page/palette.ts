import { fill, type LabelView, type PanelStrings } from '../messages.ts';
import { arrange, make, say, set } from './element.ts';
import { paint } from './swatch.ts';

export interface Palette {
  readonly element: HTMLElement;
  /** `current`: labels of the tags at the cursor; `armed`: whether words are selected. */
  update(
    labels: readonly LabelView[],
    current: readonly string[],
    armed: boolean,
    strings: PanelStrings,
  ): void;
  focus(): void;
}

/**
 * The labels as a list box: one stop of the Tab key, arrows to move, Enter or Space to tag. `choose` gets
 * whether the mouse chose, for then the keyboard belongs back in the text.
 */
export function createPalette(choose: (label: string, byMouse: boolean) => void): Palette {
  const element = make('div', { class: 'palette', role: 'listbox' });
  const rows = new Map<string, HTMLElement>();
  let order: string[] = [];
  let active: string | undefined;

  const stop = (id: string | undefined) => {
    active = id;
    for (const [each, row] of rows) set(row, { tabindex: each === active ? 0 : -1 });
  };
  const go = (index: number) => {
    stop(order[Math.max(0, Math.min(order.length - 1, index))]);
    if (active) rows.get(active)?.focus();
  };
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = active ? order.indexOf(active) : 0;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(order.length - 1);
    else if ((event.key === 'Enter' || event.key === ' ') && active) choose(active, false);
    else return;
    event.preventDefault();
  });

  const row = (id: string): HTMLElement => {
    const made = make(
      'div',
      { class: 'label', role: 'option', 'data-label': id },
      make('span', { class: 'swatch', 'aria-hidden': 'true' }),
      make('span', { class: 'name' }),
      make('span', { class: 'count', 'aria-hidden': 'true' }),
      make('kbd', { class: 'key', 'aria-hidden': 'true' }),
    );
    made.addEventListener('focus', () => stop(id));
    // Before the click: the text's selection is still the one that the person made.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    made.addEventListener('click', () => {
      stop(id);
      choose(id, true);
    });
    return made;
  };

  return {
    element,
    update(labels, current, armed, strings) {
      set(element, { 'aria-label': strings.palette, class: armed ? 'palette armed' : 'palette' });
      order = labels.map(({ id }) => id);
      for (const id of rows.keys()) if (!order.includes(id)) rows.delete(id);
      for (const label of labels) {
        const shown = rows.get(label.id) ?? row(label.id);
        rows.set(label.id, shown);
        paint(shown, label);
        const [, name, count, key] = shown.children;
        say(name!, label.name);
        say(count!, label.count > 0 ? String(label.count) : '');
        say(key!, label.key ?? '');
        set(shown, {
          'aria-selected': current.includes(label.id) ? 'true' : 'false',
          'aria-label': [
            label.name,
            fill(strings.count, label.count),
            label.key === undefined ? '' : fill(strings.key, label.key),
          ]
            .filter(Boolean)
            .join(', '),
          title: label.description || undefined,
        });
      }
      arrange(
        element,
        order.map((id) => rows.get(id)!),
      );
      stop(active && rows.has(active) ? active : order[0]);
    },
    focus: () => go(active ? order.indexOf(active) : 0),
  };
}
