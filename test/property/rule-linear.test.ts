import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultHouseStyle } from '../../server/src/artefacts/house-style.ts';
import { joinRows } from '../../server/src/artefacts/joined.ts';
import { Pages } from '../../server/src/artefacts/layout/pages.ts';
import { scanRows } from '../../server/src/artefacts/layout/scan.ts';
import type { CharacterRule, ParagraphText } from '../../server/src/artefacts/rule.ts';
import { characterRules, rawStageRules } from '../../server/src/artefacts/rules.ts';
import { solidOf } from '../../server/src/artefacts/solid.ts';
import type { ReadText } from '../../server/src/findings/reading-rule.ts';
import { readingRules } from '../../server/src/findings/rules.ts';
import { findReferences } from '../../server/src/instruments/references.ts';
import { builtInRegistry } from '../../server/src/instruments/registry.ts';
import { createStatementService } from '../../server/src/service.ts';
import { classifyBlock } from '../../server/src/statement/heading.ts';
import type { CleanBlock } from '../../server/src/statement/node.ts';
import { buildStatement } from '../../server/src/statement/statement.ts';
import { assertLinear, cost } from './growth.ts';
import { readingWorstCases, type WorstCase, worstCases } from './rule-worst-cases.ts';

const service = createStatementService();

/** UTF-16 code units of a megabyte (UTF-8) of such units. */
const megabyteOf = (unit: string) => Math.ceil((1_000_000 * unit.length) / Buffer.byteLength(unit));

/** All of a text as one paragraph of a column. */
function paragraphOf(raw: string, { profile = 'newspaper', style }: WorstCase): Omit<ParagraphText, 'claim'> {
  const { rows } = scanRows(raw, 0, raw.length);
  const joined = joinRows(raw, 0, rows);
  const margins = new Int32Array(rows.length);
  return {
    joined,
    solid: solidOf(joined),
    layout: {
      rows,
      margins,
      wrapped: true,
      wrappedAround: true,
      firm: true,
      spacedOut: true,
      last: true,
      before: () => undefined,
      after: () => undefined,
      pages: new Pages(),
    },
    context: { profile, style: { ...defaultHouseStyle, ...style }, halfWidth: false },
  };
}

/** What hands out the stretches of a text of so many code units. */
function claims(size: number): ParagraphText['claim'] {
  const taken = new Uint8Array(size);
  return (start, end) => {
    for (let i = start; i < end; i++) if (taken[i]) return false;
    taken.fill(1, start, end);
    return true;
  };
}

/** What a rule by itself costs on a text; one about lines cannot be asked without all the others. */
function costOf(rule: CharacterRule | undefined, raw: string, worst: WorstCase): number {
  if (!rule) return cost(() => service.analyse(raw).artefacts);
  const paragraph = paragraphOf(raw, worst);
  const claim = claims(paragraph.joined.text.length);
  return cost(() => rule.find({ ...paragraph, claim }));
}

test('every raw-stage rule has its worst cases', () => {
  assert.deepEqual(Object.keys(worstCases).sort(), rawStageRules.map(({ id }) => id).sort());
});

for (const { id } of rawStageRules) {
  const rule = characterRules.find((known) => known.id === id);
  test(`invariant 6: ${id}: four times its worst case takes about four times the time`, () => {
    for (const worst of worstCases[id] ?? []) {
      for (const unit of worst.units) {
        assertLinear(unit, megabyteOf(unit), (raw) => costOf(rule, raw, worst));
      }
    }
  });
}

/** UTF-16 code units of the longer text for a rule of the reading stage. */
const readLength = 240_000;

/** A clean text as these rules see it. */
function readTextOf(clean: string): ReadText {
  const blocks: CleanBlock[] = [];
  let start = 0;
  for (const text of clean.split('\n')) {
    if (text !== '') blocks.push({ text, start });
    start += text.length + 1;
  }
  const { tree } = buildStatement(blocks, clean.length);
  const registry = builtInRegistry();
  const forms = blocks.map(({ text }) => classifyBlock(text));
  const references = findReferences(blocks, registry, { title: tree.label });
  return { blocks, forms, tree, references, registry, furniture: [] };
}

test('every rule of the reading stage has its worst cases', () => {
  assert.deepEqual(Object.keys(readingWorstCases).sort(), readingRules.map(({ id }) => id).sort());
});

for (const rule of readingRules) {
  test(`invariant 6: ${rule.id}: four times its worst case takes about four times the time`, () => {
    for (const unit of readingWorstCases[rule.id] ?? []) {
      assertLinear(unit, readLength, (clean) => {
        const text = readTextOf(clean);
        return cost(() => rule.find(text));
      });
    }
  });
}
