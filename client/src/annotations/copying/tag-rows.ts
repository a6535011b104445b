import type { TaggedPassage } from './written-tag.ts';

/** The tags as lines of cells parted by tabs, with a head; as a spreadsheet takes them from the clipboard. */
export function tagRows({ tags }: TaggedPassage): string {
  const rows = tags.map(({ words, label, name, attributes, section, note }) => [
    words,
    label,
    name,
    attributes.map(([id, value]) => `${id}=${value}`).join('; '),
    section,
    note,
  ]);
  return tabbed([['words', 'label', 'name', 'attributes', 'section', 'note'], ...rows]);
}

/** What a spreadsheet would run as a formula, in full width as well. See OWASP, "CSV Injection". */
const formula = /^\s*[=+\-@＝＋－＠]/;

/** Lines of cells; a cell holds no tab, no line break, and nothing that a spreadsheet would run. */
export function tabbed(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const plain = text.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ');
    return formula.test(plain) ? `'${plain}` : plain;
  };
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}
