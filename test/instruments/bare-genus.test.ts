import { testExamples } from './marked.ts';

testExamples([
  [
    'a convention that the text has named, and no other: its bare word in many places',
    '大使谈到《禁止生物武器公约》。在公约框架内，各国要加强公约机制，签署公约的国家应履行公约义务。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'undefined-short bwc-1972 公约 →0',
      'undefined-short bwc-1972 公约 →0',
      'undefined-short bwc-1972 公约 →0',
      'undefined-short bwc-1972 公约 →0',
    ],
  ],
  [
    'a compound, a plural, and another of the kind are none',
    '《禁止生物武器公约》有效。有关公约、各项公约、国际公约、人权公约和这方面的公约，以及条约法、条约义务。',
    ['full bwc-1972 《禁止生物武器公约》'],
  ],
  [
    'an article is cited of the one that was named last, item by item',
    '一、《禁止生物武器公约》中国政府声明：对公约第三条所作的保留仍有效。\n二、《关于难民地位的公约》中国政府声明：根据公约第四条，不受约束。\n（一）根据公约第五条的规定，指定某处。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'undefined-short bwc-1972 公约 →0',
      'full refugees 《关于难民地位的公约》',
      'undefined-short refugees 公约 →2',
      'undefined-short refugees 公约 →2',
    ],
  ],
  [
    'which of two is not said: none where the word would stand as well for either',
    '《禁止生物武器公约》和《关于难民地位的公约》都有人谈到。要加强公约机制，公约第五条有效。',
    ['full bwc-1972 《禁止生物武器公约》', 'full refugees 《关于难民地位的公约》'],
  ],
  [
    'a statement says something; what a government states is no reference',
    '双方发表《甲国和乙国联合声明》。\n声明指出，双方愿意合作。外交部声明，此事已经结束。甲国政府声明：愿意合作。根据声明，双方将会谈。',
    ['full ? 《甲国和乙国联合声明》 发表', 'undefined-short ? 声明 →0', 'undefined-short ? 声明 →0'],
  ],
  [
    'an agreement that is kept',
    '各方达成《甲乙全面协议》。各方要忠实履行协议，并就此事达成协议。',
    ['full ? 《甲乙全面协议》 达成', 'undefined-short ? 协议 →0'],
  ],
  [
    'a short form after a verb of signing',
    '《甲国和乙国友好同盟互助条约》已经生效。由于签订友好同盟互助条约，双方会谈。',
    ['full ? 《甲国和乙国友好同盟互助条约》', 'undefined-short ? 友好同盟互助条约 →0'],
  ],
]);
