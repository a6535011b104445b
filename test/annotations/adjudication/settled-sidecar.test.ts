import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asSettled,
  isSettled,
  settledHead,
  settledName,
} from '../../../client/src/annotations/adjudication/settled-sidecar.ts';
import { newSidecar, serialiseSidecar } from '../../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../../client/src/annotations/sidecar-parser.ts';

test('A settled set is told from an annotator’s tags by its head, whatever its name', () => {
  const settled = asSettled({ ...newSidecar(), unknown: { project: 'x' } }, { annotators: ['Li', 'Wang'] });
  const text = serialiseSidecar(settled, { document: 'a.txt', sidecar: 'a.txt.gold.annotations.json' });
  const reading = parseSidecar(text);
  assert.ok(reading.ok);
  assert.ok(isSettled(reading.sidecar));
  assert.deepEqual(settledHead(reading.sidecar), { annotators: ['Li', 'Wang'] });
  assert.equal(reading.sidecar.unknown.project, 'x');
  assert.equal(isSettled(newSidecar()), false);
  assert.equal(isSettled({ unknown: { 'jiaozhu:adjudication': 'yes' } }), false);
});

test('The name of the settled set is none of an annotator’s', () => {
  const li = { annotator: 'Li', settled: false };
  const gold = { annotator: 'Gold', settled: true };
  assert.deepEqual(settledName('', [li]), { name: 'settled', taken: false });
  assert.deepEqual(settledName('gold', [li]), { name: 'gold', taken: false });
  assert.deepEqual(settledName('gold', [li, gold]), { name: 'Gold', taken: false });
  assert.deepEqual(settledName('li', [li]), { name: 'li', taken: true });
  assert.deepEqual(settledName('../../etc/passwd', [li]), { name: 'etc-passwd', taken: false });
  assert.deepEqual(settledName(' .. ', [li]), { name: 'settled', taken: false });
});
