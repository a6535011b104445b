import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  chooseOpening,
  type Journal,
  parseJournal,
  serialiseJournal,
  withTagsOf,
} from '../../client/src/annotations/journal.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import {
  newSidecar,
  type Sidecar,
  textFacts,
  withAnnotations,
} from '../../client/src/annotations/sidecar.ts';
import { tagged } from './marked-text.ts';

const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
const saved = sidecarOf('[中方]重申');
const unsaved = sidecarOf('会上，[中方]重[申]');
const journal: Journal = { sidecar: unsaved, base: 'h1', written: '2024-05-16T08:00:00.000Z' };

function sidecarOf(marked: string): Sidecar {
  const store = tagged(marked);
  return withAnnotations(newSidecar(), store.toStore(), store.text, sha256);
}

test('A journal is read as it was written', () => {
  const file = serialiseJournal(journal, names);
  const reading = parseJournal(file);
  assert.ok(reading.ok);
  assert.equal(serialiseJournal(reading.journal, names), file);
  assert.equal(reading.journal.base, 'h1');
  assert.deepEqual(reading.journal.sidecar.unknown, {});
});

test('A journal cut short, or a file that is none, is none', () => {
  const file = serialiseJournal(journal, names);
  for (let length = 0; length < file.trimEnd().length; length += 7) {
    assert.equal(parseJournal(file.slice(0, length)).ok, false);
  }
  assert.equal(parseJournal('{"items": []}').ok, false);
});

test('Without a journal, the sidecar counts', () => {
  assert.equal(chooseOpening(textFacts('中方重申', sha256), saved, 'h1', null), 'sidecar');
});

test('Where the unsaved text is back, the journal’s tags are right', () => {
  assert.equal(chooseOpening(textFacts('会上，中方重申', sha256), saved, 'h1', journal), 'journal');
});

test('Where somebody wrote the sidecar since, a person decides', () => {
  assert.equal(chooseOpening(textFacts('会上，中方重申', sha256), saved, 'h2', journal), 'ask');
  assert.equal(chooseOpening(textFacts('会上，中方重申', sha256), unsaved, 'h2', journal), 'sidecar');
});

test('Where the unsaved text is gone, the sidecar counts, and tags only the journal has are not dropped', () => {
  assert.equal(chooseOpening(textFacts('中方重申', sha256), saved, 'h1', journal), 'ask');
  const moved: Journal = { ...journal, sidecar: sidecarOf('会上，[中方]重申') };
  assert.equal(chooseOpening(textFacts('中方重申', sha256), saved, 'h1', moved), 'sidecar');
});

test('Tags of a journal come to those that were made since, and take no words from a tag that has its own', () => {
  const now = tagged('会上，[中方]重申支持[多边主义]原则，主张维护[国际法]。');
  const base = withAnnotations(newSidecar(), now.toStore(), now.text, sha256);
  const [party, principle] = now.snapshot.anchored;
  // What the crash took away: another label, and a text in which one tag has words that stand nowhere else.
  const left = tagged('');
  left.load(now.text, now.toStore());
  left.change([principle!.id], { label: 'concept' });
  left.edit([{ start: 3, end: 5, text: '我们' }]);
  const sidecar = withAnnotations(base, left.toStore(), left.text, sha256);
  // What was done since.
  const { id } = now.add({ label: 'verb', range: { start: 5, end: 7 } })!;
  const ours = withAnnotations(base, now.toStore(), now.text, sha256);
  const both = withTagsOf({ sidecar, base: '', written: '' }, { base, ours }, now.text, sha256);
  const { annotations } = openSidecar(both, now.text, sha256);
  const words = new Map(
    annotations.map((tag) => [
      tag.id,
      `${tag.label} ${now.text.slice(tag.spans[0]!.start, tag.spans[0]!.end)}`,
    ]),
  );
  assert.equal(words.size, 4);
  assert.equal(words.get(party!.id), `${party!.label} 中方`);
  assert.equal(words.get(principle!.id), 'concept 多边主义');
  assert.equal(words.get(id), 'verb 重申');
});
