import { guarded } from '../../citations/formula-guard.ts';
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

/**
 * Lines of cells; a cell holds no tab, no line break, and nothing that a spreadsheet would run. One with quotation marks
 * stands between them and has its own twice, as a spreadsheet reads what is pasted: a mark at the beginning of a cell
 * would else take in all that follows, up to the next.
 */
export function tabbed(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const plain = guarded(text.replace(/[\t\v\f\r\n\u0085\u2028\u2029]+/g, ' '));
    return plain.includes('"') ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}
