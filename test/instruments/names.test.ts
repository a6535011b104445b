import { testExamples } from './marked.ts';

testExamples([
  [
    'three deep',
    '《关于〈〈不扩散核武器条约〉审议程序议定书〉的联合声明》',
    [
      'full ? 《关于〈〈不扩散核武器条约〉审议程序议定书〉的联合声明》',
      'full ? 〈〈不扩散核武器条约〉审议程序议定书〉',
      'full npt-1968 〈不扩散核武器条约〉',
    ],
  ],
  [
    'the same with 《》 inside',
    '《关于《不扩散核武器条约》的联合声明》',
    ['full ? 《关于《不扩散核武器条约》的联合声明》', 'full npt-1968 《不扩散核武器条约》'],
  ],
  [
    'a title in the name of a conference or a group',
    '《不扩散核武器条约》第十次审议大会和“捍卫《联合国宪章》之友小组”开会。',
    ['full npt-1968 《不扩散核武器条约》', 'full un-charter 《联合国宪章》'],
  ],
  [
    'the protocol of a convention, and an amendment',
    '《关于难民地位的公约》1996年议定书、《不扩散核武器条约》第一附加议定书和《联合国海洋法公约》修正案。',
    [
      'unbracketed ? 《关于难民地位的公约》1996年议定书',
      'full refugees 《关于难民地位的公约》',
      'unbracketed ? 《不扩散核武器条约》第一附加议定书',
      'full npt-1968 《不扩散核武器条约》',
      'unbracketed ? 《联合国海洋法公约》修正案',
      'full law-of-the-sea 《联合国海洋法公约》',
    ],
  ],
  ['and its protocols', '《关于难民地位的公约》及其议定书。', ['full refugees 《关于难民地位的公约》']],
  [
    'a name in longer words counts, but not in one that turns it round',
    '联合国宪章宗旨和原则。国际原子能机构规约草案。反联合国宪章。集体安全条约组织。',
    ['unbracketed un-charter 联合国宪章', 'unbracketed agency-statute 国际原子能机构规约 draft'],
  ],
  [
    'what breaks one names it',
    '违反联合国宪章，違反聯合國憲章，平反联合国宪章，反联合国宪章，伪联合国宪章。',
    ['unbracketed un-charter 联合国宪章', 'unbracketed un-charter 聯合國憲章'],
  ],
  [
    'a numbered protocol in traditional characters',
    '《關於難民地位的公約》第一項任擇議定書。',
    ['unbracketed ? 《關於難民地位的公約》第一項任擇議定書', 'full refugees 《關於難民地位的公約》'],
  ],
  [
    'a stray space in a title',
    '恪守《联合国 宪章》和联合 国宪章。',
    ['full un-charter 《联合国 宪章》', 'unbracketed un-charter 联合 国宪章'],
  ],
  [
    'treaties of two states in old print',
    '根据中缅边界条约和对德和约，美英苏三国一九六三年在山城签订的部分禁止航行条约，以及甲乙丙最高级会议联合声明。',
    [
      'unbracketed ? 中缅边界条约',
      'unbracketed ? 对德和约',
      'unbracketed ? 部分禁止航行条约 1963 签订',
      'unbracketed ? 甲乙丙最高级会议联合声明',
    ],
  ],
  [
    'words that only look so',
    '集中苏联专家讨论协定。中美两国签订条约。2001年签署的双边合作协定。中国和美国的条约。',
    [],
  ],
]);
