import assert from 'node:assert/strict';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';

const time = '2025-03-02T08:00:00.000Z';

/** A tag on words of a text, where they first stand. */
export function tagOn(text: string, words: string, said: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  const range = { start, end: start + words.length };
  return {
    id: `urn:test:${words}`,
    label: 'party',
    spans: [range],
    attributes: {},
    note: '',
    creator: '',
    created: time,
    modified: time,
    review: 'accepted',
    state: 'anchored',
    scope: 'words',
    relations: [],
    quotes: [quoteOf(text, range)],
    ...said,
  };
}

/** The file of tags of `a.txt` with these. */
export function sidecarWith(text: string, tags: readonly Annotation[]): string {
  const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
  return serialiseSidecar(withAnnotations(newSidecar(), tags, text, sha256), names);
}

/** The same in which these words of the text are tagged, each where it first stands. */
export function sidecarOf(
  text: string,
  tags: Readonly<Record<string, string>>,
  review: Annotation['review'] = 'accepted',
): string {
  return sidecarWith(
    text,
    Object.entries(tags).map(([words, label]) => tagOn(text, words, { label, review })),
  );
}
