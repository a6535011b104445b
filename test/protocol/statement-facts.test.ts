import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ReportFacts,
  reportFactsRequest,
  type StatementFacts,
  statementFactsRequest,
} from '../../server/src/protocol.ts';
import { RunMap } from '../../server/src/text/source-map.ts';
import { broken } from '../features/sample.ts';
import { TestClient } from './client.ts';

const textDocument = { uri: 'file:///closed.statement' };

test('tells clean text, parts and references of a text that is not open', async (t) => {
  const client = await TestClient.start(t);
  const facts = await client.ask<StatementFacts>(statementFactsRequest, { textDocument, text: broken });
  const map = new RunMap(facts.runs, broken.length);
  const npt = facts.references.find(({ instrument }) => instrument === 'npt-1968')!;
  assert.equal(broken.slice(npt.start, npt.end), '《不扩散核武器条\n\n约》');
  const clean = map.rangeToClean(npt);
  assert.equal(facts.clean.slice(clean.start, clean.end), '《不扩散核武器条约》');
  assert.equal(facts.tree.kind, 'document');
  assert.deepEqual([facts.tree.start, facts.tree.end], [0, broken.length]);
  assert.equal(facts.tree.children[0]!.kind, 'title');
});

test('tells a report the date, the parts and what is cited, with what the registry has of it', async (t) => {
  const client = await TestClient.start(t);
  const text = `${broken}\n\n2031 年 5 月 3 日于甲城\n`;
  const facts = await client.ask<ReportFacts>(reportFactsRequest, { textDocument, text });
  assert.equal(facts.date, '2031-05-03');
  assert.deepEqual(
    facts.parts.map(({ kind }) => kind),
    ['title', 'preamble', 'section', 'section', 'closing'],
  );
  const npt = facts.cited.find(({ identity }) => identity === 'npt-1968')!;
  assert.equal(npt.instrument?.adopted?.date, '1968-07-01');
  assert.deepEqual(
    npt.mentions.map(({ start, end }) => text.slice(start, end)),
    ['《不扩散核武器条\n\n约》'],
  );
});

test('a request without a text has no answer', async (t) => {
  const client = await TestClient.start(t);
  assert.equal(await client.ask(statementFactsRequest, { textDocument }), null);
  assert.equal(await client.ask(reportFactsRequest, { textDocument }), null);
});
