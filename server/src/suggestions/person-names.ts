import { knownNames } from './names.ts';

/** Surnames of which a Chinese name of two or three characters is likely. Source: the hundred and more most common ones. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤习温栗乔姬耿傅乌塔楼倪迟戚齐柯古翁祁冉巫华岳翟伍项施殷聂章辛柴阮黄文裴元';
const DOUBLE_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容'];
/** Characters that foreign names are written with. Source: the tables of transliteration of Xinhua, in part. */
const FOREIGN = new Set(
  '阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕别宾波勃博布茨查察楚达戴丹当道德登邓迪蒂丁杜多顿厄恩尔法凡菲费芬弗夫福佛甫富盖甘冈高戈哥格葛根古瓜果哈海汉豪赫亨洪胡华霍基吉加贾简娇杰捷金京卡凯坎康考科克肯库奎拉莱赖兰朗劳勒雷黎里理利莉立列廉林琳留龙卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明摩莫默姆木穆纳娜奈南内尼涅宁纽农努诺欧帕派潘庞佩彭蓬皮匹平珀普朴齐契恰乔切琼丘茹让热日荣儒瑞若撒萨塞赛桑瑟森沙山珊莎舍申圣施史什士舒斯丝司松苏索塔泰坦汤唐陶特滕腾提图托陀瓦万旺威韦维魏温文翁沃乌伍武西希锡夏晋香肖谢辛欣休许雅亚延扬耶叶伊依易因约济英雍赞泽扎詹珍芝朱兹子佐',
);
/** What follows a name and is none of it. */
const AFTER =
  '同与和及会在于对向表说访出主发致应就将等的，。、；：（）并还也自是为强指认重介回感祝代以从到抵赴举进参签先女阁博夫中总外';
const DOTS = '·•・．.‧';

/** 弗拉基米尔· of 弗拉基米尔·普京: dots bound them, so that any character may stand in them. */
const FIRST_NAMES =
  /(?:(?:[A-Z]|(?:(?![还与和同及在于对向会就将等的了并是由被从])[一-鿿]){1,8}) ?[·•・．.‧] ?){1,4}/y;
/** What follows a name and is written with the same characters: 亨利·基辛格博士. */
const STYLED = /^(?:博士|阁下)/;

const isHan = (character: string) => /[一-鿿]/.test(character);
/** In UTF-16: a name of a person is no longer. */
const LONGEST = 24;

/** Where the name of a person ends that begins at `at`; undefined where none does. All offsets UTF-16. */
export function endOfName(text: string, at: number): number | undefined {
  return endOfForeign(text, at) ?? endOfChinese(text, at);
}

/** 弗拉基米尔·普京, 弗·弗·普京, 普京 */
function endOfForeign(text: string, at: number): number | undefined {
  FIRST_NAMES.lastIndex = at;
  const first = FIRST_NAMES.exec(text)?.[0].length ?? 0;
  let end = at + first;
  while (end < at + LONGEST && FOREIGN.has(text.charAt(end))) {
    if (end > at && (isKnown(text, end) || STYLED.test(text.slice(end, end + 2)))) break;
    end++;
  }
  if (first > 0) return end > at + first ? end : undefined;
  return end - at >= 2 && !looksChinese(text, at, end) ? end : undefined;
}

/** A run of two or three such characters may be a Chinese name as well, which may be longer: 马朝旭. */
function looksChinese(text: string, at: number, end: number): boolean {
  return end - at < 3 && SURNAMES.includes(text.charAt(at)) && !AFTER.includes(text.charAt(end));
}

function endOfChinese(text: string, at: number): number | undefined {
  const double = DOUBLE_SURNAMES.includes(text.slice(at, at + 2));
  if (!double && (!SURNAMES.includes(text.charAt(at)) || text.charAt(at) === '')) return undefined;
  const given = at + (double ? 2 : 1);
  if (!isHan(text.charAt(given)) || isKnown(text, at)) return undefined;
  const next = text.charAt(given + 1);
  const two = isHan(next) && !AFTER.includes(next) && !isKnown(text, given + 1);
  return given + (two ? 2 : 1);
}

function isKnown(text: string, at: number): boolean {
  return knownNames.at(text, at) !== undefined;
}

/** Where the name begins that ends at `end`, as before a title (周恩来总理, 尼克松总统); undefined where none does. */
export function startOfName(text: string, end: number): number | undefined {
  let start = end;
  while (start > 0 && end - start < LONGEST) {
    const character = text.charAt(start - 1);
    if (!FOREIGN.has(character) && !DOTS.includes(character)) break;
    start--;
  }
  while (start < end && DOTS.includes(text.charAt(start))) start++;
  if (end - start >= 2 && !holdsKnown(text, start, end)) return start;
  for (const length of [3, 2]) {
    const from = end - length;
    if (from < 0 || holdsKnown(text, from, end)) continue;
    if (endOfChinese(text, from) === end || (length === 3 && SURNAMES.includes(text.charAt(from))))
      return from;
  }
  return undefined;
}

/** Whether the name of a state or a place reaches into a stretch: the 罗斯 of 俄罗斯总统 is nobody. */
function holdsKnown(text: string, start: number, end: number): boolean {
  for (let at = Math.max(0, start - 6); at < end; at++) {
    const known = knownNames.at(text, at);
    if (known !== undefined && known.end > start) return true;
  }
  return false;
}
