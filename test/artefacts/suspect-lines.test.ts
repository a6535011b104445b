import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleId } from '../../server/src/artefacts/rule-id.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, sortEdits } from '../../server/src/text/edit.ts';
import { cleanDocuments, cleanSamples, noRealDocuments } from '../corpus/documents.ts';
import { column } from './column.ts';

const service = createStatementService();

/** What a rule finds, as the words that it shows. */
function found(rule: RuleId, raw: string): string[] {
  return service
    .analyse(raw)
    .artefacts.filter((artefact) => artefact.rule === rule)
    .map(({ start, end, variant }) => `${raw.slice(start, end)}${variant ? ` (${variant})` : ''}`);
}

function mended(rule: RuleId, raw: string): string {
  const edits = service
    .analyse(raw)
    .artefacts.filter((a) => a.rule === rule)
    .flatMap((a) => a.edits);
  return applyEdits(raw, sortEdits(edits));
}

/** The column with a line put in behind the one of this index. */
const withLine = (index: number, ...lines: string[]) =>
  `${[...column.slice(0, index + 1), ...lines, ...column.slice(index + 1)].join('\n')}\n`;

const notes = (mark: string, words = '见《甲国外交文件集》第三卷。') =>
  `双方重申遵守一九七二年公报${mark}，并将按其原则处理分歧。\n双方将每年磋商。\n${mark}${words}\n`;

for (const mark of ['①', '⑫', '[1]', '［3］', '〔一〕', '〔十二〕', '*', '**', '※', '¹', '1']) {
  test(`footnote-mark: ${mark} with its note`, () => {
    assert.deepEqual(found('footnote-mark', notes(mark)), [mark]);
    assert.equal(mended('footnote-mark', notes(mark)), notes(mark).replace(mark, ''));
  });
}

test('footnote-mark: a row of marks in brackets, whose notes are elsewhere', () => {
  const raw = '双方重申一九七二年公报[1]和联合声明[2]的原则，并将遵守条约[3]。\n';
  assert.deepEqual(found('footnote-mark', raw), ['[1]', '[2]', '[3]']);
});

test('footnote-mark: the note between the lines of a sentence', () => {
  const raw = withLine(2, '①见《甲国外交文件集》第三卷。').replace('共同努力', '共同努力①，');
  assert.deepEqual(found('footnote-mark', raw), ['①', '①见《甲国外交文件集》第三卷。 (note)']);
});

const noNotes: Readonly<Record<string, string>> = {
  'items in a sentence': '合作包括①贸易；②投资；③金融。\n①贸易\n②投资\n③金融\n',
  'items on lines of their own': '合作包括：\n①贸易\n②投资\n③金融\n',
  'a mark without a note': '双方重申遵守一九七二年公报①，并将处理分歧。\n',
  'the number of a resolution': '重申第217A(III)号决议和第2758(XXVI)号决议。\n',
  'the number of a document': '依照国发〔1990〕5号文件和外发〔1991〕6号文件办理。\n',
  'a counting digit': '委员会人数增加到12，见附件1。\n1 人员名单\n12 预算\n',
  'an annex': '名单见附件1。\n1见附件。\n',
  'numbered paragraphs': '1. 双方同意。\n2. 双方重申条约1。\n',
  'a quotation in brackets': '他说：“[双方]同意[此事]。”\n',
  'an asterisk in a formula': '总额为甲*乙。\n',
};
for (const [name, raw] of Object.entries(noNotes)) {
  test(`footnote-mark: ${name}: none`, () => assert.deepEqual(found('footnote-mark', raw), []));
}

test('doubled-line: a line that was read twice', () => {
  assert.deepEqual(found('doubled-line', withLine(2, column[2]!)), [`${column[2]} (line)`]);
});

test('doubled-line: the end of a line again at the head of the next', () => {
  const raw = withLine(-1).replace('\n多的利益', '\n的人民带来更多的利益');
  assert.deepEqual(found('doubled-line', raw), ['的人民带来更']);
});

