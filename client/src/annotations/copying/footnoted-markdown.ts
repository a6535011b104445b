import type { TaggedPassage, WrittenTag } from './written-tag.ts';

/**
 * The passage as Markdown for people: behind the words of each tag a footnote that names its label, repeats its words
 * and tells its attributes and its note. Tags may overlap as they like.
 */
export function footnotedMarkdown({ text, tags }: TaggedPassage): string {
  const ends = tags
    .map((tag, index) => ({ at: tag.spans.at(-1)!.end, index }))
    .sort((a, b) => a.at - b.at || b.index - a.index);
  let written = '';
  let from = 0;
  const notes: string[] = [];
  for (const { at, index } of ends) {
    notes.push(`[^${notes.length + 1}]: ${noteOf(tags[index]!)}`);
    written += `${escaped(text.slice(from, at))}[^${notes.length}]`;
    from = at;
  }
  written += escaped(text.slice(from));
  return notes.length === 0 ? `${written}\n` : `${written}\n\n${notes.join('\n')}\n`;
}

function noteOf({ name, words, attributes, note }: WrittenTag): string {
  const told = attributes.flatMap(([id, value]) => {
    if (value === false || value === '') return [];
    return [value === true ? onOneLine(id) : `${onOneLine(id)}: ${onOneLine(String(value))}`];
  });
  return [`**${onOneLine(name)}** ${onOneLine(words)}`, ...told, ...(note ? [onOneLine(note)] : [])].join(
    ' · ',
  );
}

function onOneLine(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

/**
 * Whatever would mean something in Markdown or HTML means itself. A line that would be a heading, a rule, an item of a
 * list, the underline of a heading or of a table’s head, or indented code is text.
 */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~$^]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`))
    .replace(/^([ \t]*)(?=(?:#{1,6}|[-+=:]+)(?:\s|$))/gm, '$1\\')
    .replace(/^([ \t]*\d+)(?=[.)](?:\s|$))/gm, '$1\\')
    .replace(/^ *(?:\t| {4})[ \t]*/gm, (indent) => indent.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'));
}
