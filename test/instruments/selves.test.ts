import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selfOf } from '../../server/src/instruments/self.ts';
import { statementOf } from '../statement/outline.ts';
import { testExamples } from './marked.ts';

testExamples([
  [
    'what two have issued as follows is the document itself',
    '双方发表联合声明如下：一、愿意合作。甲国声明如下：同意。',
    ['undefined-short ? 联合声明'],
    '甲国和乙国联合声明',
  ],
  ['a headline that ends so is no statement itself', '公报说，双方愿意合作。', [], '甲国和乙国发表联合公报'],
  [
    'whatever kind of one it calls itself',
    '本停战协定、本临时补充协议、本附加议定书、本协议书、本合作框架协定、本《协定》、本換文。',
    '本停战协定 本临时补充协议 本附加议定书 本协议书 本合作框架协定 本《协定》 本換文'
      .split(' ')
      .map((words) => `self ? ${words}`),
    '甲国和乙国引水协定',
  ],
  [
    '本 of other words',
    '日本条约、基本协定、资本协议、版本声明、本着协定精神、本国条约、本届宣言。',
    [],
    '甲国和乙国引水协定',
  ],
  [
    'one name of two is told by the date of the document',
    '本公报公布。',
    ['self blue-1982 本公报'],
    { title: '甲国和乙国联合公报', date: '1982-08-17' },
  ],
  [
    'or by its year, since newspapers print a day late',
    '本公报公布。',
    ['self blue-1972 本公报'],
    { title: '甲国和乙国联合公报', date: '1972-02-27' },
  ],
  [
    'without a date it is either',
    '本公报公布。',
    ['self ?blue-1972|blue-1982 本公报'],
    { title: '甲国和乙国联合公报' },
  ],
  [
    'a title that is nothing but its kind is told by the day and the parties',
    '双方就联合公报达成协议。公报全文如下：\n联合公报\n本公报公布。',
    ['undefined-short blue-1972 联合公报', 'undefined-short blue-1972 公报', 'self blue-1972 本公报'],
    { title: '联合公报', date: '1972-02-27', opening: '应甲国邀请，乙国总统访问。' },
  ],
  [
    'of other parties it is another',
    '本公报公布。',
    ['self ? 本公报'],
    { title: '联合公报', date: '1972-02-27', opening: '应丙国邀请，丁国总统访问。' },
  ],
  ['labels before a title', '本公约有效。', ['self law-of-the-sea 本公约'], '标题 [转载] 联合国海洋法公约'],
  [
    'another document in the same file',
    '本协定有效。\n甲国和乙国引水协定附加议定书\n本议定书有效，本协定亦然。',
    ['self ? 本协定', 'self ? 本议定书', 'self ? 本协定'],
    '甲国和乙国引水协定',
  ],
  [
    'the text of what was named before it',
    '与对方签订了甲国停战协定。\n[附] 甲国最高司令官一方与乙国总司令另一方关于甲国军事停战的协定\n本停战协定生效。',
    ['unbracketed armistice 甲国停战协定 签订', 'self armistice 本停战协定'],
    '甲国发布的停战命令',
  ],
  [
    'what is called otherwise than its title is not known',
    '本协议有效。',
    ['self ? 本协议'],
    '甲国发布的停战命令',
  ],
  [
    'in its own title it cites nothing',
    '甲国和乙国联合公报（1972年）\n联合国海洋法公约 全文\n标题 联合国宪章',
    [],
  ],
]);

const selfIn = (text: string) => {
  const { tree, kind } = statementOf(text);
  return selfOf(tree, kind, text);
};

test('the date of a document is told by its title, its date line, its closing, or its first words', () => {
  const body = '双方声明如下：\n一\n甲。\n二\n乙。';
  assert.equal(selfIn(`甲乙联合声明\n（2024年5月16日于山城）\n${body}`).date, '2024-05-16');
  assert.equal(selfIn(`甲国和乙国航空协定\n${body}\n二〇一一年九月二日订于山城。`).date, '2011-09-02');
  assert.equal(selfIn(`甲乙联合公报\n甲国总统于1972年2月21日至28日访问乙国。\n${body}`).date, '1972-02-21');
  assert.equal(selfIn(`甲乙联合声明\n${body}`).date, undefined);
});
