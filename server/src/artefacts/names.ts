/**
 * The commonest surnames, simplified and traditional, with those of two characters. Source: the hundred commonest
 * of 《二〇二〇年全国姓名报告》 (Ministry of Public Security, 2021), and the beginning of 《百家姓》.
 */
const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪倪严牛温芦章鲁葛聂岳翟庄焦耿关欧' +
    '張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧賈葉閻鐘鍾鄒陸顧龍萬錢湯喬賀賴龔嚴溫蘆魯聶莊關歐',
);
const compounds = new Set('欧阳 司马 上官 诸葛 司徒 歐陽 司馬 諸葛'.split(' '));

const hanAndSpaces = /^[\u3400-\u9fff\s]+$/;
const group = /^[\u3400-\u9fff]{2,4}$/;
const one = /^[\u3400-\u9fff]$/;

/** A longer line is no list of names that stands by itself. */
const longest = 400;

/**
 * Whether a line is a list of names with spaces between them, where a name of two characters is set as wide as one
 * of three: `毛泽东 刘少奇 朱 德`. Such spaces are the print's own.
 */
export function isListOfNames(line: string): boolean {
  if (line.length > longest || !hanAndSpaces.test(line)) return false;
  const parts = line.trim().split(/[\s]+/);
  let names = 0;
  let known = 0;
  let whole = 0;
  for (let i = 0; i < parts.length; i++) {
    let name = parts[i]!;
    if (group.test(name)) whole++;
    else if (one.test(name) && one.test(parts[i + 1] ?? '')) name += parts[++i]!;
    else return false;
    names++;
    if (surnames.has(name.charAt(0)) || compounds.has(name.slice(0, 2))) known++;
  }
  return names > 1 && whole > 0 && known * 4 >= names * 3;
}
