import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import type { LabelScheme } from '../../client/src/annotations/labels.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import type { Pending, StatementFacts } from '../../client/src/panel/views/statement-facts.ts';
import type { ReadingPart } from '../../server/src/protocol.ts';

/** The parts of a text in which each heading is a line that begins with 一、二、… */
export function partsOf(text: string): ReadingPart[] {
  const starts = [...text.matchAll(/^[一二三四五六七八九十百]+、.*$/gm)];
  return starts.map((match, index) => ({
    kind: 'section',
    label: match[0],
    start: match.index,
    end: starts[index + 1]?.index ?? text.length,
  }));
}

/** A suggestion of the words at their nth place in the text. */
export function suggest(text: string, label: string, words: string, nth = 0): Pending {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  return {
    id: `${label} ${start} ${words}`,
    label,
    text: words,
    start,
    end: start + words.length,
    attributes: {},
  };
}

/** The facts of a statement of which nothing needs cleaning, with the cursor before the words. */
export function factsOf(
  store: AnnotationStore,
  cursor: number | string = 0,
  more: Partial<StatementFacts> & { readonly scheme?: LabelScheme } = {},
): StatementFacts {
  const { text } = store;
  const at = typeof cursor === 'string' ? text.indexOf(cursor) : cursor;
  return {
    scheme: diplomaticScheme,
    snapshot: store.snapshot,
    parts: [],
    pending: [],
    cursor: at,
    selection: { start: at, end: at },
    here: store.at(at),
    tag: (id) => store.get(id),
    words: ({ start, end }) => text.slice(start, end),
    around: ({ start, end }, room) => ({
      before: text.slice(Math.max(0, start - room.before), start),
      after: text.slice(end, end + room.after),
    }),
    read: english,
    ...more,
  };
}

const english = (text: { readonly en: string; readonly zh: string }) => text.en || text.zh;
