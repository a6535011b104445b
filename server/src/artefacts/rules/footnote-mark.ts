import { breaksOff } from '../layout/furniture.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';

/**
 * The mark of a footnote in a sentence, and the words of the note where they stand between two lines of one. The
 * document tells that they are: the mark comes twice, in a sentence and at the head of a line, or with its neighbours.
 */
export const footnoteMark: CharacterRule = {
  id: 'footnote-mark',
  class: 'suspect',
  name: { en: 'footnotes in the text', zh: '混入正文的脚注' },
  about: {
    en: 'Marks of footnotes in a sentence, and notes between the lines of one.',
    zh: '句中的脚注标记，以及夹在行间的注文。',
  },
  done: { en: { one: '1 footnote mark', many: '{0} footnote marks' }, zh: '{0} 处脚注标记' },
  words: {
    message: {
      en: 'The mark of a footnote seems to stand here: {0}',
      zh: '此处似为脚注标记：{0}',
    },
    fix: { en: 'Remove the footnote mark', zh: '删去脚注标记' },
  },
  variants: {
    note: {
      message: {
        en: 'A footnote seems to stand between the lines of a sentence.',
        zh: '脚注的注文似夹在一句话的行间。',
      },
    },
  },
  find: (paragraph) => [...marks(paragraph), ...notes(paragraph)],
};

function* marks({ joined, layout: { rows, pages }, claim }: ParagraphText): Generator<Found> {
  for (let i = 0; i < rows.length; i++) {
    const line = joined.lines[i]!;
    for (const { id, start, end } of rows[i]!.marks) {
      if (!pages.isNoted(id)) continue;
      const place = { start: line.start + start, end: line.start + end };
      if (!claim(place.start, place.end)) continue;
      const values = [joined.text.slice(place.start, place.end)];
      yield { ...place, edits: [{ ...place, text: '' }], values };
    }
  }
}

function* notes({ joined, layout: { rows, pages, before } }: ParagraphText): Generator<Found> {
  for (let i = 0; i < rows.length; i++) {
    const { note } = rows[i]!;
    const above = i > 0 ? rows[i - 1] : before()?.row;
    if (note === 0 || !pages.isNoted(note) || !above || above.note !== 0 || !breaksOff(above)) continue;
    const { start, end } = joined.lines[i]!;
    yield { start, end, edits: [], variant: 'note' };
  }
}
