// How the statements of a report are counted: in order, a few at a time, until somebody has enough of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather } from '../../client/src/vscode/reports/gathering.ts';
import type { FoundStatement } from '../../client/src/vscode/statements.ts';
import { reportFacts } from '../../server/src/features/report-facts.ts';
import { createStatementService } from '../../server/src/service.ts';
import { tag } from '../reports/example.ts';

const service = createStatementService();
const client = {
  reportFacts: async (_: unknown, text: string) =>
    text === '' ? null : reportFacts(service.analyse(text), service.registry),
};
const text = '甲国和乙国联合声明\n\n双方恪守《联合国宪章》。\n';
const mark = tag(text, '', 'reviewed', { scope: 'document', spans: [], quotes: [] });

/** A statement; `read` tells its text. */
function found(name: string, annotators: readonly string[], read: () => string | undefined = () => text) {
  const statement = {
    uri: { toString: () => `file:///${name}` },
    name,
    tagged: annotators.length > 0,
    annotators,
    text: async () => read(),
    tags: async () =>
      annotators.map((annotator) => ({
        annotator,
        isSettled: annotator === 'settled',
        tags: [tag(text, '双方', 'party'), mark],
      })),
  };
  return statement as unknown as FoundStatement;
}

const never = () => false;
const ignore = () => undefined;

test('all statements are counted in their order, and those that cannot be read are told', async () => {
  const all = [
    found('a', ['Li', 'Wang']),
    found('b', [], () => undefined),
    found('c', [], () => ''),
    found('d', []),
  ];
  const { statements, counted, unread, agreement } = await gather(all, client, never, ignore);
  assert.deepEqual(
    statements.map(({ name }) => name),
    ['a', 'd'],
  );
  assert.deepEqual([counted, unread], [4, 2]);
  assert.deepEqual(agreement?.annotators, ['Li', 'Wang']);
  assert.deepEqual(agreement?.overall.exact.f1, { value: 1 });
});

test('what was settled is not compared with those whose tags it was settled of', async () => {
  const { agreement } = await gather([found('a', ['Li', 'settled'])], client, never, ignore);
  const length = text.replace(/\s/g, '').length;
  assert.deepEqual(agreement?.leftOut, [{ name: 'a', why: 'one-annotator', finished: [length, null] }]);
});

test('of more annotators than can be compared, those who have tagged most are', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `n${at + 10}`);
  const { agreement } = await gather([found('a', names), found('b', ['n39', 'n38'])], client, never, ignore);
  assert.equal(agreement?.annotators.length, 20);
  assert.deepEqual(agreement?.annotators.slice(-2), ['n38', 'n39']);
});

test('it ends soon after it is cancelled, with what was counted', async () => {
  let read = 0;
  const all = Array.from({ length: 50 }, (_, at) =>
    found(String(at), [], () => {
      read += 1;
      return text;
    }),
  );
  const { statements, counted } = await gather(all, client, () => read >= 5, ignore);
  assert.ok(counted >= 5 && counted <= 7, String(counted));
  assert.equal(statements.length, counted);
});
