import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ruleIds, rules } from '../../server/src/artefacts/rules.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const PAGES = new URL('../../docs/rules/', import.meta.url);
const service = createStatementService();

/** The example of a page that is marked `good` or `bad`; `\u200B` in it is the character of that number. */
function example(page: string, kind: 'good' | 'bad'): string {
  const block = new RegExp(`^\`\`\`text ${kind}\\n([\\s\\S]*?)\\n\`\`\`$`, 'm').exec(page);
  assert.ok(block, `an example marked ${kind}`);
  return block[1]!.replace(/\\u([\dA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

test('every rule has its page, and every page its rule', () => {
  const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
  assert.deepEqual(pages.sort(), [...ruleIds].sort());
});

for (const { id: rule, class: is, words } of rules) {
  const page = readFileSync(new URL(`${rule}.md`, PAGES), 'utf8');

  test(`${rule}: the rule finds what is bad, and makes the good example of it where it has a fix`, () => {
    const raw = example(page, 'bad');
    const found = service.analyse(raw).artefacts.filter((artefact) => artefact.rule === rule);
    assert.ok(found.length > 0);
    if (words.fix === undefined) return;
    const edits = found.flatMap((artefact) => artefact.edits).sort((a, b) => a.start - b.start);
    assert.equal(applyEdits(raw, edits), example(page, 'good'));
  });

  test(`${rule}: it leaves the good example alone`, () => {
    const found = service.analyse(example(page, 'good')).artefacts;
    assert.deepEqual(
      found.filter((artefact) => artefact.rule === rule),
      [],
    );
  });

  test(`${rule}: the page tells its class and how to silence it, in both languages`, () => {
    assert.match(page, new RegExp(`Class: ${is}`));
    assert.match(page, new RegExp(`"jiaozhu\\.rules\\.${rule}"`));
    assert.match(page, /^## 中文：/m);
  });
}
