/** The names of the kinds of statement, simplified and traditional, as they end a title. */
const kinds =
  '联合声明|聯合聲明|联合公报|聯合公報|新闻公报|新聞公報|公报|公報|联合宣言|聯合宣言|宣言|声明|聲明|条约|條約|协定|協定|协议|協議|议定书|議定書|公约|公約|备忘录|備忘錄|会谈纪要|會談紀要|换文|換文|宪章|憲章|规约|規約|行动计划|行動計劃|纲要|綱要';
const titleEnd = new RegExp(`(?:${kinds})[》”」]?(?:[（(〔[][^）)〕\\]]{0,20}[）)〕\\]])?$`);

/** Who makes statements: states and what they form. */
const makers =
  /共和国|共和國|联邦|聯邦|王国|王國|联盟|聯盟|政府|双方|雙方|两国|兩國|各国|各國|缔约|締約|当事国|當事國|联合国|聯合國|峰会|峰會|国家元首|國家元首|组织|組織/;

/** How many characters of a file's head are looked at, UTF-16. */
export const headLength = 3000;

/**
 * Whether a text that begins so reads like a joint statement, communiqué, declaration or treaty: within its
 * first dozen lines one ends as a title does, and states are spoken of. Spaces between the characters, as a
 * newspaper's extraction has them, do not matter.
 */
export function looksLikeStatement(head: string): boolean {
  const lines = head
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ''))
    .filter(Boolean)
    .slice(0, 12);
  const titled = lines.some((line) => line.length <= 60 && titleEnd.test(line));
  return titled && makers.test(lines.join('').slice(0, 600));
}
