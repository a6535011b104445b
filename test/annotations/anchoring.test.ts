import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuotes } from '../../client/src/annotations/anchoring.ts';
import { createBareText } from '../../client/src/annotations/bare-text.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { readMarks } from './marked-text.ts';

/** The marked words of one text looked for in another: found words with what is before them, or the reason. */
function search(marked: string, later: string): string[] {
  const { text, ranges } = readMarks(marked);
  const bare = createBareText(text);
  const sought = ranges.map((range) => ({
    quote: quoteOf(text, range),
    bareStart: bare.toBare(range.start),
  }));
  return findQuotes(sought, { text: later, formerBareLength: bare.bare.length }).map((result) =>
    result.found
      ? `${later.slice(0, result.range.start)}[${later.slice(result.range.start, result.range.end)}]`
      : result.reason,
  );
}

test('Words are found in other lines, with other spaces', () => {
  assert.deepEqual(search('双方重申恪守[联合国宪\n章]宗旨', '双 方重\n申恪守联 合国宪章宗旨'), [
    '双 方重\n申恪守[联 合国宪章]',
  ]);
});

test('Words that changed a little are found where their context and neighbours say so', () => {
  assert.deepEqual(
    search(
      '会谈期间双方就[进一步加强经贸合作]达成共识并发表声明',
      '会谈期间双方就[进一步深化经贸合作]达成共识并发表声明'.replace(/[[\]]/g, ''),
    ),
    ['会谈期间双方就[进一步深化经贸合作]'],
  );
});

test('Of equal words, those between the same neighbours are taken', () => {
  const before = '一、双方支持多边主义并愿加强沟通。二、[双方]反对霸权主义并愿扩大交流。';
  const after = '前言。一、双方支持多边主义并愿加强沟通。二、双方反对霸权主义并愿扩大交流。';
  assert.deepEqual(search(before, after), ['前言。一、双方支持多边主义并愿加强沟通。二、[双方]']);
});

test('Where the words are gone, the same words elsewhere are not taken', () => {
  const before = '一、双方支持多边主义并愿加强沟通。二、[双方]反对霸权主义并愿扩大交流。';
  const after = '一、双方支持多边主义并愿加强沟通。';
  assert.deepEqual(search(before, after), ['not-found']);
});

test('Where a gap leaves the like of the words beside it, the words are gone', () => {
  // The 18th went with what followed, the 16th stayed.
  const visit = '应邻国主席邀请，本国总统于五月16日至18[日]对邻国首都和北方两省进行国事访问。';
  const { text } = readMarks(visit);
  assert.deepEqual(search(visit, text.replace('8日对邻国首都和', '')), ['not-found']);
  // Either 日 may have gone: nobody can tell.
  assert.deepEqual(search(visit, text.replace('日至18', '')), ['not-found']);
  // With one letter gone, its neighbours still say which it is.
  assert.deepEqual(search(visit, text.replace('对', '')), ['应邻国主席邀请，本国总统于五月16日至18[日]']);
});

test('A turn of phrase behind a gap is not the one that stood before it', () => {
  const marked =
    '——由交通部编制冷链运输年度报告，联合委员会[予以协助]；\n——由水利部审议跨境河流监测网络，联合委员会予以协助；\n——支持商会参与标准计量。';
  const { text } = readMarks(marked);
  const gap = '，联合委员会予以协助；\n——由水利部审议跨境河流监测网络';
  assert.deepEqual(search(marked, text.replace(gap, '')), ['ambiguous']);
});

test('A paragraph that stands twice now is not chosen between', () => {
  const paragraph =
    '双方愿在平等互利基础上扩大能源、农业、交通和科技领域的务实合作，并为此完善双边合作机制，推动地方交往不断取得新的成果';
  const [before, after] = paragraph.split('能源') as [string, string];
  assert.deepEqual(search(`${before}[能源]${after}`, `${paragraph}${paragraph}`), ['ambiguous']);
});

test('What stood twice before is found where everything about it moved alike', () => {
  const paragraph =
    '双方愿在平等互利基础上扩大能源、农业、交通和科技领域的务实合作，并为此完善双边合作机制，推动地方交往不断取得新的成果';
  const marked = paragraph.replace('能源', '[能源]');
  const later = `新的标题${paragraph}第一段结束${paragraph}`;
  assert.deepEqual(search(`标题${marked}第一段[结束]${marked}`, later), [
    `新的标题${paragraph.split('能源')[0]}[能源]`,
    `新的标题${paragraph}第一段[结束]`,
    `新的标题${paragraph}第一段结束${paragraph.split('能源')[0]}[能源]`,
  ]);
});

test('Of equal words, those that alone stand between the neighbours are taken, though all moved otherwise', () => {
  const passage =
    '完善双边合作机制并推动地方交往和青年往来不断取得新的成果，扩大[能源]、农业、交通和科技领域的务实合作，为企业投资创造公平的条件';
  const { text } = readMarks(passage);
  const head = '第一条规定了[总则]的内容，由主管部门解释。';
  const tail = '第九条规定了[附则]的内容，自签字之日起生效。';
  const plain = (marked: string) => readMarks(marked).text;
  const marked = `${head}各方认为应当${passage}，并就此保持沟通。${tail}`;
  const around = (middle: string, end = '') => `${plain(head)}${middle}${plain(tail)}${end}`;
  const inPlace = `会上各方代表一致认为应当${text}，此外还要经常保持沟通。`;
  const found = (later: string) => search(marked, later)[1];
  assert.equal(
    found(around(inPlace, `附件：${text}`)),
    `${plain(head)}会上各方代表一致认为应当完善双边合作机制并推动地方交往和青年往来不断取得新的成果，扩大[能源]`,
  );
  assert.equal(found(around(`${inPlace}又：${text}。`)), 'ambiguous', 'both stand between them');
});

test('A long quote that changed in its middle is found by its ends', () => {
  const words = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + i * 7)).join('');
  const changed = `${words.slice(0, 200)}中间改了${words.slice(203)}`;
  assert.deepEqual(search(`以下为引文：[${words}]引文到此为止`, `以下为引文：${changed}引文到此为止`), [
    `以下为引文：[${changed}]`,
  ]);
});

test('Places in a clean text come back as places in the raw text', () => {
  const { text, ranges } = readMarks('会议通过了[联合声明]和行动计划');
  const raw = '会议通过\n了联 合声\n明和行动计划';
  const { bare, toText } = createBareText(raw);
  const [result] = findQuotes([{ quote: quoteOf(text, ranges[0]!) }], { text: bare, toRaw: toText });
  assert.ok(result?.found);
  assert.equal(raw.slice(result.range.start, result.range.end), '联 合声\n明');
});

test('An empty quote and an empty text find nothing and fail at nothing', () => {
  const empty = { exact: '', prefix: '', suffix: '' };
  assert.equal(findQuotes([{ quote: empty }], { text: '中方' })[0]!.found, false);
  assert.equal(findQuotes([{ quote: { ...empty, exact: '中方' } }], { text: '' })[0]!.found, false);
  assert.deepEqual(findQuotes([], { text: '' }), []);
});
