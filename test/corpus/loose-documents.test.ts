import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { noRealDocuments, realDocument } from './documents.ts';

const service = createStatementService();

test('a declaration with a space behind every character loses its spaces and nothing else', {
  skip: noRealDocuments,
}, () => {
  const raw = realDocument('udhr-zh-oldutf8');
  const cleaned = applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
  assert.equal(cleaned.replace(/\s/g, ''), raw.replace(/\s/g, ''));
  assert.deepEqual(
    cleaned.match(/[^\S\n]/g) ?? [],
    ['\ufeff'],
    'no space is left, and the mark of byte order stays',
  );
  assert.equal(cleaned.split('\n').length, raw.split('\n').length, 'its lines are its paragraphs');
});
