import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { hover } from '../../server/src/features/hover.ts';
import { cardOfInstrument } from '../../server/src/features/instrument-card.ts';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import { loadRegistry } from '../../server/src/instruments/registry.ts';
import { setLanguage } from '../../server/src/l10n/language.ts';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { summaryOf } from '../../server/src/workspace/summary.ts';
import { StatementIndex } from '../../server/src/workspace/workspace-index.ts';
import { withCursor } from './sample.ts';

const instruments: readonly Instrument[] = [
  {
    id: 'wetlands-2031',
    kind: 'agreement',
    names: { zh: '甲国和乙国湿地保护协定', zhShort: ['甲乙湿地协定'], en: 'Wetlands *Agreement*' },
    parties: ['CN', 'MN', 'EAEU'],
    adopted: { place: 'Geneva', date: '2031-05' },
    inForce: '2032-01-02',
    status: 'in-force',
    registration: '1 UNTS 2',
    link: 'https://example.org/a<b',
    note: { zh: '有效期十年。', en: 'Concluded for ten years.' },
    provisions: [
      { zh: '附有湿地*清单*', en: 'a list of *wetlands* is annexed' },
      { article: '5', zh: '不得排干湿地', en: 'no wetland may be drained' },
      { article: '7(2)', zh: '每年会晤', en: 'the parties meet every year' },
      { article: '附件二', zh: '水位', en: 'levels of water' },
    ],
    sources: {
      'adopted.date': 'Gazette of A, 2031',
      'adopted.place': 'Gazette of A, 2031',
      status: 'Ministry of B',
      inForce: 'Ministry of B',
    },
  },
  {
    id: 'a',
    kind: 'draft',
    names: { zh: '河流公约' },
    status: 'draft',
    adopted: { date: '2001' },
    sources: {},
  },
  { id: 'b', kind: 'convention', names: { zh: '河流公约' }, adopted: { date: '2002' }, sources: {} },
];
const registry = loadRegistry(instruments);
const service = createStatementService(registry);
const index = new StatementIndex();

function card(marked: string, markdown = false): string | null {
  const { text, offset } = withCursor(marked);
  const snapshot = {
    uri: 'file:///a',
    version: 1,
    analysis: service.analyse(text),
    lines: new LineTable(text),
  };
  const found = hover(snapshot, offset, { registry, index }, markdown);
  return found && (found.contents as { value: string }).value;
}

afterEach(() => setLanguage('en'));

test('a known instrument: every fact that is there, and how often it is cited', () => {
  assert.equal(
    card('双方恪守2031年5月签署的《甲国和乙国湿地▮保护协定》。双方满意《甲乙湿地协定》的执行情况。'),
    `《甲国和乙国湿地保护协定》
Wetlands *Agreement*
Agreement, in force¹
Also called: 甲乙湿地协定
Parties: China, Mongolia, EAEU
Signed: May 2031, Geneva²
In force since: 2 January 2032¹
Registration: 1 UNTS 2
Link: https://example.org/a<b
The text says: May 2031 签署
Cited here: 2 times, as 《甲国和乙国湿地保护协定》、《甲乙湿地协定》
Provisions
- a list of *wetlands* is annexed
- Article 5: no wetland may be drained
- Article 7(2): the parties meet every year
- 附件二: levels of water
Concluded for ten years.
¹ Ministry of B
² Gazette of A, 2031`,
  );
});

test('the same in Chinese', () => {
  setLanguage('zh-CN');
  const value = card('双方恪守《甲国和乙国湿地▮保护协定》。')!;
  for (const words of [
    '协定，有效¹',
    '缔约方：中国、蒙古、EAEU',
    '签署：2031年5月，Geneva²',
    '本文引用：1 次',
    '条款\n- 附有湿地*清单*\n- 第5条：不得排干湿地\n- 第7条第2款：每年会晤\n- 附件二：水位',
    '有效期十年。',
  ]) {
    assert.ok(value.includes(words), `${words} in ${value}`);
  }
});

test('as Markdown, no text becomes markup and the link is a link', () => {
  const value = card('双方恪守《甲国和乙国湿地▮保护协定》。', true)!;
  assert.ok(value.startsWith('**《甲国和乙国湿地保护协定》**\n\n'));
  assert.ok(value.includes('Wetlands \\*Agreement\\*'));
  assert.ok(value.includes('**Provisions**\n\n- a list of \\*wetlands\\* is annexed\n- Article 5'));
  assert.ok(value.includes('[example.org](<https://example.org/a%3Cb>)'));
});

