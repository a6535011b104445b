import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesIn, testExamples } from './marked.ts';

testExamples([
  [
    'two of a kind in one paragraph, and nothing said of one: either',
    '《禁止生物武器公约》规定甲。《关于难民地位的公约》规定乙。\n《公约》的宗旨不变。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full refugees 《关于难民地位的公约》',
      'undefined-short ?bwc-1972|refugees 《公约》',
    ],
  ],
  [
    'either, although nobody has registered them',
    '《甲乙航空协定》规定甲。《甲乙渔业协定》规定乙，《协定》有效。',
    [
      'full ? 《甲乙航空协定》',
      'full ? 《甲乙渔业协定》',
      'undefined-short ?《甲乙渔业协定》|《甲乙航空协定》 《协定》',
    ],
  ],
  [
    'the text has settled on one of them',
    '《禁止生物武器公约》规定甲。《关于难民地位的公约》规定乙，该公约有效，《公约》的宗旨不变。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full refugees 《关于难民地位的公约》',
      'anaphor refugees 该公约 →1',
      'undefined-short refugees 《公约》 →1',
    ],
  ],
  [
    'parties by their characters, with and without 《》, and 两国',
    '《中华人民共和国政府和俄罗斯联邦政府关于边境旅游的协定》有效。《中俄边境旅游协定》、中俄边境旅游协定、《两国边境旅游协定》。',
    [
      'full ? 《中华人民共和国政府和俄罗斯联邦政府关于边境旅游的协定》',
      'parallel ? 《中俄边境旅游协定》 →0',
      'unbracketed ? 中俄边境旅游协定 →0',
      'parallel ? 《两国边境旅游协定》 →0',
    ],
  ],
  [
    'parties whose character stands in no long name',
    '《中华人民共和国和大不列颠及北爱尔兰联合王国领事条约》。《中英领事条约》有效，《中美领事条约》不计。',
    [
      'full ? 《中华人民共和国和大不列颠及北爱尔兰联合王国领事条约》',
      'parallel ? 《中英领事条约》 →0',
      'full ? 《中美领事条约》',
    ],
  ],
  [
    'one short form for several',
    '《禁止生物武器公约》和《关于难民地位的公约》（以下合称“两公约”）。两公约有效，《两公约》不计。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full refugees 《关于难民地位的公约》',
      'defined-short bwc-1972+refugees 两公约',
      'defined-short bwc-1972+refugees 两公约 →2',
      'defined-short bwc-1972+refugees 《两公约》 →2',
    ],
  ],
  [
    'two short forms for one',
    '《禁止生物武器公约》（以下简称“公约”或“生化公约”）。生化公约有效。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'defined-short bwc-1972 公约 →0',
      'defined-short bwc-1972 生化公约 →0',
      'defined-short bwc-1972 生化公约 →0',
    ],
  ],
  [
    'other words that define: 下称, 以下称, 简称, 以下統稱',
    '《甲乙水约协定》（下称《水约》）、《甲乙山约协定》（以下称《山约》）、《甲乙路约协定》（简称《路约》）、《甲乙橋約協定》（以下統稱《橋約》）。',
    [
      'full ? 《甲乙水约协定》',
      'defined-short ? 《水约》 →0',
      'full ? 《甲乙山约协定》',
      'defined-short ? 《山约》 →2',
      'full ? 《甲乙路约协定》',
      'defined-short ? 《路约》 →4',
      'full ? 《甲乙橋約協定》',
      'defined-short ? 《橋約》 →6',
    ],
  ],
  [
    'an article on terms: the short form stands before the title',
    '“公约”系指《关于难民地位的公约》。缔约国履行公约义务。',
    ['defined-short refugees 公约', 'full refugees 《关于难民地位的公约》', 'defined-short refugees 公约 →1'],
  ],
  [
    'a title without 《》 that only its short form tells',
    '根据2001年5月4日签署的甲国和乙国引水工程协定（以下简称“协定”），双方履行协定。',
    [
      'unbracketed ? 甲国和乙国引水工程协定 2001-05-04 签署',
      'defined-short ? 协定 →0',
      'defined-short ? 协定 →0',
    ],
  ],
  [
    'a text that calls itself so after defining',
    '兹缔结本协定（以下简称“协定”）。协定自签字之日起生效。',
    ['self ? 本协定', 'defined-short ? 协定 →0', 'defined-short ? 协定 →0'],
    '甲乙引水协定',
  ],
  [
    'a definition reaches no further back than itself',
    '履行公约义务。\n《关于难民地位的公约》（以下简称“公约”）。履行公约义务。',
    [
      'full refugees 《关于难民地位的公约》',
      'defined-short refugees 公约 →0',
      'defined-short refugees 公约 →0',
    ],
  ],
  [
    'a bare genus word in a text about one treaty',
    '不扩散核武器条约签署十周年。条约规定三大支柱。各国遵守条约，违反条约的行为应受谴责。',
    [
      'unbracketed npt-1968 不扩散核武器条约',
      'undefined-short npt-1968 条约 →0',
      'undefined-short npt-1968 条约 →0',
      'undefined-short npt-1968 条约 →0',
    ],
  ],
  [
    'but not in compounds, nor where it is any treaty',
    '不扩散核武器条约签署十周年。条约国、条约法、条约义务、条约体系、国际条约、双边条约、签订条约、各项条约。',
    ['unbracketed npt-1968 不扩散核武器条约'],
  ],
  [
    'nor with another kind of word',
    '双方签署《甲乙航空协定》和《关于难民地位的公约》。协定关税、公约数、宣言书、双方声明、双方计划。',
    ['full ? 《甲乙航空协定》 签署', 'full refugees 《关于难民地位的公约》'],
  ],
  [
    'nor where two are named, but right after one of them',
    '《不扩散核武器条约》有效。\n《集体安全条约》有效。\n条约规定甲。\n《集体安全条约》签署，加快条约修订谈判。',
    [
      'full npt-1968 《不扩散核武器条约》',
      'full csto 《集体安全条约》',
      'full csto 《集体安全条约》',
      'undefined-short csto 条约 →2',
    ],
  ],
  [
    'the end of a name in running text',
    '甲国停战协定签字。停战协定的签订是第一步，停战协定生效。丙国停战协定不计。',
    [
      'unbracketed armistice 甲国停战协定',
      'undefined-short armistice 停战协定 →0',
      'undefined-short armistice 停战协定 →0',
    ],
  ],
  [
    'a whole title again, without 《》',
    '《甲国引水工程协定》有效，甲国引水工程协定长存。',
    ['full ? 《甲国引水工程协定》', 'unbracketed ? 甲国引水工程协定 →0'],
  ],
]);

test('a short form introduced behind a title that begins with another stands for the whole', () => {
  assert.deepEqual(referencesIn('双方签署《不扩散核武器条约》1996年议定书（以下简称《纲要》）。'), [
    'unbracketed ? 《不扩散核武器条约》1996年议定书 签署',
    'full npt-1968 《不扩散核武器条约》',
    'defined-short ? 《纲要》 →0',
  ]);
  assert.deepEqual(referencesIn('《不扩散核武器条约》1996年议定书本条约（以下简称《纲要》）。'), [
    'unbracketed ? 《不扩散核武器条约》1996年议定书',
    'full npt-1968 《不扩散核武器条约》',
    'defined-short ? 《纲要》',
  ]);
});
