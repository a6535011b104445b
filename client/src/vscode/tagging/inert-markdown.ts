/** The marks of ASCII, which CommonMark lets be escaped, without `<` and `&`. */
const marks = /[!"#$%'()*+,\-./:;=>?@[\\\]^_`{|}~]/g;

/**
 * A text as Markdown that shows it and does nothing else: no link of any kind, be it `[x](y)`, `<command:y>` or a bare
 * address, no HTML, no icon, no block. A mark escaped by `\` would still close an autolink, so that `<` has to go
 * altogether; of an address no part is left that is read as its beginning. See CommonMark 0.31.2, "Backslash escapes".
 */
export function inertMarkdown(text: string): string {
  return text
    .replace(marks, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\t| {2,}|^ | $/gm, (spaces) => '&nbsp;'.repeat(spaces.length))
    .replace(/\r\n?|\n/g, '\\\n');
}

/**
 * A link in Markdown that runs a command with one argument, whatever that holds. VS Code decodes the address of a
 * command more than once, so that the argument has only letters, digits and escapes of JSON in it.
 * @param title words of ours
 */
export function commandLink(title: string, command: string, argument: string): string {
  const json = argument.replace(
    /[^A-Za-z0-9]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `[${inertMarkdown(title)}](command:${command}?${encodeURIComponent(`["${json}"]`)})`;
}
