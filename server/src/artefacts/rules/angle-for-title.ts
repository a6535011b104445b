import { mending } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign } from '../signs.ts';

const opening = '<«＜≪〈《';
const closing = '>»＞≫〉》';
/** Titles of instruments are seldom longer. */
const longest = 80;

/**
 * What titles of instruments end with, and a year, number or note in brackets behind it. A raw-stage rule knows no
 * more of instruments than this.
 */
const title =
  /[\u4e00-\u9fff](?:条约|條約|公约|公約|协定|協定|协议|協議|议定书|議定書|宪章|憲章|规约|規約|盟约|盟約|和约|和約|换文|換文|备忘录|備忘錄|章程|声明|聲明|公报|公報|宣言|公告|决议|決議|纲要|綱要|纲领|綱領|议程|議程|倡议|倡議|路线图|路線圖|修正案|约定|約定)(?:[（(][^（）()]{1,20}[）)])?$/;

/** What a title begins with: no tag of a markup language, no term of a comparison. */
const beginning = /^[\u4e00-\u9fff“〈《（(\d][^，。；！？<>=/]*$/;

interface Bracket {
  readonly start: number;
  /** Two ASCII signs make one. */
  readonly end: number;
}

function bracketAt(text: string, at: number): Bracket {
  const doubled = (text[at] === '<' || text[at] === '>') && text[at + 1] === text[at];
  return { start: at, end: at + (doubled ? 2 : 1) };
}

/** Angles for the marks of a title: <联合国宪章>, 《联合国宪章＞. */
export const angleForTitle: CharacterRule = {
  id: 'angle-for-title',
  class: 'likely',
  name: { en: 'angles for title marks', zh: '误作尖括号的书名号' },
  about: {
    en: 'Angles such as < or « for the marks 《 》 about the title of an instrument.',
    zh: '文件名两端的书名号误作“<”“«”等尖括号。',
  },
  done: {
    en: { one: '1 title put into its marks', many: '{0} titles put into their marks' },
    zh: '{0} 处书名号改正',
  },
  words: {
    message: { en: 'Angles stand for the title marks 《 》: {0}', zh: '应为书名号：{0}' },
    fix: { en: 'Put {1}', zh: '改为“{1}”' },
  },
  needs: Sign.angle,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    const found: Found[] = [];
    const open: Bracket[] = [];
    let behind = 0;
    for (const at of signs.places) {
      const sign = text[at]!;
      if (at < behind || !(opening.includes(sign) || closing.includes(sign))) continue;
      const bracket = bracketAt(text, at);
      behind = bracket.end;
      if (opening.includes(sign)) open.push(bracket);
      else {
        const opened = open.pop();
        if (!opened) continue;
        // A title within a title has angles of its own, and they are right.
        const within = open.some(({ start }) => text[start] === '《' || text[start] === '〈');
        const made = within ? null : titleBetween(paragraph, opened, bracket);
        if (made) found.push(made);
      }
    }
    return found;
  },
};

function titleBetween(paragraph: ParagraphText, open: Bracket, close: Bracket): Found | null {
  const { text } = paragraph.solid;
  const shown = { start: open.start, end: close.end };
  if ((text[open.start] === '《' && text[close.start] === '》') || close.start - open.end > longest)
    return null;
  const content = text.slice(open.end, close.start);
  if (!title.test(content) || !beginning.test(content)) return null;
  const readings = [
    { ...open, text: '《' },
    { ...close, text: '》' },
  ];
  return mending(paragraph, readings, {
    values: [text.slice(open.start, close.end), `《${content}》`],
    shown,
  });
}
