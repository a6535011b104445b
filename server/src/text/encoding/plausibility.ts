/**
 * The characters that every Chinese text of this kind is full of, in simplified and in traditional script:
 * particles, numerals, and the words of states and their agreements. Chosen by us from general knowledge of
 * such texts; only how often they occur counts, so that a few more or fewer change nothing.
 */
const frequent = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职觉汉画功巴跟虽杂飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良轴找否纪益依优顶础载倒房突坐粉敌略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚汽村云哪既距卫停烈央察烧迅境若印洲刻括激孔搞甚室待核校散侵吧甲游久菜味旧模湖货损预阻毫普稳乙妈植息扩银语挥酒守拿序纸医缺雨吗针刘啊急唱误训愿审附获茶鲜粮斤孩脱硫肥善龙演父渐血欢械掌歌沙刚攻谓盾讨晚粒乱燃矛乎杀药宁鲁贵钟煤读班伯香介迫句丰培握兰担弦蛋沉假穿执答乐谁顺烟缩征脸喜松脚困异免背星福买染井概慢怕磁倍祖皇促静补评翻肉践尼衣宽扬棉希伤操垂秋宜氢套督振架亮末宪庆编牛触映雷销诗座居抓裂胞呼娘景威绿晶厚盟衡鸡孙延危胶屋乡临陆顾掉呀灯岁措束耐剧玉赵跳哥季课凯胡额款绍卷齐伟蒸殖永宗苗川炉岩弱零杨奏沿露杆探滑镇饭浓航怀赶库夺伊灵税途灭赛归召鼓播盘裁险康唯录菌纯借糖盖横符私努堂域枪润幅哈竟熟虫泽脑壤碳欧遍侧寨敢彻虑斜薄庭纳弹饲伸折麦湿暗荷瓦塞床筑恶户访塔奇透梁刀旋迹卡氯遇份毒泥退洗摆灰彩卖耗夏择忙铜献硬予繁圈雪函亦抽篇阵阴丁尺追堆雄迎泛爸楼避谋吨野猪旗累偏典馆索秦脂潮爷豆忽托惊塑遗愈朱替纤粗倾尚痛楚谢奋购磨君池旁碎骨监捕弟暴割贯殊释词亡壁顿宝午尘闻揭炮残冬桥妇警综招吴付浮遭徐您摇谷赞箱隔订男吹园纷唐败宋玻巨耕坦荣闭湾键凡驻锅救恩剥凝碱齿截炼麻纺禁废盛版缓净睛昌婚涉筒嘴插岸朗庄街藏姑贸腐奴啦惯乘伙恢匀纱扎辩耳彪臣亿璃抵脉秀萨俄网舞店喷纵寸汗挂洪贺闪柬爆烯津稻墙软勇像滚厘蒙芳肯坡柱荡腿仪旅尾轧冰贡登黎削钻勒逃障氨郭峰币港伏轨亩毕擦莫刺浪秘援株健售股岛甘泡睡童铸汤阀休汇舍牧绕炸哲磷绩朋淡尖启陷柴呈徒颜泪稍忘泵蓝拖洞授镜辛壮锋贫虚弯摩泰幼廷尊窗纲弄隶疑氏宫姐震瑞怪尤琴循描膜违夹腰缘珠穷森枝竹沟催绳忆邦剩幸浆栏拥牙贮礼滤钠纹罢拍咱喊袖埃勤罚焦潜伍墨欲缝姓刊饱仿奖铝鬼丽跨默挖链扫喝袋炭污幕诸弧励梅奶洁灾舟鉴苯讼抱毁懂寒智埔寄届跃渡挑丹艰贝碰拔爹戴码梦芽熔赤渔哭敬颗奔铅仲虎稀妹乏珍申桌遵允隆螺仓魏锐晓氮兼隐碍赫拨忠肃缸牵抢博巧壳兄杜讯诚碧祥柯页巡矩悲灌龄伦票寻桂铺圣恐恰郑趣抬荒腾贴柔滴猛阔辆妻填撤储签闹扰紫砂递戏吊陶伐喂疗瓶婆抚臂摸忍虾蜡邻胸巩挤偶弃槽劲乳邓吉仁烂砖租乌舰伴瓜浅丙暂燥橡柳迷暖牌秧胆详簧踏瓷谱呆宾糊洛辉愤竞隙怒粘乃绪肩籍敏涂熙皆侦悬掘享纠醒狂锁淀恨牲霸爬赏逆玩陵祝秒浙貌誓谅睦' +
    '這為個國們來時對會發動過說產種經進著電裡實現體機當點從業應開還間樣與關線內數質氣變條沒結問無系軍題黨員總設長頭資邊級圖統較將組見計別論運農幾區強決戰則據處隊給門規熱領東導壓濟階術極聯認權證採轉單風務萬達積議聲報鬥類離華確張馬節況傳許廣記觀織裝紀眾書復兒際驗連斷難礦備辦習響約團歷構稱準維劃選標寫親養專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴蘇爾講黃顯談藝營項舉勢臺幫輪師圍遠態減樹溶葉魚視僅費緊愛續輕試護練範繼興餘堅輸夠筆財職覺漢畫雖雜飛檢陽創壞徑換鋼責簡錢盡衝獨環雙請讓軸優頂礎載敵絕塊劑測絲協訴陳羅鹽錯頻終雲衛燒境若歡舊貨損預穩媽擴銀語揮紙醫針劉誤訓願審附獲鮮糧脫龍漸剛討亂殺藥寧魯貴鐘讀豐擔執樂順煙縮徵臉異買補評寬揚傷慶編觸銷詩綠雞孫膠鄉臨陸顧燈歲劇趙課額紹卷齊偉爐楊鎮飯濃懷趕庫奪靈滅賽歸盤險錄純蓋槍潤蟲腦歐側徹慮濕築惡戶訪彈跡擺賣擇銅獻圈陣陰樓謀噸館驚遺纖傾謝奮購監貫釋詞頓寶塵聞殘橋婦綜吳贊訂園紛敗榮閉灣鍵駐鍋齒煉廢緩淨貿慣億網縱掛賀閃牆軟儀鑽幣軌畢島鑄湯閥匯繞績啟陷顏淚藍鏡壯鋒貧虛彎綱隸宮違夾緣窮溝憶漿欄擁禮濾鈉罷罰潛縫飽獎鋁麗鏈掃諸勵潔災鑒訟毀躍艱貝碼夢漁顆鉛遵螺倉銳曉隱礙肅牽搶殼訊誠頁齡倫尋鋪聖鄭騰貼闊輛儲簽鬧擾遞戲療撫蝦鄰鞏擠棄勁鄧磚艦暫詳賓輝憤競糾懸鎖賞諒協議',
);

