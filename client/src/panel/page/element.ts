/** Attributes to set; undefined and false leave one out, true sets it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Makes an element. Strings become text nodes: no text from a document is ever read as HTML.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** Sets attributes where they differ, so that a screen reader is not told of what has not changed. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else {
      const text = value === true ? '' : String(value);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
}

/** Sets an element's text where it differs. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts children in place, touching only what is out of place: the keyboard stays where it is. */
export function arrange(parent: Element, children: readonly Element[]): void {
  for (const old of [...parent.children]) if (!children.includes(old)) old.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

const shapes = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'm10 3 3.5 3.5L10 10m3-3.5H6.5a3.5 3.5 0 0 0 0 7H10',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .7 9h5.6l.7-9M6.8 7v4M9.2 7v4',
  reveal: 'M8 2.2v2.6M8 11.2v2.6M2.2 8h2.6M11.2 8h2.6M8 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
} as const;

/** A small drawing in the text's colour, hidden from screen readers: the button around it has the name. */
export function icon(shape: keyof typeof shapes): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  set(drawing, { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' });
  const path = document.createElementNS(namespace, 'path');
  set(path, { d: shapes[shape] });
  drawing.append(path);
  return drawing;
}
