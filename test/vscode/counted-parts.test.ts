import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { partsInBrief, partsInFull } from '../../client/src/vscode/language/counted-parts.ts';

const chinese: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
);

/** As VS Code fills in what a message leaves open. */
const speaking = (words: (message: string) => string) =>
  ({ t: (message: string, ...args: unknown[]) => words(message).replace('{0}', String(args[0])) }) as never;
const inEnglish = speaking((message) => message);
const inChinese = speaking((message) => chinese[message]!);

const examples = [
  [{ sections: 7, articles: 0 }, '7 sections', '7 节', 'Sections: 7', '节：7'],
  [{ sections: 0, articles: 0 }, '0 sections', '0 节', 'Sections: 0', '节：0'],
  [{ sections: 0, articles: 10 }, '10 articles', '10 条', 'Articles: 10', '条：10'],
  [{ sections: 0, articles: 1 }, '1 article', '1 条', 'Articles: 1', '条：1'],
  [
    { sections: 3, articles: 15 },
    '3 sections · 15 articles',
    '3 节 · 15 条',
    'Sections: 3 · Articles: 15',
    '节：3 · 条：15',
  ],
] as const;
for (const [parts, brief, briefly, full, fully] of examples) {
  test(`the status says “${brief}”, “${briefly}”`, () => {
    assert.equal(partsInBrief(parts, inEnglish).join(' · '), brief);
    assert.equal(partsInBrief(parts, inChinese).join(' · '), briefly);
    assert.equal(partsInFull(parts, inEnglish).join(' · '), full);
    assert.equal(partsInFull(parts, inChinese).join(' · '), fully);
  });
}
