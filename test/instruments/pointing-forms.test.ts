import { testExamples } from './marked.ts';

testExamples([
  [
    'of two parties, among several',
    '《甲和约》、《中日和约》和《乙和约》有效。此一双边和约第一条有效，和约第二条也有效。',
    [
      'full ? 《甲和约》',
      'full ? 《中日和约》',
      'full ? 《乙和约》',
      'anaphor ? 此一双边和约 →1',
      'undefined-short ? 和约 →1',
    ],
  ],
  [
    'documents pointed at from below: all of the paragraph',
    '《禁止生物武器公约》有效。后来发布《甲乙共同宣言》。前述文件均有效力。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full ? 《甲乙共同宣言》 发布',
      'anaphor bwc-1972+《甲乙共同宣言》 前述文件',
    ],
  ],
  [
    'told by the date, from what was named or by its very day',
    '2008年签署《甲国和乙国关于合作的联合声明》。2008年联合声明有效，1998年联合声明不计。1982年8月17日联合公报有效，1983年联合公报不计。',
    [
      'full ? 《甲国和乙国关于合作的联合声明》 2008 签署',
      'undefined-short ? 联合声明 →0',
      'undefined-short blue-1982 联合公报',
    ],
  ],
  [
    'two words joined are of any',
    '《甲乙航空协定》有效，一切条约与协定都要遵守。',
    ['full ? 《甲乙航空协定》'],
  ],
  [
    'two kinds pointed at together',
    '《禁止生物武器公约》和《甲乙航空协定》有效。上述公约和协定仍然有效。',
    [
      'full bwc-1972 《禁止生物武器公约》',
      'full ? 《甲乙航空协定》',
      'anaphor bwc-1972+《甲乙航空协定》 上述公约和协定',
    ],
  ],
  [
    'by which one acts, and what follows from something',
    '《甲乙航空协定》有效，根据此协定，双方开航。因此协定要执行。',
    ['full ? 《甲乙航空协定》', 'anaphor ? 此协定 →0'],
  ],
  [
    'how many have made it is no part of its name',
    '《甲乙和约》有效。此一双边和约的缔约国会谈。',
    ['full ? 《甲乙和约》', 'anaphor ? 此一双边和约 →0'],
  ],
  [
    'a short form in brackets with nothing before it',
    '《甲国和乙国关于边境铁路的换文》（铁路换文）有效。双方履行铁路换文。《甲乙航空协定》（草案）不计。',
    [
      'full ? 《甲国和乙国关于边境铁路的换文》',
      'defined-short ? 铁路换文 →0',
      'defined-short ? 铁路换文 →0',
      'full ? 《甲乙航空协定》 draft',
    ],
  ],
]);
