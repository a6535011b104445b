import { testExamples } from './marked.ts';

testExamples([
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
