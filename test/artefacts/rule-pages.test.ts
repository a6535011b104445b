import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Artefact, RuleId } from '../../server/src/artefacts/artefact.ts';
import { profiles } from '../../server/src/artefacts/profile.ts';
import { defaultReadingOptions, type ReadingOptions } from '../../server/src/artefacts/reading-context.ts';
import { ruleIds, rules } from '../../server/src/rules.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const PAGES = new URL('../../docs/rules/', import.meta.url);
const service = createStatementService();

interface Example {
  readonly text: string;
  readonly options: ReadingOptions;
}

/**
 * The example of a page that is marked `good` or `bad`, and the profile that it is taken for where the mark names one;
 * `\u200B` in it is the character of that number.
 */
function example(page: string, kind: 'good' | 'bad'): Example {
  const block = new RegExp(`^\`\`\`text ${kind}(?: (\\w+))?\\n([\\s\\S]*?)\\n\`\`\`$`, 'm').exec(page);
  assert.ok(block, `an example marked ${kind}`);
  const profile = profiles.find((known) => known === block[1]) ?? 'auto';
  const text = block[2]!.replace(/\\u([\dA-Fa-f]{4})/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { text, options: { ...defaultReadingOptions, profile } };
}

/** What a rule finds in an example. */
function foundBy(rule: RuleId, { text, options }: Example): readonly Artefact[] {
  const { artefacts, readingArtefacts } = service.analyse(text, options);
  return [...artefacts, ...readingArtefacts].filter((artefact) => artefact.rule === rule);
}

test('every rule has its page, and every page its rule', () => {
  const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
  assert.deepEqual(pages.sort(), [...ruleIds].sort());
});

for (const { id: rule, class: is, words } of rules) {
  const page = readFileSync(new URL(`${rule}.md`, PAGES), 'utf8');

  test(`${rule}: the rule finds what is bad, and makes the good example of it where it has a fix`, () => {
    const bad = example(page, 'bad');
    const found = foundBy(rule, bad);
    assert.ok(found.length > 0);
    if (words.fix === undefined) return;
    const edits = found.flatMap((artefact) => artefact.edits).sort((a, b) => a.start - b.start);
    assert.equal(applyEdits(bad.text, edits), example(page, 'good').text);
  });

  test(`${rule}: it leaves the good example alone`, () => {
    assert.deepEqual(foundBy(rule, example(page, 'good')), []);
  });

  test(`${rule}: the page tells its class and how to silence it, in both languages`, () => {
    assert.match(page, new RegExp(`Class: ${is}`));
    assert.match(page, new RegExp(`"jiaozhu\\.rules\\.${rule}"`));
    assert.match(page, /^## 中文：/m);
    for (const heading of ['What it looks like', 'Why it happens', 'When it is wrong', 'How to silence it']) {
      assert.ok(page.includes(`\n## ${heading}\n`), heading);
    }
    for (const heading of ['什么样', '为什么', '何时有误', '如何不再提示']) {
      assert.ok(page.includes(`\n**${heading}** `), heading);
    }
    assert.ok(page.includes(`\`jiaozhu.rules.${rule}\``), 'the setting in the Chinese part');
  });
}
