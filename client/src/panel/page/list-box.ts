import { arrange, hasKeyboard, make, set } from './element.ts';

/** A row of a list box: an element of the role `option`. */
export interface ListRow<Entry> {
  readonly element: HTMLElement;
  update(entry: Entry): void;
}

export interface ListGroup<Entry> {
  /** What stands above its rows; absent: nothing. */
  readonly name?: string;
  readonly entries: readonly Entry[];
}

export interface ListSurroundings<Entry> {
  readonly className: string;
  make(id: string): ListRow<Entry>;
  /** A key that the list itself has no use for; returns whether it had one. */
  press(event: KeyboardEvent, id: string): boolean;
  /** A click on a row. */
  click(id: string): void;
  /** The keyboard has moved to a row. */
  moved?(id: string): void;
  /** A key would move beyond the first or the last row. */
  beyond?(id: string, by: 1 | -1): void;
}

export interface ListBox<Entry> {
  readonly element: HTMLElement;
  /** The id of the row at which the keyboard is, or would be. */
  readonly active: string | undefined;
  name(text: string): void;
  /** Shows these rows. Where the row at which the keyboard was has gone, the keyboard goes to the one in its place. */
  show(groups: readonly ListGroup<Entry>[]): void;
  /** Makes a row the active one; the keyboard goes there if it is in the list. */
  activate(id: string): void;
  focus(): void;
}

/**
 * A list box: one stop of the Tab key; arrows, Home, End and the page keys move in it. A real list of options, and
 * not a component, since none of the ready-made ones lets a row be more than its name.
 */
export function createListBox<Entry extends { readonly id: string }>(
  surroundings: ListSurroundings<Entry>,
): ListBox<Entry> {
  const element = make('div', { class: surroundings.className, role: 'listbox', tabindex: -1 });
  const rows = new Map<string, ListRow<Entry>>();
  const heads = new Map<string, HTMLElement>();
  let order: readonly string[] = [];
  let active: string | undefined;

  const stop = (id: string | undefined) => {
    active = id;
    for (const [each, row] of rows) set(row.element, { tabindex: each === active ? 0 : -1 });
  };
  const focusActive = () => (active === undefined ? element : rows.get(active)?.element)?.focus();
  const go = (index: number) => {
    const id = order[Math.max(0, Math.min(order.length - 1, index))];
    if (id === undefined) return;
    const before = active;
    stop(id);
    focusActive();
    if (id !== before) surroundings.moved?.(id);
    else if (index < 0 || index >= order.length) surroundings.beyond?.(id, index < 0 ? -1 : 1);
  };
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowDown: (at) => at + 1,
    ArrowUp: (at) => at - 1,
    Home: () => 0,
    End: () => order.length - 1,
    PageDown: (at) => Math.min(order.length - 1, at + 10),
    PageUp: (at) => Math.max(0, at - 10),
  };
  element.addEventListener('keydown', (event) => {
    if (event.isComposing || active === undefined) return;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const step = plain && Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (step) go(step(order.indexOf(active)));
    else if (!plain || !surroundings.press(event, active)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  const row = (id: string): ListRow<Entry> => {
    const made = surroundings.make(id);
    made.element.addEventListener('focus', () => stop(id));
    // Before the click: the text's selection is still the one that the person made.
    made.element.addEventListener('mousedown', (event) => event.preventDefault());
    made.element.addEventListener('click', () => {
      stop(id);
      surroundings.click(id);
    });
    return made;
  };
  /** The elements of a group: its rows, under its name where it has one. */
  const elementsOf = ({ name, entries }: ListGroup<Entry>): readonly HTMLElement[] => {
    const options = entries.map(({ id }) => rows.get(id)!.element);
    if (name === undefined) return options;
    const head =
      heads.get(name) ??
      make(
        'div',
        { class: 'group', role: 'group', 'aria-label': name },
        make('bdi', { class: 'group-name' }, name),
      );
    heads.set(name, head);
    const title = head.firstElementChild!;
    set(title, { 'aria-hidden': 'true' });
    arrange(head, [title, ...options]);
    return [head];
  };

  return {
    element,
    get active() {
      return active;
    },
    name: (text) => set(element, { 'aria-label': text }),
    show(groups) {
      const had = hasKeyboard(element);
      const at = active === undefined ? 0 : order.indexOf(active);
      const entries = groups.flatMap((group) => group.entries);
      order = entries.map(({ id }) => id);
      const there = new Set(order);
      for (const id of rows.keys()) if (!there.has(id)) rows.delete(id);
      for (const entry of entries) {
        const shown = rows.get(entry.id) ?? row(entry.id);
        rows.set(entry.id, shown);
        shown.update(entry);
      }
      const names = new Set(groups.map(({ name }) => name));
      for (const name of heads.keys()) if (!names.has(name)) heads.delete(name);
      arrange(element, groups.flatMap(elementsOf));
      const kept = active !== undefined && there.has(active);
      stop(kept ? active : order[Math.max(0, Math.min(order.length - 1, at))]);
      // Rows that changed places have lost the keyboard as well.
      if (had && !element.querySelector(':focus')) focusActive();
      if (had && !kept && active !== undefined) surroundings.moved?.(active);
    },
    activate(id) {
      if (!rows.has(id)) return;
      stop(id);
      if (hasKeyboard(element)) focusActive();
    },
    focus: focusActive,
  };
}
