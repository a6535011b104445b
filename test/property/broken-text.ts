import fc from 'fast-check';
import { loosened } from '../setting/loosened.ts';
import { DEFAULT_SETTING, setNewspaper } from '../setting/newspaper.ts';
import { seededRandom } from '../setting/random.ts';

/** Bits of statements and of everything that can go wrong in one. */
const scraps = [
  '双方',
  '中华人民共和国',
  '重申',
  '《联合国宪章》',
  '《',
  '》',
  '“',
  '”',
  '（',
  '）',
  '，',
  '。',
  '；',
  ',',
  '(草案)',
  '"',
  '...',
  '第—条',
  '5月16曰',
  '二O',
  '＜宪章》',
  '己经',
  '阿尔•',
  '：',
  '、',
  '？',
  '——',
  '一',
  '二',
  '十一',
  '第一条',
  '（一）',
  '1.',
  '2024',
  '年',
  ' 5 ',
  '月',
  '16',
  '日',
  ' ',
  '  ',
  '　',
  '\t',
  '\n',
  '\n\n',
  '\n\n\n',
  '\r\n',
  '\r',
  'Treaty',
  ' and ',
  'BRICS+',
  '3.14',
  '－',
  '—',
  '/',
  '（下转第7版）',
  '（上接第1版）',
  '中 华 人 民',
  ' ，',
  '“ ',
  '𠀀',
  '𪚥',
  '\ud800',
  '\udc00',
  'e\u0301',
  '\ufeff',
  '\u200b',
  '\u00a0',
  '以下简称',
  '该条约',
  '该声明',
  '联合声明',
  '⽅',
  '⼀',
  '⻓',
  '⺡',
  '“⽔”',
  '部首',
  '\uf98e',
  '\ufa19',
  '\ufa0e',
  '\u{2f800}',
  '２０２４',
  'Ｔ－３４',
  '\u200d',
  '\u00ad',
  '\u2060',
  '合\u200b作',
  '👩\u200d🚀',
  '葛\u{e0100}',
  '\ue001',
  '\ufffd',
  '(cid:12)',
  '联合 国 海洋 法 公约',
  '毛泽东 刘少奇 朱 德',
  '协定 （草案）',
  '联\u3000合\u3000声\u3000明',
  '对\u3000此',
  '对\u202f此',
  '1949-86年',
  ', ',
  '㈠ ',
  '😀',
  '\0',
  '|',
  '\u2028',
  '\f',
  '公报①，',
  '\n①见',
  '声明[2]',
  '\n[2]',
  '公报*',
  '\n甲国政府声明\n（二〇三一年五月九日）\n',
  '\n12\n',
  '\n— 13 —\n',
  '\n14—\n\f\n',
  '\n第 15 页\n',
  '\n第6版\n',
  '\n人民日报 2031年5月9日 第3版\n',
  '\n新华社记者 某某\n',
  '\n甲国和乙国关于深化合作的联合声明\n',
];

/** Any text at all, made of scraps and of arbitrary characters. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...scraps) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''));

const sentences = [
  '双方同意继续扩大各领域互利合作，为两国人民谋求更多福祉。',
  '双方重申恪守《联合国宪章》的宗旨和原则，反对任何形式的单边制裁。',
  '中方高度评价对方在 2031 年 4 月举办的第 12 届论坛上作出的努力，',
  '两国立法机构将保持经常的往来，',
  '尽快商签《关于促进和相互保护投资的协定》，并在2032年以前完成谈判。',
  '有关部门应当就口岸通关、检验检疫和金融结算建立联络机制，及时通报情况，妥善处理出现的问题。',
  '双方对此表示满意。',
];

const paragraph = fc
  .tuple(
    fc.constantFrom('', '', '——', '（一）', '1. '),
    fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 }),
  )
  .map(([head, body]) => head + body.join('').replace(/，$/, '。'));

/** A clean statement: a title, paragraphs, now and then a bare numeral. */
const cleanText = fc.array(paragraph, { minLength: 2, maxLength: 25 }).map((paragraphs) => {
  const numerals = [...'一二三四五六七八九'];
  const body = paragraphs.flatMap((text, i) =>
    i % 4 === 3 ? [numerals[(i - 3) / 4] ?? '十', text] : [text],
  );
  return ['甲国和乙国关于深化合作的联合声明', ...body].join('\n');
});

/** A clean statement with spaces all over it, as text recognition leaves it. */
export const loosenedText: fc.Arbitrary<string> = fc
  .tuple(cleanText, fc.constantFrom('words' as const, 'characters' as const), fc.nat())
  .map(([text, grain, seed]) => loosened(text, grain, seededRandom(seed)));

/** A clean statement set in newspaper columns, as an extraction leaves it. */
export const newspaperText: fc.Arbitrary<string> = fc
  .record({
    text: cleanText,
    measure: fc.integer({ min: 10, max: 40 }),
    indent: fc.constantFrom('trace' as const, 'none' as const),
    blankLines: fc.boolean(),
    seed: fc.nat(),
  })
  .map(({ text, measure, indent, blankLines, seed }) => {
    const columns = [{ measure, lines: Number.POSITIVE_INFINITY }];
    return setNewspaper(text, { ...DEFAULT_SETTING, columns, indent, blankLines }, seededRandom(seed)).raw;
  });

/**
 * A set text on pages: between its lines stand numbers, heads, form feeds and marks of a newspaper. No two of its own
 * lines at the edges of pages are the same, as in these few sentences they often would be: those would be heads.
 */
export const pagedText: fc.Arbitrary<string> = fc
  .tuple(newspaperText, fc.integer({ min: 4, max: 30 }), fc.nat(200), fc.constantFrom(0, 1, 2, 3, 4, 5, 6))
  .map(([text, perPage, first, style]) => ({ lines: text.split('\n'), perPage, first, style }))
  .filter(({ lines, perPage }) => {
    const solid = lines.map((line) => line.replace(/\s/g, '')).filter((line) => line !== '');
    const breaks = lines.map((_, i) => lines.slice(0, i + 1)).filter((_, i) => i % perPage === perPage - 1);
    const places = breaks.map((before) => before.filter((line) => line.trim() !== '').length);
    const edges = places.flatMap((place) => [solid[place - 1], solid[place]]);
    return new Set(edges).size === edges.length;
  })
  .map(({ lines, perPage, first, style }) => {
    let page = first;
    return lines
      .flatMap((line, i) => (i % perPage === perPage - 1 ? [line, ...pageEdge(style, page++)] : [line]))
      .join('\n');
  });

function pageEdge(style: number, page: number): string[] {
  switch (style) {
    case 0:
      return [`— ${page} —`];
    case 1:
      return [String(page), '甲国外交文件集第三卷'];
    case 2:
      return ['', `${page}—`, '\f'];
    case 3:
      return ['（下转第2版）', '', '（上接第1版）'];
    case 4:
      return ['甲国外交文件集第三卷'];
    case 5:
      return [`— ${page} —`, '甲国外交史料'];
    default:
      return [String(page)];
  }
}

/** A set text that somebody has typed, cut and pasted in. */
export const mutatedText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(newspaperText, pagedText, loosenedText),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), anyText), { maxLength: 4 }),
  )
  .map(([text, changes]) => {
    let made = text;
    for (const [place, removed, inserted] of changes) {
      const at = Math.floor(place * made.length);
      made = made.slice(0, at) + inserted + made.slice(at + removed);
    }
    return made;
  });

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  anyText,
  newspaperText,
  pagedText,
  loosenedText,
  mutatedText,
);
