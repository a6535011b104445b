import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { movedAlong, pendingSuggestions } from '../../client/src/annotations/pending-suggestions.ts';
import type { Suggestion } from '../../server/src/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { tagAt } from '../vscode/tag.ts';

const suggestion = (start: number, end: number, more: Partial<Suggestion> = {}): Suggestion => ({
  kind: 'party',
  start,
  end,
  text: `${start}–${end}`,
  attributes: {},
  ...more,
});
const pending = (
  suggestions: readonly Suggestion[],
  tags: readonly Annotation[] = [],
  more: Partial<Parameters<typeof pendingSuggestions>[0]> = {},
) =>
  pendingSuggestions({ suggestions, tags, scheme: diplomaticScheme, words: () => 'words', ...more }).map(
    ({ label, start, end }) => `${label} ${start}–${end}`,
  );

test('what nobody has decided on waits, in order of place', () => {
  assert.deepEqual(pending([suggestion(0, 2), suggestion(5, 9, { kind: 'date' })]), [
    'party 0–2',
    'date 5–9',
  ]);
});

test('what is tagged waits no more, and what was rejected does not come back', () => {
  assert.deepEqual(pending([suggestion(0, 2)], [tagAt(0, 2)]), []);
  assert.deepEqual(pending([suggestion(0, 2)], [tagAt(0, 2, { review: 'rejected' })]), []);
});

test('a tag decides on what shares most of its words, not on all that it touches', () => {
  assert.deepEqual(pending([suggestion(0, 10)], [tagAt(0, 8)]), []);
  assert.deepEqual(pending([suggestion(0, 2)], [tagAt(0, 40)]), ['party 0–2']);
  assert.deepEqual(pending([suggestion(30, 33)], [tagAt(0, 40), tagAt(30, 33)]), []);
});

test('a name is one thing: another accepted name on its words decides, a rejected one does not', () => {
  const place = tagAt(0, 2, { label: 'place' });
  assert.deepEqual(pending([suggestion(0, 2)], [place]), []);
  assert.deepEqual(pending([suggestion(0, 2)], [{ ...place, review: 'rejected' }]), ['party 0–2']);
  assert.deepEqual(
    pending([suggestion(0, 2, { kind: 'position' })], [tagAt(0, 2, { label: 'commitment' })]),
    ['position 0–2'],
  );
});

test('a tag that a machine has made waits as well, by its own id', () => {
  const tag = tagAt(3, 5, { review: 'suggested', label: 'unheard-of' });
  const [only] = pendingSuggestions({
    suggestions: [],
    tags: [tag],
    scheme: diplomaticScheme,
    words: ({ start, end }) => `${start} to ${end}`,
  });
  assert.equal(only?.id, tag.id);
  assert.equal(only?.text, '3 to 5');
});

test('a label may ask for a kind by another name, and labels may be left out', () => {
  const scheme = {
    ...diplomaticScheme,
    labels: diplomaticScheme.labels
      .filter(({ id }) => id !== 'party')
      .map((label) => (label.id === 'person' ? { ...label, suggestion: 'party' as const } : label)),
  };
  assert.deepEqual(pending([suggestion(0, 2)], [], { scheme }), ['person 0–2']);
  assert.deepEqual(pending([suggestion(0, 2)], [], { labels: new Set(['date']) }), []);
});

test('what the text holds elsewhere moves along, and what was edited is left out', () => {
  const inherited = { start: 0, end: 2 };
  const all = [suggestion(0, 2), suggestion(5, 9, { inherited }), suggestion(12, 14)];
  const moved = movedAlong(all, [
    { start: 2, end: 2, text: '和' },
    { start: 5, end: 5, text: '的' },
    { start: 13, end: 13, text: '国' },
  ]);
  assert.deepEqual(
    moved.map(({ start, end, inherited: from }) => ({ start, end, from })),
    [
      { start: 0, end: 2, from: undefined },
      { start: 7, end: 11, from: inherited },
    ],
  );
});

test('a suggestion that was moved along lies on the same words', () => {
  const edit = fc.record({ at: fc.nat(60), length: fc.nat(4), text: fc.string({ maxLength: 3 }) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(60), fc.nat(6)), { maxLength: 8 }),
      fc.array(edit, { maxLength: 6 }),
      (places, wanted) => {
        const text = Array.from({ length: 80 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
        const suggestions = places.map(([start, length]) => suggestion(start, start + 1 + length));
        let end = -1;
        const edits = [...wanted]
          .sort((a, b) => a.at - b.at)
          .map(({ at, length, text: put }) => ({ start: at, end: at + length, text: put }))
          .filter((each) => {
            const apart = each.start > end;
            if (apart) end = each.end;
            return apart;
          });
        const after = applyEdits(text, edits);
        const words = new Set(suggestions.map((each) => text.slice(each.start, each.end)));
        for (const each of movedAlong(suggestions, edits)) {
          assert.ok(words.has(after.slice(each.start, each.end)), after.slice(each.start, each.end));
        }
      },
    ),
  );
});
