/** A list as JSON with one element a line, for people, line tools and differences alike. */
export function jsonLines(elements: readonly unknown[]): string {
  if (elements.length === 0) return '[]\n';
  return `[\n${elements.map((element) => JSON.stringify(element)).join(',\n')}\n]\n`;
}
