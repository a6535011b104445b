import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { noRealDocuments, realDocument } from './documents.ts';
import { documentsRead, type Expected, expectedIn } from './expectations.ts';
import { type Score, scoreOf } from './reference-score.ts';

const service = createStatementService();
const skip = noRealDocuments;

function scored(name: string): Score {
  const raw = realDocument(name);
  const analysis = service.analyse(raw);
  const title = analysis.tree.label;
  const named = service.registry.named(title);
  const own = named.length === 1 ? named[0]!.id : `《${title}》`;
  return scoreOf(expectedIn(name, raw), analysis.references, raw, service.registry, own);
}

const scores = skip ? [] : documentsRead.map((name) => ({ name, ...scored(name) }));
const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

const whole = {
  expected: sum((score) => score.expected),
  found: sum((score) => score.found),
  right: sum((score) => score.right),
  sameForm: sum((score) => score.sameForm),
  falsely: sum((score) => score.falsely),
};

if (!skip) {
  const row = (name: string, { expected, found, falsely, right, sameForm }: Omit<Score, 'differences'>) =>
    [
      name.padEnd(46),
      ...[expected, found, falsely].map((count) => String(count).padStart(5)),
      ...[
        share(found, found + falsely),
        share(found, expected),
        share(right, found),
        share(sameForm, found),
      ].map((value) => value.toFixed(3).padStart(7)),
    ].join(' ');
  console.log(`${'references in'.padEnd(46)}  read found false precis. recall meaning form`);
  for (const score of scores) console.log(row(score.name, score));
  console.log(row('all', whole));
  for (const { name, differences } of scores)
    for (const difference of differences) console.log(`${name}: ${difference}`);
}

test('two people who read the same texts by themselves find the same references', { skip }, () => {
  let both = 0;
  let either = 0;
  let same = 0;
  const place = ({ start, length }: Expected) => `${start}+${length}`;
  for (const name of documentsRead) {
    const raw = realDocument(name);
    const second = new Map(expectedIn(name, raw, 'second/').map((one) => [place(one), one]));
    const first = expectedIn(name, raw, 'first/');
    const shared = first.filter((one) => second.has(place(one)));
    both += shared.length;
    either += first.length + second.size - shared.length;
    same += shared.filter((one) => second.get(place(one))!.means === one.means).length;
  }
  console.log(
    `readers: ${both} of ${either} places in common (${share(both, either).toFixed(3)}), of these ${same} of the same meaning, in the same words (${share(same, both).toFixed(3)})`,
  );
  assert.ok(share(both, either) > 0.95);
});

test('news and law give no false treaty', { skip }, () => {
  const news = scores.filter(({ name }) => /^(?:xwlb|law|mfa)/.test(name));
  assert.equal(news.length, 4);
  for (const { name, differences } of news)
    assert.deepEqual(
      differences.filter((difference) => difference.startsWith('false')),
      [],
      name,
    );
});
