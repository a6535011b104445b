import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Entry, outlineOf } from '../../server/src/findings/outline.ts';
import { setLanguage } from '../../server/src/l10n/language.ts';
import { artefactMessage } from '../../server/src/l10n/rules.ts';
import { createStatementService } from '../../server/src/service.ts';
import { classifyBlock } from '../../server/src/statement/heading.ts';
import { buildStatement } from '../../server/src/statement/statement.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { noRealDocuments, realDocument } from '../corpus/documents.ts';

const service = createStatementService();
setLanguage('en');

const samples = new URL('../../samples/', import.meta.url);
const sampleNames = readdirSync(samples)
  .filter((name) => name.endsWith('.txt'))
  .sort();
/** Every real text in which something is numbered. */
const realNames = [
  'cn-ru-2024-05-16.raw',
  'cn-ru-2024-05-16.clean',
  'frag-sco-charter-2002-ptt-hardwrap',
  'korean-armistice-1953',
  'law-treaty-procedure-1990',
  'outer-space-zh-hant',
  'udhr-cmn_hans',
  'udhr-zh-oldutf8',
  'vcdr-zh-hant',
  'xwlb-20240516',
  'xwlb-20241104',
];
/** Of the numbers of a long text, about so many are tried. */
const tried = 24;

interface Loss {
  /** The number that is lost. */
  readonly value: number;
  readonly text: string;
}

/** The inner numbers of the counts of a text, where both neighbours count on. */
function innerNumbers(raw: string): { entries: Entry[]; toRaw: (entry: Entry) => number } {
  const { blocks, clean, map } = service.analyse(raw).reading;
  const { tree } = buildStatement(blocks, clean.length);
  const { counts } = outlineOf({ tree, blocks, forms: blocks.map(({ text }) => classifyBlock(text)) });
  const whole = new Set(blocks.map(({ start, text }) => `${start} ${text.length}`));
  const entries = counts
    // What begins in its middle may leave out what it likes.
    .filter((count) => count.runsOn || count.entries[0]!.value === 1)
    .flatMap((count) =>
      count.entries.filter(({ value, block, node }, i) => {
        const [before, after] = [count.entries[i - 1], count.entries[i + 1]];
        if (before?.value !== value - 1 || after?.value !== value + 1) return false;
        // Items of an item that is lost belong nowhere, and what follows them is no list any more.
        if (node.kind === 'item' && node.children.some(({ kind }) => kind === 'item')) return false;
        // With the line of 五十六、子、 two numbers are lost.
        return whole.has(`${block.start} ${block.text.length}`);
      }),
    );
  return {
    entries,
    toRaw: ({ block, form }) =>
      map.rangeToRaw({ start: block.start + form.start, end: block.start + form.mark }).start,
  };
}

/** The text without the raw line of each of its inner numbers in turn. */
function losses(raw: string): Loss[] {
  const { entries, toRaw } = innerNumbers(raw);
  const step = Math.max(1, Math.ceil(entries.length / tried));
  return entries
    .filter((_, i) => i % step === 0)
    .map((entry) => {
      const at = toRaw(entry);
      const start = raw.lastIndexOf('\n', at) + 1;
      const end = raw.indexOf('\n', at);
      return { value: entry.value, text: raw.slice(0, start) + raw.slice(end + 1) };
    });
}

function slipsOf(raw: string): string[] {
  return service
    .analyse(raw)
    .readingArtefacts.filter(({ rule }) => rule === 'numbering' || rule === 'stray-item')
    .map(artefactMessage);
}

/** How many numbers were tried: each is told to be missing, and nothing else is told. */
function triesAll(name: string, raw: string): number {
  const all = losses(raw);
  for (const { value, text } of all) {
    assert.deepEqual(
      slipsOf(text),
      [`Number ${value + 1} follows number ${value - 1}: number ${value} is missing.`],
      `${name}: ${value}`,
    );
  }
  return all.length;
}

function cleaned(raw: string): string {
  return applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
}

for (const name of sampleNames) {
  test(`each number that is lost is told: ${name}`, () => {
    const raw = readFileSync(new URL(encodeURIComponent(name), samples), 'utf8');
    assert.ok(triesAll(name, raw) >= 3);
    assert.ok(triesAll(`${name}, clean`, cleaned(raw)) >= 3);
  });
}

for (const name of realNames) {
  test(`each number that is lost is told: ${name}`, { skip: noRealDocuments }, () => {
    const raw = realDocument(name).replaceAll('\r\n', '\n');
    assert.ok(triesAll(name, raw) >= 1);
    assert.ok(triesAll(`${name}, clean`, cleaned(raw)) >= 1);
  });
}
