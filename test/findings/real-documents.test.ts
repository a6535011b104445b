import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { cleanDocuments, cleanSamples, noRealDocuments, realDocument } from '../corpus/documents.ts';

const service = createStatementService();
const documents = { skip: noRealDocuments };

test('in clean documents at most one finding of the reading stage in 10,000 characters', documents, () => {
  let characters = 0;
  const found: string[] = [];
  for (const { name, text } of cleanDocuments()) {
    characters += text.length;
    for (const { rule, start } of service.analyse(text).readingArtefacts)
      found.push(`${name}:${start} ${rule}`);
  }
  assert.ok(characters > 50_000);
  assert.ok(
    found.length <= characters / 10_000,
    `${found.length} in ${characters} characters: ${found.join(', ')}`,
  );
});

test('the samples have none', () => {
  for (const { name, text } of cleanSamples())
    assert.deepEqual(service.analyse(text).readingArtefacts, [], name);
});

test('of what the tree shows, clean documents and samples have nothing at all', () => {
  const structural = new Set<string>([
    'numbering',
    'stray-item',
    'empty-section',
    'missing-provision',
    'premature-date',
    'differing-dates',
  ]);
  for (const { name, text } of [...cleanDocuments(), ...cleanSamples()]) {
    const found = service.analyse(text).readingArtefacts.filter(({ rule }) => structural.has(rule));
    assert.deepEqual(found, [], name);
  }
});

test('the real statement has none, raw or clean', documents, () => {
  for (const name of ['cn-ru-2024-05-16.raw', 'cn-ru-2024-05-16.clean']) {
    const raw = realDocument(name);
    assert.deepEqual(service.analyse(raw).readingArtefacts, [], name);
  }
});

test('what was put wrong in the clean statement is found', documents, () => {
  const clean = realDocument('cn-ru-2024-05-16.clean');
  const mistakes: readonly (readonly [rule: string, spoil: (text: string) => string])[] = [
    ['numbering', (text) => text.replace('\n四\n', '\n')],
    ['numbering', (text) => text.replace('\n四\n', '\n三\n')],
    ['instrument-near-miss', (text) => text.replace('《不扩散核武器条约》', '《不扩散核武器条的》')],
    ['instrument-near-miss', (text) => text.replace('《禁止化学武器公约》', '《禁止化学武器公的》')],
    ['missing-stop', (text) => text.replace('。\n二\n', '\n二\n')],
    ['empty-section', (text) => text.replace(/\n四\n[\s\S]*?\n五\n/, '\n四\n五\n')],
    ['numbering', (text) => text.replace('\n二\n', '\n一\n')],
  ];
  for (const [rule, spoil] of mistakes) {
    const spoiled = spoil(clean);
    assert.ok(spoiled !== clean, rule);
    assert.deepEqual(
      service.analyse(spoiled).readingArtefacts.map((artefact) => artefact.rule),
      [rule],
    );
  }
});
