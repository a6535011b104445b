import { testExamples } from './marked.ts';

testExamples([
  [
    'each of the pointing words',
    '《不扩散核武器条约》。该条约、此条约、上述条约、前述条约、这个条约、这一条约、这项条约、這項條約有效。',
    [
      'full npt-1968 《不扩散核武器条约》',
      ...'该条约 此条约 上述条约 前述条约 这个条约 这一条约 这项条约 這項條約'
        .split(' ')
        .map((words) => `anaphor npt-1968 ${words} →0`),
    ],
  ],
  [
    'praise between',
    '《不扩散核武器条约》。这一伟大的条约、这项具有历史意义的条约、该重要条约长存。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'anaphor npt-1968 这一伟大的条约 →0',
      'anaphor npt-1968 这项具有历史意义的条约 →0',
      'anaphor npt-1968 该重要条约 →0',
    ],
  ],
  [
    'the kind between tells which',
    '《甲国停战协定》签字。《甲乙航空协定》亦签字，该停战协定即行生效。',
    ['full armistice 《甲国停战协定》', 'full ? 《甲乙航空协定》', 'anaphor armistice 该停战协定 →0'],
  ],
  [
    'what points at another noun',
    '《不扩散核武器条约》。因此条约国认为，应该条约化，该国签署的条约不计。',
    ['full npt-1968 《不扩散核武器条约》'],
  ],
  [
    'several, by their number',
    '《禁止生物武器公约》和《联合国海洋法公约》有效。上述两公约、这两个公约、两公约、这两项公约长存。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full law-of-the-sea 《联合国海洋法公约》',
      ...'上述两公约 这两个公约 两公约 这两项公约'
        .split(' ')
        .map((words) => `anaphor bwc-1972+law-of-the-sea ${words}`),
    ],
  ],
  [
    'several without a number',
    '《禁止生物武器公约》、《联合国海洋法公约》和《关于难民地位的公约》。这些公约、上述公约、上述各项公约有效。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full law-of-the-sea 《联合国海洋法公约》',
      'full refugees 《关于难民地位的公约》',
      'anaphor bwc-1972+law-of-the-sea+refugees 这些公约',
      'anaphor bwc-1972+law-of-the-sea+refugees 上述公约',
      'anaphor bwc-1972+law-of-the-sea+refugees 上述各项公约',
    ],
  ],
  [
    'more than are pointed at: any of them',
    '《禁止生物武器公约》。\n《联合国海洋法公约》。\n《关于难民地位的公约》。这两项公约有效。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full law-of-the-sea 《联合国海洋法公约》',
      'full refugees 《关于难民地位的公约》',
      'anaphor ?bwc-1972|law-of-the-sea|refugees 这两项公约',
    ],
  ],
  [
    'fewer than are pointed at: no reference',
    '《禁止生物武器公约》。这两项公约、三项公约有效。',
    ['full bwc-1972 《禁止生物武器公约》'],
  ],
  [
    'one name for three',
    '双方恪守甲乙三个联合公报。这三个公报、三个联合公报有效。',
    [
      'unbracketed three-communiques 甲乙三个联合公报',
      'anaphor three-communiques 这三个公报 →0',
      'anaphor three-communiques 三个联合公报 →0',
    ],
  ],
  [
    'documents of any kind',
    '《不扩散核武器条约》和《联合国宪章》。上述文件、这两个文件有效。\n《联合国宪章》。该文件长存。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'full un-charter 《联合国宪章》',
      'anaphor npt-1968+un-charter 上述文件',
      'anaphor npt-1968+un-charter 这两个文件',
      'full un-charter 《联合国宪章》',
      'anaphor un-charter 该文件 →4',
    ],
  ],
  [
    'the numbering of articles and items takes no reach',
    '第一条\n缔约双方遵守《甲乙航空协定》：\n（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。\n第二条\n该协定有效。',
    ['full ? 《甲乙航空协定》', 'anaphor ? 该协定 →0'],
  ],
  [
    'another chapter does',
    '《甲乙航空协定》有效。\n甲。\n第二章 其他\n乙。\n该协定有效。',
    ['full ? 《甲乙航空协定》'],
  ],
  [
    'but 上述 reaches over it',
    '《甲乙航空协定》有效。\n第二章 其他\n乙。\n上述协定有效。',
    ['full ? 《甲乙航空协定》', 'anaphor ? 上述协定 →0'],
  ],
  [
    'a title in marks that is pointed at',
    '《甲乙航空协定》有效，双方履行该《协定》。',
    ['full ? 《甲乙航空协定》', 'undefined-short ? 《协定》 →0'],
  ],
  [
    'a plan of one state came between',
    '《甲乙山地合作规划纲要》有效。国务院印发《山区五年规划纲要》。该规划纲要公布，《纲要》施行。',
    ['full hills-plan 《甲乙山地合作规划纲要》'],
  ],
]);
