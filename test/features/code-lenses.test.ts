import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { codeLenses, resolveCodeLens } from '../../server/src/features/code-lenses.ts';
import { setLanguage } from '../../server/src/l10n/language.ts';
import { snapshotOf } from './sample.ts';

const command = 'jiaozhu.showInstruments';

function lens(text: string, commands: readonly string[] = [command]) {
  const snapshot = snapshotOf(text);
  const [found] = codeLenses(snapshot);
  return found && resolveCodeLens(snapshot, found, new Set(commands));
}

afterEach(() => setLanguage('en'));

const text = '甲国和乙国联合声明\n\n双方恪守《联合国宪章》和《不扩散核武器条约》。该条约有效。\n';

test('above the title stands how many instruments are cited, and a click shows them', () => {
  const found = lens(text)!;
  assert.deepEqual(found.command, { title: '2 instruments cited', command });
  assert.deepEqual(found.range.start, { line: 0, character: 0 });
});

test('a client without the command is told the number', () => {
  assert.deepEqual(lens(text, [])!.command, { title: '2 instruments cited', command: '' });
});

test('one is one, and what nobody could resolve is told too', () => {
  assert.equal(lens('甲国声明\n\n甲国恪守《联合国宪章》。\n')!.command!.title, '1 instrument cited');
  const ambiguous = '甲国声明\n\n甲国恪守《联合国宪章》和《北京宣言》。\n';
  assert.equal(lens(ambiguous)!.command!.title, '1 instrument cited, 1 unresolved');
  setLanguage('zh-cn');
  assert.equal(lens(ambiguous)!.command!.title, '引用文书 1 件，1 处待定');
});

test('a text without a title has no lens', () => {
  assert.equal(lens(''), undefined);
});
