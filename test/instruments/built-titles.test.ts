import { testExamples } from './marked.ts';

testExamples([
  [
    'one that is not there yet, by what it shall forbid',
    '立即谈判缔结互不首先使用核武器条约，并缔结一项公正的条约。',
    ['unbracketed ? 互不首先使用核武器条约 缔结'],
  ],
  [
    'parties before a name that is known without them',
    '中国政府就中华人民共和国政府和大不列颠及爱尔兰联合王国政府关于难民地位的公约第三条说明。',
    ['unbracketed refugees 中华人民共和国政府和大不列颠及爱尔兰联合王国政府关于难民地位的公约'],
  ],
  [
    'parties by their long names; a bare word stands for it later',
    '今天发表的中华人民共和国和锡兰联合公报说，双方愿意合作。公报指出，来访成功。',
    ['unbracketed ? 中华人民共和国和锡兰联合公报 发表', 'undefined-short ? 公报 →0'],
  ],
  [
    'with 关于 in the middle, from the first party on',
    '通讯社电中华人民共和国和法兰西共和国关于共同保护山地、河流的联合声明全文如下，中华人民共和国政府和缅甸联邦政府关于边境贸易的议定书有效。',
    [
      'unbracketed ? 中华人民共和国和法兰西共和国关于共同保护山地、河流的联合声明',
      'unbracketed ? 中华人民共和国政府和缅甸联邦政府关于边境贸易的议定书',
    ],
  ],
  [
    'parties by one character each',
    '根据中英关于山城问题的联合声明，双方会谈。该联合声明有效。',
    ['unbracketed ? 中英关于山城问题的联合声明', 'anaphor ? 该联合声明 →0'],
  ],
  [
    'three parties, none with a conjunction',
    '中国、日本和蒙古渔业合作协定生效。中华人民共和国泰王国引渡条约也生效。',
    ['unbracketed ? 中国、日本和蒙古渔业合作协定', 'unbracketed ? 中华人民共和国泰王国引渡条约'],
  ],
  [
    'a protocol about another treaty is named once',
    '双方批准中国和蒙古关于执行文化合作协定的议定书。',
    ['unbracketed ? 中国和蒙古关于执行文化合作协定的议定书 批准'],
  ],
  [
    'what two do with some treaty is no title',
    '中国和日本签订条约。中国和法国同意遵守各项条约。中国与东盟有关国家关于边界签订的协定。中国和美国联合声明，愿意合作。中国和印度的协定。中国 锡兰 联合公报。中国和日本就渔业协定举行会谈。',
    [],
  ],
  [
    'a region',
    '以西太平洋公约和东南亚集体防务条约为依托，各国不参加任何公约，亚洲公约数不计。',
    ['unbracketed ? 西太平洋公约', 'unbracketed ? 东南亚集体防务条约'],
  ],
  [
    'in a list of what was signed',
    '双方签订下列文件：（一）甲乙友好条约；（二）关于山地铁路和河口的协定；（三）关于给予长期贷款的协定。上述条约与协定有效。关于山地铁路的协定不计。',
    [
      'unbracketed ? 关于山地铁路和河口的协定',
      'unbracketed ? 关于给予长期贷款的协定',
      'anaphor 《关于山地铁路和河口的协定》+《关于给予长期贷款的协定》 上述条约与协定',
    ],
  ],
]);
