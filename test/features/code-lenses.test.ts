import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { citedInstruments } from '../../server/src/features/cited-instruments.ts';
import { codeLenses, resolveCodeLens } from '../../server/src/features/code-lenses.ts';
import { status } from '../../server/src/features/status.ts';
import { setLanguage } from '../../server/src/l10n/language.ts';
import { service, snapshotOf } from './sample.ts';

const command = 'jiaozhu.showInstruments';

function lens(text: string, commands: readonly string[] = [command]) {
  const snapshot = snapshotOf(text);
  const [found] = codeLenses(snapshot);
  return found && resolveCodeLens(snapshot, found, service.registry, new Set(commands));
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

test('the document itself is not cited, by whatever words', () => {
  const treaty = `甲国和乙国渔业协定

第一条　本协定适用于领海。《甲国和乙国渔业协定》遵守《联合国宪章》。

本协定于二〇三一年五月二日在甲城签订。

甲国代表　　　　乙国代表
张三（签字）　　李四（签字）

甲国和乙国渔业协定议定书

第一条　本议定书是《甲国和乙国渔业协定》的组成部分。
`;
  assert.equal(lens(treaty)!.command!.title, '1 instrument cited');
  assert.equal(lens('联合公报\n\n双方举行会谈。\n\n本公报有效。\n')!.command!.title, '0 instruments cited');
});

test('the lens, the list and the status bar count the same', () => {
  const snapshot = snapshotOf(
    '甲国和乙国联合声明\n\n双方恪守《联合国宪章》和《北京宣言》。该宣言和本声明有效。《甲乙湿地协定》有效。\n',
  );
  const { cited, unresolved } = citedInstruments(snapshot, service.registry);
  assert.equal(status(snapshot, [], service.registry).instruments, cited.length);
  const [place] = codeLenses(snapshot);
  const { title } = resolveCodeLens(snapshot, place!, service.registry, new Set()).command!;
  assert.equal(title, `${cited.length} instruments cited, ${unresolved.length} unresolved`);
});

test('a text without a title has no lens', () => {
  assert.equal(lens(''), undefined);
});
