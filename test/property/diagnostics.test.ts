import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  DIAGNOSTIC_LIMIT,
  diagnostics,
  type KnownDiagnostics,
} from '../../server/src/features/diagnostics.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { anyText, hostileText, newspaperText } from './broken-text.ts';

const service = createStatementService();
const edit = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  text: fc.oneof(fc.constantFrom('', '中', '\n', '\r', '\r\n', ' 国 ', '《'), anyText),
});

test('diagnostics made of those of the text before are those made from scratch', () => {
  fc.assert(
    fc.property(
      fc.oneof(newspaperText, hostileText),
      fc.array(edit, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (text, edits, withSpan) => {
        const known: KnownDiagnostics = new WeakMap();
        let analysis = service.analyse(text);
        for (const { place, length, text } of edits) {
          const start = Math.floor(place * (analysis.raw.length + 1));
          const end = Math.min(analysis.raw.length, start + length);
          const one = { start: Math.min(start, end), end, text };
          const raw = applyEdits(analysis.raw, [one]);
          analysis = service.reanalyse(analysis, [one]);
          const asPrinted = withSpan ? [{ start: raw.length >> 1, end: (raw.length >> 1) + 40 }] : [];
          const options = { limit: DIAGNOSTIC_LIMIT + 1, asPrinted };
          const lines = new LineTable(raw);
          assert.deepEqual(
            diagnostics(service.findings(analysis, options), lines, { known }),
            diagnostics(service.findings(service.analyse(raw), options), lines),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
