import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/analysis.ts';
import { diagnostics, shownRange } from '../../server/src/features/diagnostics.ts';
import { LineTable } from '../../server/src/text/lines.ts';

/** The finding that a paragraph is cut at these places of two characters each: a line end and a blank line. */
function cutAt(text: string, ...places: number[]): Finding {
  return {
    rule: 'line-break',
    class: 'safe',
    level: 'information',
    start: 0,
    end: text.length,
    edits: places.map((start) => ({ start, end: start + 2, text: '' })),
    values: [places.length],
  };
}

test('a paragraph cut into lines is underlined at its first cut only', () => {
  const text = '双方重申\n\n恪守宪章\n\n的宗旨。';
  const finding = cutAt(text, 4, 10);
  assert.deepEqual(shownRange(finding, new LineTable(text)), { start: 3, end: 4 });
});

test('a character beyond the BMP before the cut is not torn', () => {
  const text = '𠮷\n\n野';
  assert.deepEqual(shownRange(cutAt(text, 2), new LineTable(text)), { start: 0, end: 2 });
});

test('other places that a finding is about are shown with what stands there, to a client that can', () => {
  const text = '第一条\n第二条\n第二条\n';
  const lines = new LineTable(text);
  const finding: Finding = {
    rule: 'numbering',
    class: 'suspect',
    level: 'information',
    variant: 'repeat',
    start: 8,
    end: 11,
    edits: [],
    values: [2],
    related: [{ start: 4, end: 7 }],
  };
  const uri = 'file:///treaty.statement';
  assert.deepEqual(diagnostics([finding], lines, { relatedIn: uri })[0]!.relatedInformation, [
    {
      location: { uri, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } } },
      message: 'Number 2 stands here already.',
    },
  ]);
  assert.equal('relatedInformation' in diagnostics([finding], lines)[0]!, false);
});

test('a diagnostic carries what its fix needs, and a link only where there are pages', () => {
  const text = '双方\n\n重申';
  const lines = new LineTable(text);
  const [plain] = diagnostics([cutAt(text, 2)], lines);
  assert.equal(plain!.codeDescription, undefined);
  assert.deepEqual(plain!.data, { class: 'safe' });
  assert.equal(plain!.message, 'The column has cut this paragraph in two.');
  const [linked] = diagnostics([cutAt(text, 2)], lines, { docsBase: 'file:///docs/' });
  assert.equal(linked!.codeDescription?.href, 'file:///docs/line-break.md');
});
