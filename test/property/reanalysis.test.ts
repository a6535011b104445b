import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/analysis.ts';
import { StatementDocument } from '../../server/src/document.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import { anyText, hostileText, loosenedText, newspaperText, pagedText } from './broken-text.ts';

const service = createStatementService();

/** All of an analysis, the lazy parts too. */
function whole({
  raw,
  reading,
  artefacts,
  kind,
  profile,
  tree,
  references,
  readingArtefacts,
}: Analysis): unknown {
  return {
    raw,
    clean: reading.clean,
    runs: Array.from({ length: reading.clean.length }, (_, i) => reading.map.toRaw(i)),
    furniture: reading.furniture,
    artefacts,
    kind,
    profile,
    tree: JSON.stringify(tree),
    references,
    readingArtefacts,
  };
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.tuple(
  place,
  fc.oneof(fc.nat(3), fc.nat(60)),
  fc.oneof(fc.constantFrom('', '，', '中', '\n', ' ', '《', '。', '\n12\n', '\f'), anyText),
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
      fc.oneof(newspaperText, pagedText, loosenedText, hostileText),
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

test('invariant 4: lines put before a title of several lines, which is then none', () => {
  // Found by chance: the breaks of the title kept their certainty where they had moved to.
  const title = ['新华社记者某某', '—', '双方双方双方双方双方7版）', '甲国于深化合作的联合声明'];
  const body = ['双方国人', '民谋求更多福祉。双方', '同意继续扩大各领域互', '利合作，为两国'];
  const analysis = service.analyse(['', '', ...title, ...body].join('\n'));
  const after = service.reanalyse(analysis, [{ start: 1, end: 1, text: '双方以下简称双方\r!\n2]' }]);
  assert.deepEqual(whole(after), whole(service.analyse(after.raw)));
});

test('invariant 4: a text typed character by character', () => {
  fc.assert(
    fc.property(fc.oneof(newspaperText, pagedText), fc.integer({ min: 200, max: 500 }), (text, length) => {
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

const patientService = createStatementService(service.registry, 0);
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ edit: fc.array(change, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ steps: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.constant({ question: true }) },
);

test('invariant 4: edits and slices of what they have left behind, in any order, end at the analysis from scratch', () => {
  let behind = 0;
  let caughtUp = 0;
  fc.assert(
    fc.property(
      fc.oneof(newspaperText, hostileText),
      fc.array(act, { minLength: 2, maxLength: 12 }),
      (text, acts) => {
        const document = new StatementDocument(patientService, 'file:///a.statement', 0, text, assert.fail);
        void document.analysis;
        for (const [version, doing] of acts.entries()) {
          if ('edit' in doing) {
            const edits = editsOf(document.lines.text, doing.edit);
            // From the last to the first, as one notification tells them.
            const changes = edits
              .map((edit) => ({ range: document.lines.toPositions(edit), text: edit.text }))
              .reverse();
            document.change(version, changes);
            if (document.latest.behind) behind++;
          } else if ('steps' in doing) {
            const before = document.latest.behind;
            for (let i = 0; i < doing.steps; i++) document.catchUp(0);
            if (before && !document.latest.behind) caughtUp++;
          } else assert.deepEqual(whole(document.analysis), whole(service.analyse(document.lines.text)));
          assert.equal(document.latest.raw, document.lines.text);
        }
        assert.deepEqual(whole(document.analysis), whole(service.analyse(document.lines.text)));
        assert.equal(document.latest.behind, false);
      },
    ),
    { numRuns: 200 },
  );
  assert.ok(behind > 0 && caughtUp > 0, `${behind} times behind, ${caughtUp} times caught up`);
});
