import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { seededRandom } from '../setting/random.ts';
import { type ComposedDocument, composeDocument } from './composing/document.ts';
import { setRaw } from './composing/raw.ts';
import { inTraditional } from './composing/words.ts';
import { drawn, skeletonOf } from './skeleton.ts';

/** Documents composed from seeds, whose outline is known by how they were made. */
const COUNT = 500;
const seeds = Array.from({ length: COUNT }, (_, i) => i + 1);
const service = createStatementService();

const readAs = (text: string) => {
  const { tree, reading, kind } = service.analyse(text);
  return { skeleton: skeletonOf(tree, reading.clean), clean: reading.clean, kind };
};
const textOf = ({ lines }: ComposedDocument) => lines.join('\n');
const bare = (text: string) => text.replace(/[ \u3000]/g, '').trim();

test('every composed document is given the outline and kind that it was composed with', () => {
  for (const seed of seeds) {
    const composed = composeDocument(seededRandom(seed));
    const { skeleton, kind } = readAs(textOf(composed));
    assert.equal(skeleton, drawn(composed.bones), `seed ${seed}`);
    assert.equal(kind, composed.kind, `seed ${seed}`);
  }
});

test('so it is in traditional characters', () => {
  for (const seed of seeds) {
    const composed = composeDocument(seededRandom(seed));
    const { skeleton, kind } = readAs(inTraditional(textOf(composed)));
    assert.equal(skeleton, inTraditional(drawn(composed.bones)), `seed ${seed}`);
    assert.equal(kind, composed.kind, `seed ${seed}`);
  }
});

test('so it is from a newspaper page, wherever its paragraphs are read as they were set', (t) => {
  const told = new Map<string, { all: number; same: number; read: number }>();
  for (const seed of seeds) {
    const composed = composeDocument(seededRandom(seed));
    const { raw, indent } = setRaw(textOf(composed), seed);
    const { skeleton, clean } = readAs(raw);
    const counts = told.get(indent) ?? { all: 0, same: 0, read: 0 };
    told.set(indent, counts);
    counts.all++;
    const same = skeleton === drawn(composed.bones);
    if (same) counts.same++;
    if (bare(clean) !== bare(textOf(composed))) continue;
    counts.read++;
    assert.equal(skeleton, drawn(composed.bones), `seed ${seed}`);
  }
  for (const [indent, { all, same, read }] of told)
    t.diagnostic(`${indent}: ${same} of ${all} outlines as composed; paragraphs as set in ${read}`);
  for (const indent of ['ideographic', 'ascii']) {
    const { all, same } = told.get(indent)!;
    assert.ok(same >= 0.9 * all, `${indent}: ${same} of ${all}`);
  }
});

test('cleaning leaves the outline as it was, where no line break is doubtful', (t) => {
  let [all, half] = [0, 0];
  for (const seed of seeds.slice(0, 200)) {
    const { raw, indent } = setRaw(textOf(composeDocument(seededRandom(seed))), seed);
    if (indent !== 'ideographic' && indent !== 'ascii') continue;
    const analysis = service.analyse(raw);
    const { edits, doubtful } = service.cleaning(analysis);
    if (doubtful.length > 0) continue;
    const before = skeletonOf(analysis.tree, analysis.reading.clean);
    assert.equal(readAs(applyEdits(raw, edits)).skeleton, before, `seed ${seed}`);
    all++;
    if (readAs(applyEdits(raw, edits.slice(0, edits.length / 2))).skeleton === before) half++;
  }
  assert.ok(half >= 0.8 * all, `${half} of ${all} half cleaned`);
  t.diagnostic(`cleaned: ${all} of ${all} outlines as before; the first half cleaned: ${half} of ${all}`);
});