const noDoubles: Readonly<Record<string, string>> = {
  'the column as it is': withLine(-1),
  'a refrain': '向前进，向前进\n战士的责任重\n向前进，向前进\n妇女的冤仇深\n向前进，向前进\n向前进，向前进\n',
  'equal entries of a list': '甲国政府代表\n甲国政府代表\n乙国政府代表\n乙国政府代表\n',
  'equal cells of a table': '120 130 140 150\n120 130 140 150\n120 130 140 150\n120 130 140 150\n',
  'a title that is repeated': '甲国政府关于核问题的声明\n甲国政府关于核问题的声明\n双方同意。\n',
  'a whole sentence that is repeated': '双方同意保持密切沟通。\n双方同意保持密切沟通。\n',
  'a name at the end of a line and at the head of the next': [
    ...column.slice(0, 4),
    '，双方高度评价中华人民共和国政府',
    '中华人民共和国政府代表的发言，也',
    ...column.slice(5),
  ]
    .join('\n')
    .replaceAll('府\n中华', '国\n中华'),
  'items that begin alike': '——加强政治互信\n——加强政治互信和合作\n',
};
for (const [name, raw] of Object.entries(noDoubles)) {
  test(`doubled-line: ${name}: none`, () => assert.deepEqual(found('doubled-line', raw), []));
}

/** A column whose first lines are set in, so that what follows a short line can be told. */
const indented = [
  '　　双方一致认为两国关系正处于历',
  '史上最好的时期，愿意共同努力把合',
  '作提高到新的水平，给两国的人民带',
  '来更多的利益，并为地区的和平作出',
  '积极的贡献，双方认为这也是我们所',
  '共同的责任，也是国际社会的期待。',
  '　　双方愿意在平等的基础上继续就',
  '重大的国际问题保持经常的沟通，共',
  '同反对任何形式的单边主义。',
];

test('dropped-segment: a line that breaks off, whether the indent is there or has left its trace', () => {
  const raw = `${indented.join('\n')}\n`.replace('积极的贡献，双方认为这也是我们所', '积极的贡献，双方认');
  assert.deepEqual(found('dropped-segment', raw), ['方认']);
  assert.deepEqual(found('dropped-segment', raw.replaceAll('　', '')), ['方认']);
});

const noSegments: Readonly<Record<string, string>> = {
  'the column as it is': indented.join('\n'),
  'the last line of a paragraph without its stop': indented
    .join('\n')
    .replace('共同的责任，也是国际社会的期待。', '共同的责任'),
  'the last line of the text': indented.join('\n').replace('同反对任何形式的单边主义。', '同反对'),
  'a column without a trace of indents': column
    .join('\n')
    .replace('多的利益，并为地区的和平作出贡献', '多的利益'),
  'a line that ends with its sentence': indented
    .join('\n')
    .replace('积极的贡献，双方认为这也是我们所', '积极的贡献。'),
  'a heading in the column': [...indented.slice(0, 6), '政治互信', ...indented.slice(6)].join('\n'),
  'a numeral in the column': [...indented.slice(0, 6), '二', ...indented.slice(6)].join('\n'),
  'a list': '双方同意：\n加强贸易\n扩大投资合作\n便利人员往来\n鼓励文化交流活动\n',
  verse: '白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼\n',
};
for (const [name, raw] of Object.entries(noSegments)) {
  test(`dropped-segment: ${name}: none`, () => assert.deepEqual(found('dropped-segment', raw), []));
}

test('stray-article: the title of another document behind the end of one', () => {
  for (const end of ['双方商定保持联系。', '（通讯社二〇三一年五月八日讯）']) {
    const raw = `${end}\n甲国政府声明\n（二〇三一年五月九日）\n甲国政府注意到有关各方的表态。\n`;
    assert.deepEqual(found('stray-article', raw), ['甲国政府声明']);
  }
  const twoLines =
    '双方商定保持联系。\n甲国政府关于印发\n《若干问题纪要》的通知\n（2031年5月9日）\n各有关部门：\n';
  assert.deepEqual(found('stray-article', twoLines), ['甲国政府关于印发']);
});

