import { canStandAlone } from './genus.ts';
import type { Bareness } from './mention.ts';

/**
 * How a genus word stands that nothing points from: whether it can mean one instrument that the text has named
 * (公约规定…), or is part of another word (条约法, 国际公约). All folded.
 */

/** Compounds in which a genus word is none: 北大西洋公约组织, 声明如下, 公约数, 条约国, 条约法, 协定关税. */
const COMPOUND =
  /^(?:组织|集团|国家|国(?!际)|如[下左]|数|法|关税|税率|港|口岸|体系|体制|性|式|化|书|群|区|机构|谈判|义务|权利|草案委|范本|文化|精神病)/;
/** What can stand before a noun that is nobody's but its own: the beginning of a clause, a preposition, a verb of keeping and breaking. */
const BEFORE =
  /(?:^|[，。；：、！？“”「」『』（）()—\n\s]|在|据|照|依|按|遵守|恪守|信守|履行|执行|违反|违背|背弃|破坏|废除|修改|修订|延长|退出|批准|加快|推动|推进|促进|呼吁|落实|支持|维护|捍卫|就|以|对|使|从|自|由|由于|因|把|将|但|而|即|是|与|说|认为|指出)$/;
/** A verb or mark after it, so that it is no part of a longer noun. */
const AFTER =
  /^(?:$|[，。；、！？）)”」』]|：|第|的|规定|指出|强调|宣布|声明|重申|明确|确认|表明|说|生效|签订|签署|缔结|发表|缔约|有效|期满|中|之|内|是|将|已|应|须|不|也|都|还|并|以|为|在|自|对|使|及其|和其|各条|条款|所|当事|成员|内容|全文|全体|修订|修正|达成|文本|条文|精神|宗旨|目标|事件|行为|无效|要求|保证|赋予|关于|以来|以后|后|前|时|得|可)/;
/** More of both, which tell a noun where the text has named one that is called so, and no other. */
const BEFORE_ONE =
  /(?:签署|加入|核准|接受|遵行|强化|加强|完善|建立|设立|肯定|作为|受到|受|实施|终止|提交|审议|符合|有悖|鉴于|载于|载入|不妨碍|妨碍|影响|损害|补充|适用|援引|引用|解释|构成|代表|反对|自从|凡|当|其中|严格|切实|忠实|全面|通知|分送|所称)$/;
const AFTER_ONE =
  /^(?:机制|核查|框架|义务|开放|共|全部|各项|条文|正文|附件|附则|附加|各方|下|而|与|和|或|则|至|从|由|把|被|根据|责成|允许|禁止|提供|载|遵约|秘书处|审议|大会|的?国家|国家|仅|只|仍|现|业|未|没有|必须|能|会|称|认为|适用|授权|承认|保障|体现|反映)/;
/** An article is cited, or the text is said to say something. */
const CITED = /^(?:第[〇零○一二三四五六七八九十百\d]{1,5}(?:[条款项章部节]|号)|缔约[国方]|序言|附件)/;
const SAYS =
  /^[^，。；：、]{0,2}(?:称|说|指出|强调|宣布|重申|表示|认为|提到|还说|最后说|确认|明确|写道|规定)/;
const BEGINS = /(?:^|[，。；！？“”「」『』\n\s]|据|照)$/;
const BY_IT = /(?:根据|按照|依照|依据)$/;
/** Words that are verbs too, or many other things: they need a telling word on both sides. */
const VERBS = new Set(['声明', '备忘录', '照会', '换文']);
const KEPT = /(?:履行|遵守|恪守|执行|违反|退出|重返|维护|落实)$/;

/** 条约与协定: of one kind as little as of the other. */
const JOINED = /(?:条约|公约|协定|协议|议定书)(?:和|与|及|、|以及|或)$/;

/** How the genus word at [start, end) of a folded text stands; undefined where it can mean none by itself. */
export function barenessOf(folded: string, start: number, end: number, genus: string): Bareness | undefined {
  const before = folded.slice(Math.max(0, start - 3), start);
  if (JOINED.test(folded.slice(Math.max(0, start - 5), start))) return undefined;
  const after = folded.slice(end, end + 8);
  if (VERBS.has(genus)) {
    const says = BEGINS.test(before) && SAYS.test(after);
    return says || (BY_IT.test(before) && /^(?:，|第|规定)/.test(after)) ? 'cited' : undefined;
  }
  if (genus === '协议') return KEPT.test(before) && /^(?:$|[，。；])/.test(after) ? 'only' : undefined;
  if (!canStandAlone(genus)) return undefined;
  const compound = isCompound(after);
  if (!compound && BEFORE.test(before) && AFTER.test(after)) return CITED.test(after) ? 'cited' : 'alone';
  const loosely =
    (BEFORE.test(before) || BEFORE_ONE.test(before)) && (AFTER.test(after) || AFTER_ONE.test(after));
  // 条约义务 is of any treaty; 公约义务 of the convention.
  if (!loosely || (compound && !(genus === '公约' && /^(?:义务|的|国家)/.test(after)))) return undefined;
  return CITED.test(after) ? 'cited' : 'only';
}

/** Whether what follows makes another word of it. */
export function isCompound(after: string): boolean {
  return COMPOUND.test(after);
}
