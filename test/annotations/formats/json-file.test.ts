import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import {
  jsonElements,
  jsonValue,
  listMember,
  memberOf,
  textMember,
} from '../../../client/src/annotations/formats/json-file.ts';

const elements = (text: string) => Array.from(jsonElements(text), ({ text, line }) => [text.trim(), line]);

/** The line and the code of the problem that this throws. */
function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof FormatProblemError);
    return `${error.problem.line} ${error.problem.code}`;
  }
  return 'none';
}

test('the elements of a list come one by one, each with its line', () => {
  assert.deepEqual(elements(' [1,\n {"a": "],\\"[", "b": [2]},\n\n"x"\r\n] \n'), [
    ['1', 1],
    ['{"a": "],\\"[", "b": [2]}', 2],
    ['"x"', 4],
  ]);
  assert.deepEqual(elements('[]'), []);
});

test('they are those that a parser hands out', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (list, indent) => {
      const text = JSON.stringify(list, undefined, indent);
      assert.deepEqual(
        Array.from(jsonElements(text), (element) => jsonValue(element.text, element.line)),
        JSON.parse(text),
      );
    }),
  );
});

test('what is no list, ends early, or goes on behind its end is refused with its line', () => {
  for (const [text, line] of [
    ['', 1],
    ['[1,\n2', 2],
    ['[1]\n2', 2],
    ['[,1]', 1],
    ['["\n', 2],
  ] as const) {
    assert.equal(
      problemOf(() => elements(text)),
      `${line} not-json`,
    );
  }
});

test('what is JSON and no list is said to be none', () => {
  assert.equal(
    problemOf(() => elements('\n{}')),
    '2 not-of-format',
  );
});

test('JSON that is deeper than anything a tool writes is refused, however it begins', () => {
  for (const open of ['[', '{"a":']) {
    assert.equal(
      problemOf(() => jsonValue(open.repeat(100_000), 3)),
      '3 not-json',
    );
  }
  assert.equal(
    problemOf(() => jsonValue('['.repeat(300) + ']'.repeat(300), 3)),
    '3 too-deep',
  );
});

test('members that every object has are none', () => {
  assert.equal(memberOf({}, 'constructor'), undefined);
  assert.equal(memberOf([], 'length'), undefined);
  assert.equal(textMember({ a: '', b: 'x' }, 'toString', 'a', 'b'), 'x');
  assert.deepEqual(listMember({ a: 'x' }, 'a'), []);
});
