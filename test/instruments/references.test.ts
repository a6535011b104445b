import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, referencesIn } from './marked.ts';

/** What an example means, its text (one line a paragraph), and the references that it must have. */
const EXAMPLES: readonly [string, string, readonly string[]][] = [
  ['a full title', '双方恪守《联合国宪章》的宗旨。', ['full un-charter 《联合国宪章》']],
  [
    'its date and verb',
    '双方遵循2001年7月16日签署的《中华人民共和国和俄罗斯联邦睦邻友好合作条约》。',
    ['full cn-ru-2001 《中华人民共和国和俄罗斯联邦睦邻友好合作条约》 2001-07-16 签署'],
  ],
  [
    'a date in Chinese numerals, with a place',
    '双方遵循二〇〇一年七月十六日在莫斯科签署的《中俄睦邻友好合作条约》。',
    ['full cn-ru-2001 《中俄睦邻友好合作条约》 2001-07-16 签署'],
  ],
  [
    'a year alone',
    '双方回顾1968年通过的《不扩散核武器条约》。',
    ['full npt-1968 《不扩散核武器条约》 1968 通过'],
  ],
  [
    'a date after it',
    '《不扩散核武器条约》（1968年7月1日）生效。',
    ['full npt-1968 《不扩散核武器条约》 1968-07-01'],
  ],
  [
    'no such day',
    '双方回顾1968年2月31日签署的《不扩散核武器条约》。',
    ['full npt-1968 《不扩散核武器条约》 签署'],
  ],
  [
    'the date of something else',
    '2020年双方举行会谈，重申《不扩散核武器条约》有效。',
    ['full npt-1968 《不扩散核武器条约》'],
  ],
  [
    'another name of one that was cited is parallel',
    '《中华人民共和国和俄罗斯联邦睦邻友好合作条约》有效。\n《中俄睦邻友好合作条约》长存。',
    [
      'full cn-ru-2001 《中华人民共和国和俄罗斯联邦睦邻友好合作条约》',
      'parallel cn-ru-2001 《中俄睦邻友好合作条约》',
    ],
  ],
  [
    'so is a title that abbreviates its parties',
    '《甲国和乙国边界条约》有效。\n2001年签署的《甲乙边界条约》和《甲丙边界条约》。',
    ['full ? 《甲国和乙国边界条约》', 'parallel ? 《甲乙边界条约》 →0 2001 签署', 'full ? 《甲丙边界条约》'],
  ],
  [
    'a short form that the text defines in 《》',
    '双方批准《甲乙河谷开发纲要》（以下简称《纲要》），落实《纲要》。',
    ['full ? 《甲乙河谷开发纲要》 批准', 'defined-short ? 《纲要》 →0', 'defined-short ? 《纲要》 →0'],
  ],
  [
    'a short form that the text defines in quotation marks',
    '《不扩散核武器条约》（以下简称“条约”）缔约国履行条约义务，各国际条约除外。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'defined-short npt-1968 条约 →0',
      'defined-short npt-1968 条约 →0',
    ],
  ],
  [
    'the same in traditional characters',
    '《聯合國憲章》（以下簡稱「憲章」）與憲章的宗旨。',
    [
      'full un-charter 《聯合國憲章》',
      'defined-short un-charter 憲章 →0',
      'defined-short un-charter 憲章 →0',
    ],
  ],
  [
    'title marks in quotation marks',
    '《不扩散核武器条约》（以下称“《核条约》”）和《核条约》。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'defined-short npt-1968 《核条约》 →0',
      'defined-short npt-1968 《核条约》 →0',
    ],
  ],
  [
    'a short form that is known, but defined all the same',
    '《中华人民共和国和俄罗斯联邦睦邻友好合作条约》（以下简称《中俄睦邻友好合作条约》）。\n《中俄睦邻友好合作条约》有效。',
    [
      'full cn-ru-2001 《中华人民共和国和俄罗斯联邦睦邻友好合作条约》',
      'defined-short cn-ru-2001 《中俄睦邻友好合作条约》 →0',
      'defined-short cn-ru-2001 《中俄睦邻友好合作条约》 →0',
    ],
  ],
  [
    'two short forms at once',
    '《甲乙界河协定》和《甲乙界山协定》（以下分别简称《水约》和《山约》）。',
    [
      'full ? 《甲乙界河协定》',
      'full ? 《甲乙界山协定》',
      'defined-short ? 《水约》 →0',
      'defined-short ? 《山约》 →1',
    ],
  ],
  [
    'a term that is no genus word',
    '《变革我们的世界：2030年可持续发展议程》（以下简称“2030目标”）是共同的。\n落实2030目标。',
    [
      'full agenda-2030 《变革我们的世界：2030年可持续发展议程》',
      'defined-short agenda-2030 2030目标 →0',
      'defined-short agenda-2030 2030目标 →0',
    ],
  ],
  ['the parties are no instrument', '甲国和乙国（以下称“双方”）声明如下：', []],
  [
    'a short form that nobody defined',
    '双方批准《甲乙山地合作规划纲要》，落实《纲要》和《规划纲要》。',
    [
      'full hills-plan 《甲乙山地合作规划纲要》 批准',
      'undefined-short hills-plan 《纲要》 →0',
      'undefined-short hills-plan 《规划纲要》 →0',
    ],
  ],
  [
    'the nearest title that ends so',
    '《甲乙山地合作规划纲要》已经批准。\n《甲乙河流合作规划纲要》正在商谈。\n双方落实《纲要》。',
    [
      'full hills-plan 《甲乙山地合作规划纲要》',
      'full rivers-plan 《甲乙河流合作规划纲要》',
      'undefined-short rivers-plan 《纲要》 →1',
    ],
  ],
  [
    'two that were named in one breath fit equally well',
    '双方制定《甲乙山地合作规划纲要》和《甲乙河流合作规划纲要》，落实《纲要》。',
    [
      'full hills-plan 《甲乙山地合作规划纲要》 制定',
      'full rivers-plan 《甲乙河流合作规划纲要》',
      'undefined-short ?hills-plan|rivers-plan 《纲要》',
    ],
  ],
  ['a short form with nothing before it', '双方落实《纲要》。', ['undefined-short ? 《纲要》']],
  [
    'an anaphor, and one in the next paragraph',
    '双方回顾《不扩散核武器条约》，遵循该条约。\n上述条约仍然有效。',
    ['full npt-1968 《不扩散核武器条约》', 'anaphor npt-1968 该条约 →0', 'anaphor npt-1968 上述条约 →0'],
  ],
  [
    'an anaphor fits only what ends so',
    '双方回顾《不扩散核武器条约》和《禁止生物武器公约》，遵循该条约。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'full bwc-1972 《禁止生物武器公约》',
      'anaphor npt-1968 该条约 →0',
    ],
  ],
  [
    'an anaphor for two of a kind is unresolved',
    '《不扩散核武器条约》、《防止在外空放置武器条约》有效，该条约长存。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'full ppwt-draft 《防止在外空放置武器条约》',
      'anaphor ?npt-1968|ppwt-draft 该条约',
    ],
  ],
  ['an anaphor for nothing is a noun', '该计划仍在讨论，因此声明无效。', []],
  [
    'too far back for an anaphor',
    '《不扩散核武器条约》有效。\n一。\n二。\n三。\n该条约长存。',
    ['full npt-1968 《不扩散核武器条约》'],
  ],
  [
    'a name without 《》',
    '加快落实联合国2030年可持续发展议程。',
    ['unbracketed agenda-2030 2030年可持续发展议程'],
  ],
  ['the longest name', '中俄睦邻友好合作条约有效。', ['unbracketed cn-ru-2001 中俄睦邻友好合作条约']],
  ['a name in Latin letters', '各国遵守NPT，不论NPTX如何。', ['unbracketed npt-1968 NPT']],
  [
    'an organisation called after a treaty',
    '集体安全条约组织举行会议，集体安全条约有效。',
    ['unbracketed csto 集体安全条约'],
  ],
  [
    'a resolution called by its subject',
    '双方推动“促进和平利用国际合作”联大决议得到落实。',
    ['unbracketed peaceful-uses “促进和平利用国际合作”联大决议'],
  ],
  [
    'a resolution by its number, which nobody knows',
    '双方支持联合国安理会第9999号决议。',
    ['unbracketed ? 联合国安理会第9999号决议'],
  ],
  [
    'a title inside a name in quotation marks',
    '加强“捍卫《联合国宪章》之友小组”的工作。',
    ['full un-charter 《联合国宪章》'],
  ],
  [
    'a title inside a title',
    '双方通过《〈不扩散核武器条约〉审议程序议定书》。',
    ['full ? 《〈不扩散核武器条约〉审议程序议定书》 通过', 'full npt-1968 〈不扩散核武器条约〉'],
  ],
  [
    'a name that begins with a title',
    '双方制定《中华人民共和国和俄罗斯联邦睦邻友好合作条约》实施纲要。',
    [
      'unbracketed cn-ru-2001-outline 《中华人民共和国和俄罗斯联邦睦邻友好合作条约》实施纲要 制定',
      'full cn-ru-2001 《中华人民共和国和俄罗斯联邦睦邻友好合作条约》',
    ],
  ],
  [
    'inner marks of either sort',
    '《《联合国海洋法公约》鱼类种群协定》',
    ['full fish 《《联合国海洋法公约》鱼类种群协定》', 'full law-of-the-sea 《联合国海洋法公约》'],
  ],
  [
    'a draft, inside the title or after it',
    '《界河航行协定（草案）》和《防止在外空放置武器条约》草案。',
    ['full ? 《界河航行协定（草案）》 draft', 'full ppwt-draft 《防止在外空放置武器条约》 draft'],
  ],
  ['an unknown title with a genus', '双方签署《甲乙航空协定》。', ['full ? 《甲乙航空协定》 签署']],
  [
    'films, books, newspapers and laws are no instruments',
    '电影《高山计划》、长篇小说《和平宣言》、《人民日报》、《大公报》、《共产党宣言》一书、《对外关系法》、《渔业条例》。',
    [],
  ],
  ['regulations that the registry knows', '《国际卫生条例》', ['full health 《国际卫生条例》']],
  [
    'a name of two instruments is neither',
    '双方回顾《山城宣言》。',
    ['full ?city-a-2001|city-b-2011 《山城宣言》'],
  ],
  [
    'its date tells which',
    '双方回顾2011年9月2日通过的《山城宣言》。',
    ['full city-b-2011 《山城宣言》 2011-09-02 通过'],
  ],
  [
    'so does an earlier mention',
    '《甲国山城宣言》有效。\n双方回顾《山城宣言》。',
    ['full city-a-2001 《甲国山城宣言》', 'parallel city-a-2001 《山城宣言》'],
  ],
  [
    'half-width marks',
    '《变革我们的世界:2030年可持续发展议程》',
    ['full agenda-2030 《变革我们的世界:2030年可持续发展议程》'],
  ],
  ['an unclosed title mark', '双方《重申恪守《联合国宪章》。', ['full un-charter 《联合国宪章》']],
  ['a paragraph that is a name is a heading', '不扩散核武器条约', []],
  ['empty marks', '《》〈〉》《', []],
];

for (const [meaning, text, expected] of EXAMPLES) {
  test(meaning, () => {
    assert.deepEqual(referencesIn(text), expected);
  });
}

test('a treaty speaks of itself', () => {
  assert.deepEqual(referencesIn('本条约有效，本停战协定亦然，日本声明除外。', '不扩散核武器条约'), [
    'self npt-1968 本条约',
    'self npt-1968 本停战协定',
  ]);
  assert.deepEqual(referencesIn('本条约有效。'), ['self ? 本条约']);
  assert.deepEqual(referencesIn('《条约》有效。', '不扩散核武器条约'), ['undefined-short npt-1968 《条约》']);
});

test('a range counts in the whole text and holds the title marks', () => {
  const text = '第一段。\n恪守《联合国宪章》。';
  const [reference] = find(text);
  const { start, end } = reference!.range.clean;
  assert.equal(text.slice(start, end), '《联合国宪章》');
  assert.equal(start, 7);
});
