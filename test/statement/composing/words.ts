import type { Random } from '../../setting/random.ts';

const SUBJECTS = ['双方', '两国', '缔约双方', '甲国政府', '乙国政府', '各方', '两国有关部门'];
const WILLS = ['愿意', '同意', '决定', '将', '主张', '支持', '重申愿', '一致同意'];
const MANNERS = [
  '继续',
  '共同',
  '进一步',
  '不断',
  '在平等互利的基础上',
  '根据各自的法律',
  '本着互相尊重的精神',
];
const ACTS = ['加强', '扩大', '推动', '保护', '促进', '完善', '研究', '落实', '安排'];
const OBJECTS = [
  '边境铁路的修建',
  '界河水文资料的交换',
  '山地农业合作',
  '青年和地方之间的往来',
  '候鸟栖息地的保护工作',
  '两国贸易和投资的便利化',
  '文物修复方面的经验交流',
  '科学技术成果的共同利用',
  '口岸通关手续的简化',
  '海上搜寻与救助的配合',
];
const TAILS = ['', '，以造福两国人民', '，并为此提供必要的便利', '，期限另行商定', '，所需费用由双方分担'];
const HEADINGS = [
  '总则',
  '政治关系',
  '经贸往来',
  '人文交流',
  '国际事务',
  '费用',
  '期限',
  '争端的解决',
  '组成',
  '定义',
];
const CLAUSES = [
  '回顾两国人民的传统友谊',
  '认识到合作符合双方的利益',
  '为保护边境河流',
  '确信平等互利的必要',
  '考虑到界河两岸居民的需要',
  '本着睦邻友好的精神',
];

/** One of the words that a list of them holds. */
export const heading = (random: Random) => random.pick(HEADINGS);
export const clause = (random: Random) => random.pick(CLAUSES);

/** A sentence without its stop. */
export function saying(random: Random): string {
  const words = [SUBJECTS, WILLS, MANNERS, ACTS, OBJECTS, TAILS].map((choices) => random.pick(choices));
  return words.join('');
}

/** One to three sentences. */
export function paragraph(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => `${saying(random)}。`).join('');
}

const SIMPLIFIED =
  '双国缔约愿决将张续进断础据尊动护完质研实边铁电农业乡之间来鸟栖投资便经验学术关简单寻与帮为并两提费用担总则发贸际务争决组义权认识传统谊达议条协联声报会谈关系础应邀请总统访问举时选终期满书签订后准种文语代号机规宪盟记录备换战员队军给处执监视观团对长县区级场转财产属标识见详数额过车无从东华发书现';
const TRADITIONAL =
  '雙國締約願決將張續進斷礎據尊動護完質研實邊鐵電農業鄉之間來鳥棲投資便經驗學術關簡單尋與幫為並兩提費用擔總則發貿際務爭決組義權認識傳統誼達議條協聯聲報會談關係礎應邀請總統訪問舉時選終期滿書簽訂後準種文語代號機規憲盟記錄備換戰員隊軍給處執監視觀團對長縣區級場轉財產屬標識見詳數額過車無從東華發書現';
const TO_TRADITIONAL = new Map([...SIMPLIFIED].map((character, i) => [character, [...TRADITIONAL][i]!]));

/** The same text in traditional characters, as far as these texts need them. */
export function inTraditional(text: string): string {
  return text.replace(/./gu, (character) => TO_TRADITIONAL.get(character) ?? character);
}
