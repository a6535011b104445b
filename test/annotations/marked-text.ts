import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import type { TextRange } from '../../server/src/text/range.ts';

/** `支持[双方]合作` → the text without the marks and the ranges between them; marks may nest. */
export function readMarks(marked: string): { readonly text: string; readonly ranges: readonly TextRange[] } {
  let text = '';
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const character of marked) {
    if (character === '[') open.push(ranges.push({ start: text.length, end: -1 }) - 1);
    else if (character === ']') ranges[open.pop()!]!.end = text.length;
    else text += character;
  }
  return { text, ranges };
}

/** The text with the anchored tags of a store in marks, as readMarks reads them. */
export function writeMarks(store: AnnotationStore): string {
  const marks: { at: number; mark: string; order: number }[] = [];
  for (const annotation of store.snapshot.anchored) {
    for (const { start, end } of annotation.spans) {
      marks.push(
        { at: start, mark: '[', order: end - start },
        { at: end, mark: ']', order: start - end - 1e9 },
      );
    }
  }
  marks.sort((a, b) => b.at - a.at || a.order - b.order);
  return marks.reduce((text, { at, mark }) => text.slice(0, at) + mark + text.slice(at), store.text);
}

/** A store whose clock and ids are those of the test: t1, t2 …, a1, a2 … */
export function storeOf(text: string, annotations: readonly Annotation[] = []): AnnotationStore {
  let ids = 0;
  let time = 0;
  return createAnnotationStore(text, annotations, {
    creator: '李标注',
    now: () => new Date(Date.UTC(2024, 4, 16, 8, 0, time++)).toISOString(),
    newId: () => `a${String(++ids).padStart(4, '0')}`,
  });
}

/** A store on a marked text, each marked range tagged. */
export function tagged(marked: string, label = 'party'): AnnotationStore {
  const { text, ranges } = readMarks(marked);
  const store = storeOf(text);
  for (const range of ranges) store.add({ label, range });
  return store;
}

/** The edit that puts a text in place of the first occurrence of another in the store's text. */
export function replacing(store: AnnotationStore, old: string, text: string) {
  return { ...placeOf(store.text, old), text };
}

/** The place of words in a text, where they first stand. */
export function placeOf(text: string, words: string): TextRange {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in “${text}”.`);
  return { start, end: start + words.length };
}

/** The words of a tag, an ellipsis between those of its fragments that are not gone. */
export function wordsOf(store: AnnotationStore, id: string): string {
  const live = store.get(id)!.spans.filter(({ start, end }) => start < end);
  return live.map(({ start, end }) => store.text.slice(start, end)).join('…');
}

/** What a tag made by hand would be, for tests that need no store. */
export function annotationOf(id: string, range: TextRange, over: Partial<Annotation> = {}): Annotation {
  return {
    id,
    label: 'party',
    spans: [range],
    attributes: {},
    note: '',
    creator: '李标注',
    created: '2024-05-16T08:00:00.000Z',
    modified: '2024-05-16T08:00:00.000Z',
    review: 'accepted',
    state: 'anchored',
    scope: 'words',
    relations: [],
    quotes: [{ exact: '', prefix: '', suffix: '' }],
    ...over,
  };
}
