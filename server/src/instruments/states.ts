/**
 * States as titles of treaties call them: by a long name that ends in what it is (共和国, 联邦), or by a short one that
 * is told from other words only by being known. Folded.
 */

/** Short names; those of one character and 国 besides. Sources: names as the Chinese foreign ministry prints them. */
const SHORT =
  '日本|苏联|俄罗斯|蒙古|朝鲜|越南|老挝|柬埔寨|缅甸|尼泊尔|印度尼西亚|印度|巴基斯坦|孟加拉|锡兰|斯里兰卡|阿富汗|不丹|马尔代夫|菲律宾|马来西亚|新加坡|文莱|伊朗|伊拉克|叙利亚|黎巴嫩|约旦|也门|沙特阿拉伯|科威特|阿曼|卡塔尔|巴林|以色列|巴勒斯坦|土耳其|塞浦路斯|埃及|利比亚|突尼斯|阿尔及利亚|摩洛哥|苏丹|埃塞俄比亚|索马里|肯尼亚|坦桑尼亚|乌干达|赞比亚|加纳|几内亚|马里|刚果|尼日利亚|安哥拉|莫桑比克|南非|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|格鲁吉亚|亚美尼亚|阿塞拜疆|乌克兰|白俄罗斯|波兰|捷克斯洛伐克|捷克|斯洛伐克|匈牙利|罗马尼亚|保加利亚|南斯拉夫|塞尔维亚|阿尔巴尼亚|希腊|意大利|西班牙|葡萄牙|荷兰|比利时|卢森堡|瑞士|瑞典|挪威|丹麦|芬兰|奥地利|爱尔兰|冰岛|加拿大|墨西哥|古巴|巴西|阿根廷|智利|秘鲁|玻利维亚|委内瑞拉|哥伦比亚|厄瓜多尔|乌拉圭|巴拿马|澳大利亚|新西兰|斐济|巴布亚新几内亚|欧洲联盟|欧盟|东盟|非盟|香港|澳门';
/** What comes before 共和国 and the like is at most this long: 苏维埃社会主义共和国联盟, 大不列颠及北爱尔兰联合王国. */
const KIND =
  '共和国联盟|共和国|联合王国|王国|联邦|合众国|公国|酋长国|帝国|联盟|国(?!际|家|务|民|会|内|防|境|外)';
const GOVERNMENT = '(?:(?:中央人民|人民|联邦|皇家|王国)?政府)?';
const LONG = `(?:大不列颠及(?:北)?爱尔兰|[^，。；：、！？《》“”「」（）()\\s的了在是和与及同关于就将把被向从由为以对使]{1,14}?)(?:${KIND})`;

/** The party that may stand first: its beginning can be told from the words before it. */
export const FIRST_PARTY = `(?:中华人民共和国|中华民国|苏维埃社会主义共和国联盟|俄罗斯联邦|美利坚合众国|大不列颠及北爱尔兰联合王国|法兰西共和国|[中美英法德韩泰]国|${SHORT})(?:联邦|王国|国)?${GOVERNMENT}`;
/** Any party after the first. */
export const PARTY = `(?:(?:${SHORT})(?:${KIND})?|${LONG})${GOVERNMENT}`;

/** States and organisations as they are called by one character each. */
export const ONE_CHARACTER_PARTIES =
  '中苏俄美日英法德朝韩越老柬缅泰印巴尼斯孟锡阿蒙波捷匈罗保南意西葡荷比瑞丹挪芬奥希土伊叙埃以约沙苏也几加赞坦古智秘墨澳新菲马文欧非蒋满伪哈吉塔乌';
