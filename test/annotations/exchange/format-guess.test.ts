// What format files are of, by their names and by how they begin; never a guess where two fit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessFormat } from '../../../client/src/annotations/exchange/format-guess.ts';

const guess = (name: string, beginning = '') => guessFormat([{ name, beginning: async () => beginning }]);

test('a name that only one format has tells it', async () => {
  assert.equal((await guess('a.ann')).certain, 'brat');
  assert.equal((await guess('a.xmi')).certain, 'cas-xmi');
  assert.equal((await guess('a.qdpx')).certain, 'qdpx');
});

test('of a name that several have the beginning tells it, where it is clear', async () => {
  assert.equal((await guess('a.jsonl', '{"jiaozhu":1,"name":"a.txt"')).certain, 'jsonl');
  assert.equal((await guess('a.json', '{\n  "%TYPES": {')).certain, 'cas-json');
  assert.equal((await guess('a.jsonl', '\ufeff{"text":"双方","_input_hash":1}')).certain, 'prodigy');
});

test('where nothing is clear, all that fit are given and none is chosen', async () => {
  const { certain, fitting } = await guess('a.jsonl', '{"text":"双方","label":[[0,2,"party"]]}');
  assert.equal(certain, undefined);
  assert.ok(fitting.includes('doccano') && fitting.includes('prodigy'), fitting.join());
  assert.deepEqual(await guess('a.docx'), { fitting: [] });
});