const punctuation = new Set('，。、；：！？《》〈〉“”‘’（）「」『』—…·－　');

/**
 * How plausible a text is as Chinese, from −2 to 1: the mean over its characters that are not ASCII. A frequent
 * character or mark of punctuation counts 1, other Han 0, a rare one (outside the block of the Unicode Standard's
 * first version, or in a private area) −1, what no text holds (unassigned, replaced, control characters) −2, other
 * letters −½. Real texts reach 0.6 and more, texts decoded by the wrong table stay below 0.3.
 * @returns 0 where there is nothing to judge by
 */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    count += 1;
    sum += weightOf(character, code);
  }
  return count === 0 ? 0 : sum / count;
}

/** How many characters of a text are not ASCII: so many there are to judge by. */
export function weightyCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (character.codePointAt(0)! >= 0x80) count += 1;
  return count;
}

const unassigned = /[\p{Cn}\p{Cs}]/u;

function weightOf(character: string, code: number): number {
  if (frequent.has(character) || punctuation.has(character)) return 1;
  if (code === 0xfeff) return 0;
  if (code === 0xfffd || code < 0xa0) return -2;
  if (code >= 0x4e00 && code <= 0x9fa5) return 0;
  // Full-width forms, which Chinese texts set letters and figures in.
  if (code >= 0xff01 && code <= 0xff5e) return 0;
  if (code >= 0xe000 && code <= 0xf8ff) return -1;
  if (unassigned.test(character)) return -2;
  return code > 0x3400 ? -1 : -0.5;
}
