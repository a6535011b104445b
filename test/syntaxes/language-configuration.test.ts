import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Configuration {
  readonly brackets: readonly [string, string][];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly [string, string][];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
}

const configuration = JSON.parse(
  readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
) as Configuration;

const words = (text: string): string[] =>
  [
    ...text.matchAll(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`)),
  ].map((match) => match[0]);

test('a word ends at a mark, and where Han, digits and letters meet', () => {
  assert.deepEqual(words('于2024年5月，签署《NPT条约》，占12.5%。'), [
    '于',
    '2024',
    '年',
    '5',
    '月',
    '签署',
    'NPT',
    '条约',
    '占',
    '12.5%',
  ]);
  assert.deepEqual(words('弗拉基米尔·普京 Устав ООН'), ['弗拉基米尔', '普京', 'Устав', 'ООН']);
  assert.deepEqual(words('𠮷〇々'), ['𠮷〇々']);
});

test('no word is empty', () => {
  assert.deepEqual(words('，。 《》\n'), []);
});

test('every Chinese bracket closes itself and can surround a selection', () => {
  for (const pair of configuration.brackets) {
    assert.ok(
      configuration.autoClosingPairs.some(({ open, close }) => open === pair[0] && close === pair[1]),
      pair[0],
    );
    assert.ok(
      configuration.surroundingPairs.some(([open, close]) => open === pair[0] && close === pair[1]),
      pair[0],
    );
  }
});
