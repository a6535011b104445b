import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestions } from '../../server/src/features/suggestions.ts';
import { createStatementService } from '../../server/src/service.ts';
import { finished } from '../../server/src/steps.ts';
import { noRealDocuments, realDocument } from './documents.ts';
import { documentsTagged, type KindScore, scoreSuggestions } from './suggestion-score.ts';

const skip = noRealDocuments;

test('what is suggested in the real texts is what a person would tag', { skip }, () => {
  const service = createStatementService();
  const whole = new Map<string, KindScore>();
  const differences: string[] = [];
  for (const name of documentsTagged) {
    const raw = realDocument(name);
    const found = finished(suggestions({ version: 1, analysis: service.analyse(raw) })).suggestions;
    const scored = scoreSuggestions(name, raw, found);
    for (const [kind, score] of scored.scores) {
      const sum = whole.get(kind) ?? { expected: 0, exact: 0, near: 0, found: 0, right: 0 };
      for (const key of Object.keys(sum) as (keyof KindScore)[]) sum[key] += score[key];
      whole.set(kind, sum);
    }
    differences.push(...scored.differences.map((difference) => `${name}: ${difference}`));
  }
  const share = (part: number, of: number) => (of === 0 ? '    –' : (part / of).toFixed(3));
  console.log('suggestions   read exact  near false precis. recall  near+ meaning');
  for (const [kind, { expected, exact, near, found, right }] of whole) {
    const counts = [expected, exact, near, found - exact - near].map((count) => String(count).padStart(5));
    const shares = [
      share(exact, found),
      share(exact, expected),
      share(exact + near, expected),
      share(right, exact + near),
    ];
    console.log(`${kind.padEnd(12)} ${counts.join(' ')}   ${shares.join('  ')}`);
  }
  for (const difference of differences) console.log(difference);
  assert.ok(whole.size >= 8);
});
