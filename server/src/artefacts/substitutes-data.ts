/**
 * CJK Radicals Supplement, U+2E80–2EF3, with the characters that the file EquivalentUnifiedIdeograph.txt of the
 * Unicode Character Database (18.0) gives them; those outside the BMP are left out.
 */

/** A radical and its character, in pairs. */
function pairs(list: string): ReadonlyMap<number, string> {
  return new Map(list.split(' ').map((pair) => [pair.charCodeAt(0), pair.slice(1)]));
}

/**
 * Whole characters, which fonts draw with one glyph for both code points, so that an extraction may take the
 * wrong one. Vetted one by one by the code chart of the block against that of the ideograph: the same strokes in
 * the same places, a character that a Chinese text uses by itself. Shapes squeezed to the side, top or bottom of a
 * character (⺅ ⺌ ⺩ ⺮ ⻌ ⻏ ⻗), parts that are no character of a text (⺡ ⻂ ⻖ ⻐), forms of Japan
 * (⻫ ⻭ ⻯ ⻲) and look-alikes of another stroke (⺁ ⺄ ⺊ ⺜ ⺝ ⺬ ⺼ ⺽) are not among them.
 */
export const radicalsOfTheSameShape = pairs(
  '⺒巳 ⺓幺 ⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻱龜 ⻳龟',
);

/** The others: what they stand for is for a person to see. */
export const radicalsOfTheirOwnShape = pairs(
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺔彑 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻂衤 ⻃覀 ⻈讠 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻒镸 ⻖阝 ⻗雨 ⻟飠 ⻠饣 ⻫斉 ⻭歯 ⻯竜 ⻲亀',
);
