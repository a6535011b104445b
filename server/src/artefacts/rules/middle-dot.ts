import { isHan } from '../../text/characters.ts';
import { mending } from '../mending.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign, signOf } from '../signs.ts';

/** Characters that names of other languages are written with; a point between two of their runs is no full stop. */
const transcription = new Set(
  '阿埃艾安昂奥巴白拜班邦保鲍贝本比彼毕宾波伯博布查达大戴丹道德登邓狄迪蒂丁顿多厄恩尔法凡范菲费芬丰佛弗夫福甫盖冈高戈格葛贡古圭哈海汉豪赫亨洪侯胡华怀惠霍基吉季加贾杰捷金津卡凯坎康考柯科克肯孔库夸奎拉莱赖兰朗劳勒雷蕾黎李里理历丽利连列烈林琳隆卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙孟米密明摩莫默姆木穆纳娜奈南瑙内嫩尼宁纽农努诺欧帕潘庞佩彭蓬皮平珀普齐奇恰钱乔切琴琼丘让热仁日荣茹儒瑞若萨塞赛桑瑟森沙山尚绍舍申盛什施石史舒朔斯丝思寺松苏孙索塔台泰坦汤唐陶特滕提田廷图托陀瓦万旺威韦维温文翁沃乌武伍希西锡席喜夏香肖谢辛欣兴休许雪雅亚延扬杨耶叶伊因英永尤于宇约越赞泽曾扎詹张哲珍芝治朱兹祖佐'.concat(
    '愛爾魯羅蘇維爾蘭馬華裡裏烏亞偉諾納頓薩達戈萊倫緬',
  ),
);

/** Full-width dots: between two Chinese characters none of them is anything else. */
const dots = '•‧・･∙';

/** How many characters of a name stand together at least on either side of a full stop that parts it. */
const shortestPart = 2;
const shortestName = 5;

function isHanAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isHan(text.charCodeAt(at));
}

/** The length of the run of such characters that ends before, or begins at, an offset. */
function partLength(text: string, at: number, step: 1 | -1): number {
  let length = 0;
  while (length < shortestName && transcription.has(text.charAt(at + step * length))) length++;
  return length;
}

/** Whether what stands on both sides of a point is a name in two parts. */
function partsName(text: string, at: number): boolean {
  const before = partLength(text, at - 1, -1);
  const after = partLength(text, at + 1, 1);
  return before >= shortestPart && after >= shortestPart && before + after >= shortestName;
}

function isMiddleDot(text: string, at: number): boolean {
  const sign = text[at]!;
  if (!isHanAt(text, at - 1) || !isHanAt(text, at + 1)) return false;
  return dots.includes(sign) || partsName(text, at);
}

/** Other dots for the one that parts a name: 弗拉基米尔•普京. */
export const middleDot: CharacterRule = {
  id: 'middle-dot',
  class: 'likely',
  name: { en: 'middle dots', zh: '间隔号' },
  about: {
    en: 'Bullets, points and Japanese dots for the middle dot of names, as in 约翰•史密斯.',
    zh: '人名中的间隔号误作项目符号、句点或者日文中点，如“约翰•史密斯”。',
  },
  done: { en: { one: '1 middle dot mended', many: '{0} middle dots mended' }, zh: '{0} 处间隔号改正' },
  words: {
    message: { en: '{0} stands for the middle dot ·', zh: '“{0}”应为间隔号“·”。' },
    fix: { en: 'Put · for {0}', zh: '把“{0}”改为“·”' },
  },
  needs: Sign.dot | Sign.point,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    const found: Found[] = [];
    for (const at of signs.places) {
      if ((signOf(text.charCodeAt(at)) & (Sign.dot | Sign.point)) === 0 || !isMiddleDot(text, at)) continue;
      const made = mending(paragraph, [{ start: at, end: at + 1, text: '·' }], { values: [text[at]!] });
      if (made) found.push(made);
    }
    return found;
  },
};
