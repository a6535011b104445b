import type { Place } from './antecedents.ts';

const NUMERAL = '[〇零○一二三四五六七八九十百\\d]{1,5}';
/** 第三条 on a line of its own, a lone numeral: they head what follows and are no paragraph. */
const HEADING = new RegExp(`^(?:第${NUMERAL}[条條款项項]|${NUMERAL}|[IVXLⅠ-Ⅻ]{1,5})[.．、\\s　]*$`);
/** 第二章, 三、, a lone numeral: another subject begins. */
const SECTION = new RegExp(
  `^(?:第${NUMERAL}(?:[章节節编編卷]|部分)|[一二三四五六七八九十]{1,3}(?:、|[\\s　]*$)|附[件录錄])`,
);
/** （一）, 1., ——: the paragraph before goes on. */
const ITEM =
  /^(?:[（(][一二三四五六七八九十\da-z]{1,3}[）)]|\d{1,2}[.．、)）]|[①-⑳]|—|－|[甲乙丙丁戊子丑寅卯][、.．])/;

/** Counts where a text stands as its paragraphs pass by. */
export class Progress {
  private line = 0;
  private paragraph = 0;
  private section = 0;

  get place(): Place {
    return { line: this.line, paragraph: this.paragraph, section: this.section };
  }

  pass(text: string): void {
    const line = text.trimStart();
    if (line !== '') this.line++;
    if (SECTION.test(line)) this.section++;
    if (line === '' || ITEM.test(line) || (line.length <= 12 && HEADING.test(line))) return;
    this.paragraph++;
  }
}
