import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  chooseOpening,
  type Journal,
  parseJournal,
  serialiseJournal,
} from '../../client/src/annotations/journal.ts';
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
