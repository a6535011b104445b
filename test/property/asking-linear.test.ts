import { test } from 'node:test';
import { codeLenses, resolveCodeLens } from '../../server/src/features/code-lenses.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights } from '../../server/src/features/document-highlight.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { findReferences } from '../../server/src/features/find-references.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { step } from '../../server/src/features/step.ts';
import { service, snapshotOf, surroundings } from '../features/sample.ts';
import { assertLinear, cost } from './growth.ts';

/** How many cursors there are: they grow with the text. */
const every = 50;

/** Asks everything, at the beginning, in the middle and at the end, and of very many cursors. */
function ask(raw: string): void {
  const snapshot = snapshotOf(raw);
  const { registry } = service;
  documentSymbols(snapshot);
  foldingRanges(snapshot);
  documentLinks(snapshot, surroundings, true);
  inlayHints(snapshot, { start: 0, end: raw.length }, registry);
  for (const lens of codeLenses(snapshot)) resolveCodeLens(snapshot, lens, registry, new Set());
  for (const offset of [1, raw.length >> 1, raw.length - 1]) {
    hover(snapshot, offset, surroundings, true);
    definition(snapshot, offset, surroundings);
    findReferences(snapshot, offset, surroundings, true);
    documentHighlights(snapshot, offset, registry);
    completion(snapshot, offset, registry, { insertReplace: true, labelDetails: true });
    for (const unit of ['section', 'item', 'paragraph'] as const) {
      step(snapshot, { offset, unit, direction: 'next' });
      step(snapshot, { offset, unit, direction: 'previous' });
    }
  }
  const cursors = Array.from({ length: Math.floor(raw.length / every) }, (_, i) => i * every);
  selectionRanges(snapshot, cursors);
}

const worst: Readonly<Record<string, string>> = {
  'one line of Han characters': '国',
  'clauses without an end': '国，',
  'one long word': 'treaty',
  'opening title marks': '《',
  'nested titles': '《〈',
  'titles in one line': '《联合国宪章》',
  'unknown titles': '《甲乙协定》',
  'titles that fit several instruments': '《北京宣言》',
  'short forms': '以下简称《纲要》该条约',
  'short forms in paragraphs': '《甲乙协定》\n该协定\n',
  dates: '2031年5月2日',
  digits: '1',
  'short lines': '双方同意\n',
  'line breaks': '\n',
  'bare numerals': '一\n',
  'dash items': '——双方\n',
  'nested items': '（一）双方：\n1．双方；\n',
  articles: '第一条 双方合作。\n',
  'page numbers': '双方同意\n— 12 —\n',
  'astral characters': '𠀀',
  'lone surrogates': '\ud800',
};

/** UTF-16 code units of the longer text. */
const length = 120_000;

for (const [name, unit] of Object.entries(worst)) {
  test(`invariant 6: answers about ${name}: four times the text takes about four times the time`, () => {
    assertLinear(unit, length, (raw) => cost(() => ask(raw)));
  });
}
