import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';

const folder = new URL('../../../shared/documents/', import.meta.url);
const service = createStatementService();

/** Pages as they came out of an OCR engine: what is found there may well be there. */
const isBroken = (name: string) => /ocr|newspaper|hardwrap|\.raw\.txt$/.test(name);

/** The characters of the clean documents, and what the reading stage finds in them. */
function inCleanDocuments(): { readonly characters: number; readonly found: string[] } {
  let characters = 0;
  const found: string[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt') && !isBroken(file))) {
    const raw = readFileSync(new URL(name, folder), 'utf8');
    characters += raw.length;
    for (const { rule, start } of service.analyse(raw).readingArtefacts)
      found.push(`${name}:${start} ${rule}`);
  }
  return { characters, found };
}

const documents = existsSync(folder) ? {} : { skip: 'the real documents are not beside this folder' };

test('in clean documents at most one finding of the reading stage in 10,000 characters', documents, () => {
  const { characters, found } = inCleanDocuments();
  assert.ok(characters > 50_000);
  assert.ok(
    found.length <= characters / 10_000,
    `${found.length} in ${characters} characters: ${found.join(', ')}`,
  );
});

test('the real statement has none, raw or clean', documents, () => {
  for (const name of ['cn-ru-2024-05-16.raw.txt', 'cn-ru-2024-05-16.clean.txt']) {
    const raw = readFileSync(new URL(name, folder), 'utf8');
    assert.deepEqual(service.analyse(raw).readingArtefacts, [], name);
  }
});

test('what was put wrong in the clean statement is found', documents, () => {
  const clean = readFileSync(new URL('cn-ru-2024-05-16.clean.txt', folder), 'utf8');
  const mistakes: readonly (readonly [rule: string, spoil: (text: string) => string])[] = [
    ['numbering', (text) => text.replace('\n四\n', '\n')],
    ['numbering', (text) => text.replace('\n四\n', '\n三\n')],
    ['instrument-near-miss', (text) => text.replace('《不扩散核武器条约》', '《不扩散核武器条的》')],
    ['instrument-near-miss', (text) => text.replace('《禁止化学武器公约》', '《禁止化学武器公的》')],
    ['missing-stop', (text) => text.replace('。\n二\n', '\n二\n')],
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
