import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StatementDocument } from '../../server/src/document.ts';
import { Documents } from '../../server/src/documents.ts';
import { builtInInstruments, loadRegistry } from '../../server/src/instruments/registry.ts';
import { createStatementService, type StatementService } from '../../server/src/service.ts';

const service = createStatementService();
const insert = (character: number, text: string) => ({
  range: { start: { line: 0, character }, end: { line: 0, character } },
  text,
});

test('a document follows its text, whether or not anybody has asked about it', () => {
  const document = new StatementDocument(service, 'a', 1, '双方声明');
  document.change(2, [insert(4, '。')]);
  assert.equal(document.isAnalysed, false);
  assert.equal(document.analysis.raw, '双方声明。');
  document.change(3, [insert(0, '甲乙')]);
  assert.equal(document.analysis.raw, '甲乙双方声明。');
  assert.equal(document.lines.text, document.analysis.raw);
  assert.equal(document.version, 3);
});

test('every change of text or tags is a new revision, and the same tags again are none', () => {
  const document = new StatementDocument(service, 'a', 1, '双方声明');
  const first = document.revision;
  assert.ok(document.setAsPrinted(1, [{ start: 0, end: 2 }]));
  const second = document.revision;
  assert.notEqual(second, first);
  assert.ok(document.setAsPrinted(1, [{ start: 0, end: 2 }]));
  assert.equal(document.revision, second);
});

test('tags told of an earlier version are moved to this one, of a forgotten one refused', () => {
  const document = new StatementDocument(service, 'a', 1, '双方声明');
  document.change(2, [insert(0, '甲乙')]);
  assert.ok(document.setAsPrinted(1, [{ start: 2, end: 4 }]));
  assert.deepEqual(document.asPrinted, [{ start: 4, end: 6 }]);
  for (let version = 3; version < 100; version++) document.change(version, [insert(0, '一')]);
  assert.equal(document.setAsPrinted(1, []), false);
  assert.deepEqual(document.asPrinted, [{ start: 101, end: 103 }]);
});

test('where the service fails on an edit, the text is still right and the next question starts anew', () => {
  const told: string[] = [];
  const failing: StatementService = {
    ...service,
    follow() {
      throw new Error('a bug');
    },
  };
  const document = new StatementDocument(failing, 'a', 1, '双方', (message) => told.push(message));
  assert.equal(document.analysis.raw, '双方');
  document.change(2, [insert(2, '声明')]);
  assert.equal(document.analysis.raw, '双方声明');
  assert.equal(told.length, 1);
});

test('a change that cannot be read leaves the document as it was', () => {
  const documents = new Documents(service);
  documents.open('a', 1, '双方');
  assert.throws(() => documents.change('a', 2, [{ text: 7 as unknown as string }]), TypeError);
  assert.throws(() => documents.change('b', 2, []), /before it was opened/);
  assert.equal(documents.get('a')?.lines.text, '双方');
  documents.close('a');
  assert.equal(documents.get('a'), undefined);
});

test('a text is read again as a person wants it read, and not for nothing', () => {
  const document = new StatementDocument(service, 'a', 1, '双方声明');
  const { analysis, revision } = document;
  document.readAs({ profile: 'auto', style: { digitSpacing: 'none', yearDash: '—' } });
  assert.equal(document.analysis, analysis);
  assert.equal(document.revision, revision);
  document.readAs({ profile: 'ocr', style: { digitSpacing: 'one', yearDash: '—' } });
  assert.notEqual(document.analysis, analysis);
  assert.notEqual(document.revision, revision);
});

test('a document takes other instruments', () => {
  const document = new StatementDocument(service, 'file:///a.statement', 1, '双方恪守《甲乙引水协定》。\n');
  const { revision } = document;
  assert.equal(document.analysis.references[0]!.instrument, null);
  const more = [{ id: 'water', kind: 'agreement' as const, names: { zh: '甲乙引水协定' }, sources: {} }];
  const other = createStatementService(loadRegistry(builtInInstruments(), more));
  document.serveWith(other);
  assert.equal(document.analysis.references[0]!.instrument, 'water');
  assert.equal(document.registry, other.registry);
  assert.notEqual(document.revision, revision);
});
