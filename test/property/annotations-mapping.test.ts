import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldLookalikes, stripBlanks } from '../../client/src/annotations/bare-text.ts';
import { createEditMapping, type MappedSpan } from '../../client/src/annotations/edit-mapping.ts';
import { splitsCharacter } from '../../client/src/annotations/offsets.ts';
import { smallestEdits } from '../../client/src/annotations/text-diff.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import type { TextRange } from '../../server/src/text/range.ts';

/** A text of this many units, edits of it as an editor tells them, and spans on it. */
const scene = fc.integer({ min: 1, max: 14 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    edits: fc
      .array(fc.tuple(fc.nat(length), fc.nat(length), fc.constantFrom('', '', 'x', 'yz')), { maxLength: 4 })
      .map(disjoint),
    spans: fc
      .array(fc.tuple(fc.nat(length), fc.nat(length)), { minLength: 1, maxLength: 5 })
      .map((pairs) => pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })))
      .map((spans) => spans.filter((span) => span.start < span.end)),
  }),
);

function disjoint(drafts: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  const sorted = drafts
    .map(([a, b, text]) => ({ start: Math.min(a, b), end: Math.max(a, b), text }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const edit of sorted) if (edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
  return edits;
}

/** The slow and obvious way: every unit carries the numbers of the spans that hold it. */
function byMarks(length: number, edits: readonly Edit[], spans: readonly TextRange[]): (TextRange | null)[] {
  const marks = Array.from(
    { length },
    (_, at) => new Set(spans.flatMap((span, i) => (span.start <= at && at < span.end ? [i] : []))),
  );
  const after: Set<number>[] = [];
  let at = 0;
  const none = new Set<number>();
  for (const edit of edits) {
    while (at < edit.start) after.push(marks[at++]!);
    const around =
      edit.start === edit.end
        ? [marks[edit.start - 1] ?? none, marks[edit.start] ?? none]
        : marks.slice(edit.start, edit.end);
    const shared = new Set([...spans.keys()].filter((i) => around.every((each) => each.has(i))));
    for (let k = 0; k < edit.text.length; k += 1) after.push(shared);
    at = edit.end;
  }
  while (at < length) after.push(marks[at++]!);
  return spans.map((_, i) => {
    const start = after.findIndex((each) => each.has(i));
    return start < 0 ? null : { start, end: after.findLastIndex((each) => each.has(i)) + 1 };
  });
}

test('Moving a span over edits equals marking every character and reading the marks back', () => {
  fc.assert(
    fc.property(scene, ({ length, edits, spans }) => {
      // Nothing of what was there is in what comes: there is nothing to diff.
      const mapping = createEditMapping(edits, (start, end) => '中'.repeat(end - start));
      const moved = spans.map(({ start, end }) => {
        const span: MappedSpan = { start: 0, end: 0, fate: 'untouched' };
        mapping.move(start, end, span);
        return span.fate === 'lost' ? null : { start: span.start, end: span.end };
      });
      assert.deepEqual(moved, byMarks(length, edits, spans));
    }),
    { numRuns: 5000 },
  );
});

const unit = fc.constantFrom('中', '俄', '方', '⽅', '。', 'a', ' ', '\n', '\r\n', '𠮷', '\ud842', '　');
const anyText = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));

test('The smallest edits lead from the one text to the other, sorted, and cut no character', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (same, before, after) => {
      const old = same + before + same;
      const now = after + same + same;
      const edits = smallestEdits(old, now);
      assert.equal(applyEdits(old, edits), now);
      for (const edit of edits) {
        assert.ok(edit.start < edit.end || edit.text !== '');
        assert.ok(!splitsCharacter(old, edit.start) && !splitsCharacter(old, edit.end));
      }
    }),
    { numRuns: 3000 },
  );
});

const respaced = fc
  .array(fc.tuple(fc.constantFrom('中', '俄', '方', '。', 'a', '𠮷'), blank(), blank()), { maxLength: 40 })
  .map((units) => ({
    before: units.map(([character, blanks]) => character + blanks).join(''),
    after: units.map(([character, , blanks]) => character + blanks).join(''),
  }));

function blank() {
  return fc.constantFrom('', '', '', ' ', '\n', '\r\n', '  ', '　\n\n');
}

test('Between two ways of breaking the same lines, the smallest edits touch nothing but blanks', () => {
  fc.assert(
    fc.property(respaced, ({ before, after }) => {
      for (const edit of smallestEdits(before, after)) {
        assert.equal(stripBlanks(before.slice(edit.start, edit.end) + edit.text), '');
      }
    }),
    { numRuns: 2000 },
  );
});

const broken = fc
  .array(fc.tuple(fc.constantFrom('中', '俄', '⽅', '，', ',', '𠮷'), blank()), {
    minLength: 1,
    maxLength: 30,
  })
  .map((units) => units.map(([character, blanks]) => character + blanks).join(''));

/** Cleaning in small: blanks go, look-alikes become what they look like. Each piece is an edit of its own. */
function cleaningEdits(text: string): Edit[] {
  return Array.from(text.matchAll(/\s+|⽅|,/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0] === '⽅' ? '方' : match[0] === ',' ? '，' : '',
  }));
}

for (const [how, editsOf] of [
  ['edit by edit', cleaningEdits],
  ['as one replacement of everything', whole],
  ['as replacements of many lines that were joined by chance', grouped],
] as const) {
  test(`A span covers the same clean characters before and after cleaning ${how}`, () => {
    fc.assert(
      fc.property(broken, fc.nat(), fc.nat(), fc.nat(4), (text, a, b, size) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        fc.pre(!splitsCharacter(text, start) && !splitsCharacter(text, end));
        const covered = foldLookalikes(stripBlanks(text.slice(start, end)));
        fc.pre(covered !== '');
        const edits = editsOf(text, size + 2);
        const span: MappedSpan = { start: 0, end: 0, fate: 'untouched' };
        createEditMapping(edits, (from, to) => text.slice(from, to)).move(start, end, span);
        const cleaned = applyEdits(text, edits);
        assert.equal(foldLookalikes(cleaned.slice(span.start, span.end)), covered);
      }),
      { numRuns: 2000 },
    );
  });
}

function whole(text: string): Edit[] {
  return [{ start: 0, end: text.length, text: applyEdits(text, cleaningEdits(text)) }];
}

/** The same cleaning, each few edits told as one replacement with what lies between them. */
function grouped(text: string, size: number): Edit[] {
  const fine = cleaningEdits(text);
  const edits: Edit[] = [];
  for (let i = 0; i < fine.length; i += size) {
    const group = fine.slice(i, i + size);
    const start = group[0]!.start;
    const end = group.at(-1)!.end;
    const local = group.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    edits.push({ start, end, text: applyEdits(text.slice(start, end), local) });
  }
  return edits;
}
