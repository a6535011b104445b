/** A list as JSON with one element a line, for people, line tools and differences alike. */
export function jsonLines(elements: readonly unknown[]): string {
  return elements.length === 0 ? '[]\n' : `[\n${jsonElements(elements)}\n]\n`;
}

/** The elements of such a list, without its brackets; nothing where there are none. */
export function jsonElements(elements: readonly unknown[]): string {
  return elements.map((element) => JSON.stringify(element)).join(',\n');
}