test('two instruments that fit equally well are both shown, and neither is chosen', () => {
  assert.equal(
    card('双方恪守《河流▮公约》。'),
    `《河流公约》
May be: 《河流公约》 (2001)
May be: 《河流公约》 (2002)
Cited here: once
Several instruments fit equally well, and the text does not say which is meant.`,
  );
});

test('an instrument that nobody knows is said to be unknown', () => {
  assert.equal(
    card('双方将签署《甲乙渔业▮合作协定》。')?.split('\n').at(-1),
    'Not in the registry of instruments.',
  );
});

test('a short form of an unknown instrument says what it refers to, and counts with it', () => {
  assert.equal(
    card('双方将落实《甲乙2031年至2040年湿地合作规划纲要》。双方认为《▮纲要》意义重大。'),
    `《纲要》
Refers to: 《甲乙2031年至2040年湿地合作规划纲要》
Named: in line 1
Cited here: 2 times, as 《甲乙2031年至2040年湿地合作规划纲要》、《纲要》
Not in the registry of instruments.`,
  );
});

test('本协定 is told by the title and the date of the text itself, on its title too', () => {
  const title = '甲国和乙国渔业协定';
  const text = (one: string, other: string) =>
    `${one}\n\n第一条　本${other}适用于领海。\n\n本协定于二〇三一年五月二日在甲城签订。\n\n甲国代表　　　　乙国代表\n张三（签字）　　李四（签字）\n`;
  const told = `${title}
Dated: 2 May 2031
Cited here: 2 times
Not in the registry of instruments.`;
  assert.equal(card(text('甲国和▮乙国渔业协定', '协定')), told);
  assert.match(
    card(text(title, '▮协定'))!,
    /^甲国和乙国渔业协定\nDated: 2 May 2031\nNamed: in line 1\nCited here: 2 times/,
  );
});

test('a title that nothing cites says nothing of citing', () => {
  assert.equal(
    card('甲国和▮乙国渔业协定\n\n第一条　渔船挂旗。\n'),
    `甲国和乙国渔业协定
Not in the registry of instruments.`,
  );
});

test('a name in traditional characters is no other name, and sources are short', () => {
  const names = {
    zh: '河湖协定',
    zhHant: '河湖協定',
    zhShort: ['河协定'],
    zhHantShort: ['河協定', '河川協定'],
  };
  const long =
    'A list that somebody keeps of all the treaties there are, with a very long description; and another';
  const sources = { 'adopted.date': 'Registration, in someone/Treaties, makeTable.sql', inForce: long };
  const one: Instrument = {
    id: 'c',
    kind: 'treaty',
    names,
    sources,
    adopted: { date: '2001' },
    inForce: '2002',
  };
  const { facts, sources: told } = cardOfInstrument(one, registry);
  assert.equal(facts[0]!.text, '河协定、河川協定');
  assert.deepEqual(told, [
    '¹ Registration, in data set Treaties',
    '² A list that somebody keeps of all the treaties there are, with a very long description…',
  ]);
});

test('elsewhere there is nothing to say', () => {
  assert.equal(card('双▮方恪守《河流公约》。'), null);
  assert.equal(card('▮'), null);
});

test('how many other files cite it, and where it is named here', () => {
  for (const uri of ['file:///b', 'file:///c']) {
    const text = '丙国声明\n\n丙国恪守《甲国和乙国湿地保护协定》。\n';
    index.set(uri, summaryOf(service.analyse(text), new LineTable(text), registry));
  }
  const lines = card('双方恪守《甲国和乙国湿地保护协定》。\n\n该▮协定有效。')!.split('\n');
  assert.ok(lines.includes('Named: in line 1'));
  assert.ok(lines.includes('Cited here: 2 times, as 《甲国和乙国湿地保护协定》、该协定'));
  assert.ok(lines.includes('Cited elsewhere: in 2 other files'));
});

test('a date that is not the one of the registry is shown beside it', () => {
  assert.match(
    card('双方恪守2031年7月18日签署的《甲国和乙国湿地▮保护协定》。')!,
    /The text says: 18 July 2031 签署 \(but the registry has May 2031\)/,
  );
});