const noArticles: Readonly<Record<string, string>> = {
  'the title of the text': '甲国政府声明\n（二〇三一年五月九日）\n甲国政府注意到有关各方的表态。\n',
  'a title below the head of a newspaper page':
    '第3版\n甲国政府声明\n（二〇三一年五月九日）\n甲国政府注意到。\n',
  'a sentence that ends with the name of a kind':
    '双方商定保持联系。\n双方发表本声明\n（二〇三一年五月九日于甲城）双方同意。\n',
  'the date of a signature': '双方商定保持联系。\n甲国政府声明\n二〇三一年五月九日\n',
  'an annex without a date': '双方商定保持联系。\n附件一\n甲国政府声明\n甲国政府注意到有关各方的表态。\n',
  'a date behind a paragraph': '双方商定保持联系。\n双方将另行发表声明。\n（二〇三一年五月九日）\n',
};
for (const [name, raw] of Object.entries(noArticles)) {
  test(`stray-article: ${name}: none`, () => assert.deepEqual(found('stray-article', raw), []));
}

/** The lines of two columns in turn. */
const inTurn = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((line, i) => [line, right[i] ?? '']).filter((line) => line !== '');
const right = [
  '甲国政府重申，国际',
  '社会应当尊重各国人',
  '民的选择，反对干涉',
  '内政，维护公平和正',
  '义，共同应对各种挑',
  '战，并愿意同各方加',
  '强合作。',
];

test('interleaved-columns: told once, where they begin', () => {
  const torn = inTurn(column, right);
  assert.deepEqual(found('interleaved-columns', torn.join('\n')), [column[0]]);
  assert.deepEqual(found('interleaved-columns', ['联合声明', '', ...torn].join('\n')), [column[0]]);
});

const noInterleaving: Readonly<Record<string, string>> = {
  'one column behind the other': [...column, ...right].join('\n'),
  'a list of names and values': Array.from(
    { length: 8 },
    (_, i) => `第${i}项合作协定的名称和内容\n共${i}件`,
  ).join('\n'),
  'long and short lines of verse': '长亭外，古道边\n芳草\n'.repeat(6),
  'signatures and offices': '甲国全权代表、外交部长\n张某某\n'.repeat(6),
};
for (const [name, raw] of Object.entries(noInterleaving)) {
  test(`interleaved-columns: ${name}: none`, () => assert.deepEqual(found('interleaved-columns', raw), []));
}

test('running-head: one that ran into a sentence is suspected', () => {
  const raw = '双方在已进行的合作的基础上生甲某全集第四十七卷产各种设备。\n';
  assert.deepEqual(found('running-head', raw), ['全集第四十七卷 (run-in)']);
  for (const text of [
    '该文收入甲某全集第四十七卷。\n',
    '见《甲某全集第四十七卷》所载。\n',
    '该文载甲某全集第四十七卷中。\n',
  ]) {
    assert.deepEqual(found('running-head', text), []);
  }
});

const silent: readonly RuleId[] = [
  'page-number',
  'running-head',
  'footnote-mark',
  'doubled-line',
  'dropped-segment',
  'stray-article',
  'interleaved-columns',
];
test('clean texts have no furniture and nothing suspect between their lines', {
  skip: noRealDocuments,
}, () => {
  const texts = [...cleanDocuments(), ...cleanSamples()];
  assert.ok(texts.length > 10);
  for (const { name, text } of texts) {
    const { artefacts } = service.analyse(text);
    assert.deepEqual(
      artefacts.filter(({ rule }) => silent.includes(rule)),
      [],
      name,
    );
  }
});
