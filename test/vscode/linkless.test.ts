import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { linkless } from '../../client/src/vscode/linkless.ts';

/** As VS Code finds links in a message. Source: its src/vs/base/common/linkedText.ts. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

test('no words in a message are a link that runs something', () => {
  for (const words of [
    '[Mend](command:workbench.action.quit)',
    '[[a](https://x.y "z")',
    '[a](FILE:/x)(command:y)',
  ]) {
    assert.match(words, new RegExp(link.source, 'i'));
    assert.deepEqual([...linkless(`labels.json, 1: “${words}”`).matchAll(link)], []);
    assert.equal(linkless(words).replaceAll('\u2060', ''), words);
  }
});

test('every message goes that way', () => {
  const folder = fileURLToPath(new URL('../../client/src/vscode', import.meta.url));
  const others = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.ts') &&
      name !== 'notice.ts' &&
      /window\s*\.show(?:Information|Warning|Error)Message/.test(readFileSync(join(folder, name), 'utf8')),
  );
  assert.deepEqual(others, []);
});
