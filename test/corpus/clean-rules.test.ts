import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artefact, RuleId } from '../../server/src/artefacts/artefact.ts';
import { createStatementService } from '../../server/src/service.ts';
import { type CleanDocument, cleanDocuments, cleanSamples, noRealDocuments } from './documents.ts';

const service = createStatementService();

/** Rules that find what a clean text has by right of its print. */
const uncounted: ReadonlySet<RuleId> = new Set(['year-dash', 'jump-mark']);

/** So many characters may have one likely finding. */
const charactersAFinding = 10_000;

function assertClean({ name, text }: CleanDocument, artefacts: readonly Artefact[]): void {
  const place = ({ rule, start, end }: Artefact) =>
    `${rule}: ${text.slice(start, Math.min(end, start + 40))}`;
  const unseen = artefacts.filter((a) => a.class === 'safe' && a.rule !== 'line-edge-space');
  assert.deepEqual(unseen.map(place), [], `${name}: nothing is changed unseen`);
  for (const { rule, edits } of artefacts) {
    if (rule !== 'line-edge-space') continue;
    for (const edit of edits) assert.equal(text.slice(edit.start, edit.end).trim() + edit.text, '');
  }
}

function likelyOf({ slips }: CleanDocument, artefacts: readonly Artefact[]): Artefact[] {
  return artefacts.filter((a) => a.class === 'likely' && !uncounted.has(a.rule) && !slips.has(a.rule));
}

/** A row for each document: its length, and how often each rule found something, by class. */
function table(rows: readonly (readonly [CleanDocument, readonly Artefact[]])[]): string {
  return rows
    .map(([{ name, text }, artefacts]) => {
      const counts = new Map<string, number>();
      for (const { rule, class: is } of artefacts) {
        const key = `${rule} (${is})`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const found = [...counts].map(([key, count]) => `${key} ${count}`).join(', ');
      return `${String(text.length).padStart(6)}  ${name}: ${found || 'nothing'}`;
    })
    .join('\n');
}

function assertAllClean(documents: readonly CleanDocument[]): void {
  assert.ok(documents.length > 0);
  const rows = documents.map((document) => [document, service.analyse(document.text).artefacts] as const);
  console.log(table(rows));
  let characters = 0;
  const likely: string[] = [];
  for (const [document, artefacts] of rows) {
    assertClean(document, artefacts);
    characters += document.text.length;
    likely.push(...likelyOf(document, artefacts).map(({ rule }) => `${document.name}: ${rule}`));
  }
  assert.ok(likely.length <= characters / charactersAFinding, likely.join('\n'));
}

test('real texts that are clean stay as they are', { skip: noRealDocuments }, () =>
  assertAllClean(cleanDocuments()),
);

test('samples that are clean stay as they are', () => assertAllClean(cleanSamples()));
