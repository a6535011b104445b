import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestions } from '../../server/src/features/suggestions.ts';
import { createStatementService } from '../../server/src/service.ts';
import { finished } from '../../server/src/steps.ts';
import { noRealDocuments, realDocument } from './documents.ts';
import { documentsTagged, type KindScore, type Reading, scoreSuggestions } from './suggestion-score.ts';

const skip = noRealDocuments;

const share = (part: number, of: number) => (of === 0 ? '    –' : (part / of).toFixed(3));

function table(scores: ReadonlyMap<string, KindScore>): string {
  const rows = [...scores].map(([kind, { expected, exact, near, found, right }]) => {
    const counts = [expected, exact, near, found - exact - near].map((count) => String(count).padStart(5));
    const shares = [
      share(exact, found),
      share(exact, expected),
      share(exact + near, expected),
      share(right, exact + near),
    ];
    return `${kind.padEnd(12)} ${counts.join(' ')}   ${shares.join('  ')}`;
  });
  return ['              read exact  near false precis. recall  near+ meaning', ...rows].join('\n');
}

function scored(reading: Reading) {
  const service = createStatementService();
  const whole = new Map<string, KindScore>();
  const differences: string[] = [];
  for (const name of documentsTagged(reading)) {
    const raw = realDocument(name);
    const found = finished(suggestions({ version: 1, analysis: service.analyse(raw) })).suggestions;
    const scored = scoreSuggestions(name, reading, raw, found);
    for (const [kind, score] of scored.scores) {
      const sum = whole.get(kind) ?? { expected: 0, exact: 0, near: 0, found: 0, right: 0 };
      for (const key of Object.keys(sum) as (keyof KindScore)[]) sum[key] += score[key];
      whole.set(kind, sum);
    }
    differences.push(...scored.differences.map((difference) => `${name}: ${difference}`));
  }
  return { whole, differences };
}

for (const [reading, what] of [
  ['', 'texts by which it was mended'],
  ['later/', 'texts that were read later'],
  ['last/', 'texts that were read last'],
] as const) {
  test(`what is suggested is mostly what a person would tag: ${what}`, { skip }, () => {
    const { whole, differences } = scored(reading);
    console.log(`suggestions in ${what}\n${table(whole)}`);
    for (const difference of differences) console.log(difference);
    const sum = (of: (score: KindScore) => number) =>
      [...whole.values()].reduce((all, one) => all + of(one), 0);
    assert.ok(sum(({ exact, near }) => exact + near) > 0.8 * sum(({ expected }) => expected));
    assert.ok(sum(({ exact, near }) => exact + near) > 0.8 * sum(({ found }) => found));
  });
}
