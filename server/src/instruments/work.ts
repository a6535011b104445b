/**
 * What bears a title in 《》 and is no instrument: works of art and print by what they are called, and plans,
 * charters and decisions of one state or party by their titles and by who issued them.
 */

const WORK_BEFORE =
  /(?:电影|電影|影片|短片|大片|纪录片|紀錄片|故事片|动画片|電視劇|电视剧|剧集|话剧|話劇|歌剧|歌劇|舞剧|舞劇|京剧|京劇|音乐剧|交响曲|交响乐|大合唱|歌曲|乐曲|樂曲|组歌|油画|国画|雕塑|摄影展|图片展|专辑|專輯|专著|專著|著作|名著|小说|小說|诗歌|詩歌|长诗|图书|圖書|书籍|書籍|丛书|叢書|新书|教材|报纸|報紙|报刊|日报|杂志|雜誌|期刊|刊物|节目|節目|栏目|專欄|专栏|社论|社論|文章|绘本|漫画|漫畫|游戏|遊戲|一书|一書)$/;
const WORK_AFTER =
  /^(?:一书|一書|一文|一剧|一劇|一片|一诗|一歌|杂志|雜誌|周刊|週刊|报社|報社|电影|電影|节目|節目|栏目|影片|纪录片|纪实片|专题片|白皮书|白皮書|蓝皮书|绿皮书|展览|展覽|画展|图片展|奖|奬|獎|报(?!告)|報(?!告))/;
/** Longest of the words that call something a work. */
const LONGEST_CALL = 4;

/** Works, gazettes and papers of one party whose titles end as those of instruments do; folded. */
const KNOWN = new Set(['大公报', '共产党宣言', '独立宣言', '人权与公民权利宣言', '国务院公报', '共同纲领']);

const DOMESTIC_TITLE =
  /共产党|党(?:中央|内|章|的|员|委)|中共|国务院|政治协商|人民代表大会|人大常委会|人民法院|人民检察院|国民经济|[“"]?十[一二三四五六][”"]?五[”"]?|五年(?:规划|计划)|白皮书|政府工作|自治区|特别行政区|粤港澳|京津冀|长三角|长江|黄河|乡村|农村|西部大开发|全国(?!性)|(?:部|委|局|署|省|市|县|州|法院|行政区|自治区|(?<![两三四各]国)政府)(?:公报|公告|通告|宪报)$|(?:统计|普查|状况|质量|全会|全体会议)公报$/;
/** 《甲特别行政区政府和乙国政府…协定》 */
const OF_GOVERNMENTS = /政府[和与及同暨].*政府/;
/** Plans and strategies of several, as their titles say. */
const SEVERAL =
  /合作|联合|国际|全球|世界|区域|地区间|两国|三国|四国|五国|各国|各方|双边|多边|三方|四方|成员国|组织|峰会|论坛|共同|伙伴|走廊|互联互通|联合国|会议|中[美俄苏日英法德蒙韩朝越缅巴印尼阿哈吉塔乌土欧非拉澳新加泰老柬菲马白塞匈波]/;
/** The law of a court or a government, and not the act by which states found an organisation. */
const ORGAN_ACT = /组织法$/;
const ORGANISATION = /^(?!中华)(?=.*(?:国际|世界|万国|联合国|联盟|共同体|组织组织法|[欧亚非美]洲|太平洋))/;
const ISSUED =
  /(?:国务院|中共中央|党中央|中央|全国人大(?:常委会)?|人民代表大会|办公厅|委员会|财政部|商务部|教育部|科技部|外交部|[一-鿿]{2,6}[部委局署])[^，。；]{0,12}(?:印发|发布|公布|出台|通过|批准|审议)(?:的|了)?$/;
const PRINTED = /(?:印发|出台|颁布实施|制定实施)(?:的|了)?$/;
const LONGEST_ISSUER = 28;
/** 双方批准的《…》 */
const BY_SEVERAL = /(?:双方|两国|各方|三方|三国|五国|各国|缔约国|成员国)[^，。；]{0,16}$/;

/** Whether the title at [start, end) of a text, in either script, is called a work. */
export function isCalledWork(text: string, start: number, end: number): boolean {
  return (
    WORK_BEFORE.test(text.slice(Math.max(0, start - LONGEST_CALL), start)) ||
    WORK_AFTER.test(text.slice(end, end + LONGEST_CALL))
  );
}

/**
 * Whether a title that nobody has registered is that of one state or party, or of no instrument at all; all folded.
 * @param betweenStates whether its genus is always between states, or by several
 */
export function isDomestic(title: string, betweenStates: boolean, before: string): boolean {
  if (KNOWN.has(title)) return true;
  if (DOMESTIC_TITLE.test(title)) return !(betweenStates && OF_GOVERNMENTS.test(title));
  if (ORGAN_ACT.test(title)) return !ORGANISATION.test(title);
  const issuer = before.slice(-LONGEST_ISSUER);
  if (PRINTED.test(issuer)) return true;
  if (betweenStates) return false;
  return ISSUED.test(issuer) || !(SEVERAL.test(title) || BY_SEVERAL.test(issuer));
}
