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

/** Adds to what a row says of itself what the eye sees by signs: the row is named by all that is in it. */
export function tell(unseen: Element, facts: readonly string[]): void {
  say(
    unseen,
    facts
      .filter(Boolean)
      .map((fact) => `, ${fact}`)
      .join(''),
  );
}

/** Puts children in place, touching only what is out of place: the keyboard stays where it is. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const old of [...parent.children]) if (!wanted.has(old)) old.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

/** Words of unknown origin: their direction is their own, and leaves the words beside them alone. */
export function foreign(className: string, lang?: string): HTMLElement {
  return make('bdi', { class: className, lang });
}

/** Whether the keyboard is in an element, and in this page at all. */
export function hasKeyboard(element: Element): boolean {
  return document.hasFocus() && element.contains(document.activeElement);
}
