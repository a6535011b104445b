import type { RuleId } from '../../server/src/artefacts/artefact.ts';
import type { HouseStyle } from '../../server/src/artefacts/house-style.ts';
import type { Profile } from '../../server/src/artefacts/profile.ts';

/** What a rule has to work hardest on: texts made of one unit over and over, on one line or on many. */
export interface WorstCase {
  /** What it finds, and what nearly is such a thing: there a pattern goes back and begins again. */
  readonly units: readonly string[];
  /** The profile in which it looks at everything; absent: that of a newspaper page. */
  readonly profile?: Profile;
  readonly style?: Partial<HouseStyle>;
}

/** Of every raw-stage rule. */
export const worstCases: Readonly<Partial<Record<RuleId, readonly WorstCase[]>>> = {
  'unbalanced-mark': [{ units: ['“', '”', '（《', '）'] }],
  'title-mark-nesting': [{ units: ['《国〉', '《〈', '〉'] }],
  'straight-quote': [{ units: ['"国"', '"', "'"] }],
  'middle-dot': [{ units: ['国•', '尼克松.理查德', '・'] }],
  'look-alike': [{ units: ['5月1曰', '入', '三干'] }],
  'half-width-mark': [{ units: ['国,', '国(国)', '(', '国.国', '1,'] }],
  'angle-for-title': [{ units: ['<国>', '<', '《国＞', '«条约'] }],
  'bracket-spacing': [{ units: ['国 （', '国  '] }],
  'compatibility-ideograph': [{ units: ['\uf98e', '\ufa19', '\ud87e'] }],
  'dash-item-mark': [{ units: ['──', '--国\n'] }],
  'dash-item-spacing': [{ units: ['——  国\n', '—— '] }],
  'digit-spacing': [
    { units: ['国 1 年', '1,', '1.1－', '１ '] },
    { units: ['国1年', '国  1 '], style: { digitSpacing: 'one' } },
  ],
  'doubled-mark': [{ units: ['国，，', '，'] }],
  ellipsis: [{ units: ['国...', '.', '。。。'] }],
  'full-width-alphanumeric': [{ units: ['Ａ１', 'Ａ', '１国'] }],
  'invisible-character': [{ units: ['国\u200b', '\u200b', 'a\u00ad', '\u200d'] }],
  'jump-mark': [{ units: ['（下转第7版）', '（下转第', '（ 下 转 第 '] }],
  'jump-mark-spacing': [{ units: [' （下转第7版）', ' \u3000'] }],
  'kangxi-radical': [{ units: ['⽅', '⼀、', '“⽔”'] }],
  'letter-spacing': [{ units: ['中 ', '第 一 ', '中 华 人民\n'] }],
  'line-break': [{ units: ['双方同意\n', '双方同意\n\n', '国'] }],
  'line-edge-space': [{ units: [' 国 \n', ' '] }],
  'mark-spacing': [{ units: ['“ 国 ”', '“ ', ' ，  '] }],
  'numeral-dash': [{ units: ['第—条', '十—'] }],
  'page-number': [{ units: ['双方同意\n— 12 —\n', '12\n'] }],
  'radical-supplement': [{ units: ['⻓', '⺡', '⻓、'] }],
  'running-head': [{ units: ['外交文献选编\n第1页\n', '人民日报2031年5月9日第3版\n'] }],
  'unreadable-character': [{ units: ['\ue001', '国\ufffd', '(cid:1', '(cid:12)', '\ud800'] }],
  'wide-space': [{ units: ['中\u3000', '中国\u3000人民\u00a0', '中\u3000\u3000'] }],
  'word-spacing': [{ units: ['联合 国 海 洋 ', '联合 国，', '国 , ', 'a 国 '], profile: 'ocr' }],
  'year-dash': [{ units: ['2031－2032年', '2031－', '2031  －  ', '1949-86'] }],
  'zero-circle': [{ units: ['二○二四年', '○'] }],
  'zero-letter': [{ units: ['二O二四年', 'O', '1O1l'] }],
  'footnote-mark': [{ units: ['和平①', '国[1]', '[1', '〔'] }],
  'doubled-line': [{ units: ['双方同意继续扩大合作\n', '国'] }],
  'dropped-segment': [{ units: ['双方同意\n双方同意继续扩大各领域互利合作\n'] }],
  'stray-article': [{ units: ['（2031年5月9日）\n', '（二〇三一年'] }],
  'interleaved-columns': [{ units: ['双方同意继续\n加强各领域的互利合作关系\n', '双方\n'] }],
};

/** What the rules of the reading stage have to work hardest on; each unit over and over. */
export const readingWorstCases: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  'missing-stop': ['双方商定，设立工作组。工作组每年至少在两国轮流举行一次会议\n', '国，'],
  'instrument-near-miss': ['《不扩散核武器条的》', '《不扩散核武器', '双方恪守《核武器条约的条约》\n'],
  'instrument-date': [
    '1901年7月18日签署的《不扩散核武器条约》',
    '《不扩散核武器条约》于1901年1月1日生效',
    '1901年7月18日',
  ],
  'name-variant': ['《甲国和乙国湿地候鸟保护协定》《甲国和乙国湿地候鸟保扩协定》', '《'],
  numbering: [
    '第一条 双方合作。\n第一条 双方合作。\n',
    '1. 双方合作。\n3. 双方通报。\n',
    '第一条 双方：\n1. 合作；\n2. 通报；\n',
    '一、总则\n（一）合作；\n1. 互访；\n（1）会谈；\n① 通报；\n③ 磋商；\n（3）会议；\n3. 访问；\n（三）交流。\n',
    '1.1 合作\n1.3 We cooperate.\n',
    '第三条\n第二条\n第一条\n',
  ],
  'stray-item': [
    '第一条 双方合作。\n（二）双方通报。\n',
    '第一条 双方合作（通报（互访。\n（二）双方通报。\n（四）双方通报。\n',
    '双方合作。\n——双方通报。\n',
    '一\n双方合作。\n——双方通报。\n',
  ],
  'empty-section': ['第一条\n双方合作。\n第二条\n双方通报。\n第三条\n', '第一章 总则\n', '一\n二\n三\n'],
  'premature-date': [
    '应甲国邀请，乙国于2032年5月3日访问甲国。\n',
    '2031年5月3日于云城\n2033年签署了',
    '声明\n（2031年5月3日）\n双方应邀请邀请2032年5月3日访问，2032年签署签署\n',
  ],
  'differing-dates': ['2031年5月3日于云城\n', '声明\n（2031年5月3日）\n2032年6月5日于于于云城签\n', '2031年'],
  'missing-provision': [
    '第一条 双方合作。\n第二条 双方通报。\n第三条 依照第八条生效。\n',
    '第一条 合作。\n第二条 通报。\n第三条 第八条第八条、第八条第一款和第八条生效第（第（\n',
    '第一条 合作。\n第二条 通报。\n第三条 本条约公约的第八条（（生效公约（\n',
  ],
  'impossible-date': ['2031年13月32日', '二〇三一年十三月', '1月'],
};
