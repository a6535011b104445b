/**
 * Traditional characters with their simplified forms: those that titles end in, and those of the words that point at
 * an instrument or tell of it. No whole conversion; each is one character for one.
 * Source: the List of Simplified Characters (简化字总表).
 */
const PAIRS =
  '約约條条協协議议聲声聯联報报憲宪規规綱纲備备錄录換换決决願愿識识劃划計计畫划圖图線线書书則则領领點点戰战構构諒谅訂订會会談谈紀纪聞闻總总後后這这該该項项個个兩两數数幾几種种國国際际' +
  '簽签結结發发補补臨临時时雙双邊边間间貿贸經经濟济術术運运輸输環环護护衛卫業业漁渔農农礎础關关係系統统執执實实譯译釋释過过並并與与為为無无歷历義义偉伟莊庄嚴严罰罚稅税徵征權权區区廣广' +
  '東东長长陸陆開开門门軍军聖圣親亲爭争認认讓让論论單单獨独進进選选擇择適适遞递還还達达遠远邁迈鄰邻鐵铁鎮镇銷销錢钱錯错隊队階阶隨随險险離离難难雲云電电題题類类顧顾養养華华萬万葉叶蘇苏' +
  '藝艺處处號号裝装製制複复見见觀观訪访設设許许訴诉診诊詞词試试話话誠诚語语說说請请諸诸講讲證证變变讀读貨货質质貫贯責责資资賓宾賠赔購购贈赠車车載载輔辅連连週周遺遗郵邮醫医鈾铀銀银鋼钢' +
  '對对專专將将導导屆届層层島岛師师帶带幣币廳厅張张強强彈弹徑径從从復复態态慶庆應应懷怀戶户擁拥擔担據据擴扩擊击敵敌斷断於于顯显曆历極极機机橋桥檢检歐欧歲岁歸归殺杀氣气沒没況况洩泄準准' +
  '滅灭漢汉潛潜澤泽災灾爾尔狀状獲获現现產产畢毕異异當当療疗盡尽監监眾众確确禮礼禦御穩稳積积窮穷競竞籌筹級级純纯納纳細细終终組组絕绝給给維维緊紧編编緩缓練练縣县績绩續续繼继職职脫脱興兴' +
  '舉举艦舰藥药蘭兰虜虏虧亏衝冲裡里';

/** By traditional character, the simplified one. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i): [string, string] => [PAIRS[2 * i]!, PAIRS[2 * i + 1]!]),
);

/** By UTF-16 code unit, that of the simplified form; 0 where there is nothing to fold. A table, because all text passes. */
const FOLDED_UNITS = new Uint16Array(0x10000);
for (const [traditional, simplified] of SIMPLIFIED) {
  FOLDED_UNITS[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
}

/** The text with the characters of the table brought to simplified form; as long as it was. */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length && FOLDED_UNITS[text.charCodeAt(at)] === 0) at++;
  if (at === text.length) return text;
  return Array.from({ length: text.length }, (_, i) => {
    const folded = FOLDED_UNITS[text.charCodeAt(i)]!;
    return folded === 0 ? text.charAt(i) : String.fromCharCode(folded);
  }).join('');
}
