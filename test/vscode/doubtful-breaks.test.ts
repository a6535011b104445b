import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DoubtfulBreaks,
  endOf,
  isBlankLines,
  joinOf,
} from '../../client/src/vscode/language/doubtful-breaks.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';

const before = '双方愿\n\n继续合作\n\n互利共赢。';
const first = { start: 3, end: 5 };
const second = { start: 9, end: 11 };

/** The words before and after each place. */
function around(breaks: DoubtfulBreaks, text: string): string[] {
  return breaks.in(text).map(({ start, end }) => `${text.slice(0, start).at(-1)}/${text[end]}`);
}

function edit(breaks: DoubtfulBreaks, text: string, edits: readonly Edit[]): string {
  breaks.edited(edits);
  return applyEdits(
    text,
    [...edits].sort((a, b) => a.start - b.start),
  );
}

test('the places stay at their breaks through the edits of the cleaning, in whichever order they are told', () => {
  const breaks = new DoubtfulBreaks();
  breaks.add([first, second]);
  const text = edit(breaks, before, [
    { start: 15, end: 16, text: '！' },
    { start: 0, end: 2, text: '两国' },
    { start: 6, end: 7, text: '' },
  ]);
  assert.deepEqual(around(breaks, text), ['愿/继', '作/互']);
});

test('a place whose break a person has joined is dropped', () => {
  const breaks = new DoubtfulBreaks();
  breaks.add([first, second]);
  const text = edit(breaks, before, [{ start: 3, end: 5, text: '' }]);
  assert.deepEqual(around(breaks, text), ['作/互']);
  const other = edit(breaks, text, [{ start: 7, end: 9, text: '，' }]);
  assert.deepEqual(around(breaks, other), []);
});

test('words typed at a break do not become part of its place', () => {
  const breaks = new DoubtfulBreaks();
  breaks.add([first]);
  const text = edit(breaks, before, [{ start: 3, end: 3, text: '都' }]);
  assert.deepEqual(breaks.in(text), [{ start: 4, end: 6 }]);
  const other = edit(breaks, text, [{ start: 6, end: 6, text: '将' }]);
  assert.deepEqual(breaks.in(other), [{ start: 4, end: 6 }]);
});

test('a place that is found anew counts once', () => {
  const breaks = new DoubtfulBreaks();
  breaks.add([first]);
  breaks.add([{ start: 2, end: 5 }, second]);
  assert.deepEqual(breaks.in(before), [{ start: 2, end: 5 }, second]);
  assert.deepEqual(breaks.in(before, [first]), [first, second]);
});

test('a break that is as printed, or has got another in its place, is in doubt no more', () => {
  const breaks = new DoubtfulBreaks();
  breaks.add([first, second]);
  assert.deepEqual(breaks.in(before, [], [{ start: 2, end: 6 }]), [second]);
  const end = endOf(before, second);
  assert.deepEqual(end, { ...second, text: '\n' });
  const text = edit(breaks, before, [end!]);
  assert.equal(text, '双方愿\n\n继续合作\n互利共赢。');
  assert.deepEqual(breaks.in(text), [first]);
});

test('joining keeps words apart that are written with spaces', () => {
  assert.deepEqual(joinOf(before, first), { ...first, text: '' });
  assert.deepEqual(joinOf('the\n\nparties', { start: 3, end: 5 }), { start: 3, end: 5, text: ' ' });
});

test('blank lines behind a line’s own end are removed, and the end stays', () => {
  const blank = { start: 4, end: 5 };
  assert.ok(isBlankLines(before, blank) && !isBlankLines(before, first));
  assert.equal(applyEdits(before, [joinOf(before, blank)]), '双方愿\n继续合作\n\n互利共赢。');
  assert.equal(endOf(before, blank), undefined);
  assert.equal(endOf('双方\n愿', { start: 2, end: 3 }), undefined);
});
