import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/analysis.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import { anyText, hostileText, newspaperText } from './broken-text.ts';

const service = createStatementService();

/** All of an analysis, the lazy parts too. */
function whole({ raw, reading, artefacts, kind, tree, references }: Analysis): unknown {
  return {
    raw,
    clean: reading.clean,
    runs: Array.from({ length: reading.clean.length }, (_, i) => reading.map.toRaw(i)),
    furniture: reading.furniture,
    artefacts,
    kind,
    tree: JSON.stringify(tree),
    references,
  };
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.tuple(
  place,
  fc.oneof(fc.nat(3), fc.nat(60)),
  fc.oneof(fc.constantFrom('', '，', '中', '\n', ' ', '《', '。'), anyText),
);

function editsOf(raw: string, changes: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  let last = 0;
  for (const [at, length, text] of [...changes].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(last, Math.floor(at * (raw.length + 1)));
    const end = Math.min(raw.length, start + length);
    if (start > raw.length) break;
    edits.push({ start, end: Math.max(start, end), text });
    last = Math.max(start, end);
  }
  return edits;
}

test('invariant 4: analysis after edits equals analysis from scratch', () => {
  fc.assert(
    fc.property(
      fc.oneof(newspaperText, hostileText),
      fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      (text, rounds) => {
        let analysis = service.analyse(text);
        for (const changes of rounds) {
          const edits = editsOf(analysis.raw, changes);
          const raw = applyEdits(analysis.raw, edits);
          analysis = service.reanalyse(analysis, edits);
          assert.deepEqual(whole(analysis), whole(service.analyse(raw)));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('invariant 4: a text typed character by character', () => {
  fc.assert(
    fc.property(newspaperText, fc.integer({ min: 200, max: 500 }), (text, length) => {
      const written = text.slice(0, length);
      let analysis = service.analyse('');
      for (let at = 0; at < written.length; at++) {
        analysis = service.reanalyse(analysis, [{ start: at, end: at, text: written[at]! }]);
      }
      assert.deepEqual(whole(analysis), whole(service.analyse(written)));
    }),
    { numRuns: 20 },
  );
});

test('invariant 4: two different edits of one analysis', () => {
  fc.assert(
    fc.property(newspaperText, fc.array(change, { minLength: 2, maxLength: 4 }), (text, changes) => {
      const analysis = service.analyse(text);
      for (const one of changes) {
        const edits = editsOf(text, [one]);
        assert.deepEqual(
          whole(service.reanalyse(analysis, edits)),
          whole(service.analyse(applyEdits(text, edits))),
        );
      }
      assert.deepEqual(whole(analysis), whole(service.analyse(text)));
    }),
    { numRuns: 100 },
  );
});
