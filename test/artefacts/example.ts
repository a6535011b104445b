import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artefact, ArtefactClass, RuleId } from '../../server/src/artefacts/artefact.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, sortEdits } from '../../server/src/text/edit.ts';

const service = createStatementService();

/** What one rule finds in a text. */
export function foundBy(rule: RuleId, raw: string): Artefact[] {
  return service.analyse(raw).artefacts.filter((artefact) => artefact.rule === rule);
}

/** One test for each text: what the rule alone makes of it, all its findings being of the class. */
export function mends(rule: RuleId, is: ArtefactClass, examples: Readonly<Record<string, string>>): void {
  for (const [before, after] of Object.entries(examples)) {
    test(`${rule}: ${before} → ${after}`, () => {
      const found = foundBy(rule, `${before}\n`);
      assert.equal(applyEdits(before, sortEdits(found.flatMap(({ edits }) => edits))), after);
      assert.deepEqual([...new Set(found.map((artefact) => artefact.class))], [is]);
    });
  }
}

/** One test for each text: the rule points at these stretches and mends nothing. */
export function pointsAt(rule: RuleId, examples: Readonly<Record<string, readonly string[]>>): void {
  for (const [raw, stretches] of Object.entries(examples)) {
    test(`${rule}: ${raw}: look at ${stretches.join(' and ')}`, () => {
      const found = foundBy(rule, `${raw}\n`);
      assert.deepEqual(
        found.map(({ start, end }) => raw.slice(start, end)),
        stretches,
      );
      assert.ok(found.every((artefact) => artefact.class === 'suspect' && artefact.edits.length === 0));
    });
  }
}

/** One test for each text: the rule finds nothing there. */
export function leaves(rule: RuleId, texts: readonly string[]): void {
  for (const raw of texts) {
    test(`${rule} leaves: ${raw}`, () => assert.deepEqual(foundBy(rule, `${raw}\n`), []));
  }
}
