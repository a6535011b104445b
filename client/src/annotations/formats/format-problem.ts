/**
 * What can be wrong with a file of another tool, in both languages of the product; {0}, {1} … stand for the problem's
 * values.
 */
export const formatProblemMessages = {
  'not-utf-8': {
    en: 'This file is not UTF-8. Save it as UTF-8 and import it again.',
    zh: '此文件不是 UTF-8。请另存为 UTF-8 后再导入。',
  },
  'too-large': {
    en: 'This file is longer than {0} MB. Split it and import the parts.',
    zh: '此文件超过 {0} MB。请拆分后分别导入。',
  },
  'not-json': { en: 'This is not valid JSON: {0}', zh: '这不是有效的 JSON：{0}' },
  'not-xml': { en: 'This is not well-formed XML: {0}', zh: '这不是格式正确的 XML：{0}' },
  'too-deep': {
    en: 'This is nested more than {0} levels deep; nothing is read of it.',
    zh: '嵌套超过 {0} 层，未读取。',
  },
  'no-archive': {
    en: 'This is no archive, or one whose list of files is damaged.',
    zh: '这不是压缩包，或其中的文件目录已损坏。',
  },
  'broken-archive': {
    en: 'This archive is damaged, or packed in an unusual way: {0}',
    zh: '此压缩包已损坏，或压缩方式不常见：{0}',
  },
  'too-much-packed': {
    en: 'This archive unpacks to more than {0} MB, or to far more than its size allows; nothing more is read of it.',
    zh: '此压缩包解开后超过 {0} MB，或远超其大小所应有，不再读取。',
  },
  'not-read': {
    en: 'This is of a kind that is not read, and left out: {0}',
    zh: '不支持读取此类内容，未导入：{0}',
  },
  'not-of-format': { en: 'This is not {0}: {1}', zh: '这不是 {0}：{1}' },
  'no-labels': {
    en: 'No labels are said in this file, or none in a way that is understood.',
    zh: '此文件没有写明标签，或其写法无法理解。',
  },
  'no-text': {
    en: 'The text that these tags are on is not there: {0}.',
    zh: '找不到这些标注所在的文本：{0}。',
  },
  'quote-mismatch': {
    en: 'The tag “{0}” is said to be on “{1}”, but at its place stands “{2}”. It is kept as lost words.',
    zh: '标注“{0}”应在“{1}”上，而其位置上是“{2}”。已保留为失落的文字。',
  },
  'no-place': {
    en: 'The tag “{0}” has a place that is not in the text: {1}. It is kept as lost words.',
    zh: '标注“{0}”的位置不在文本中：{1}。已保留为失落的文字。',
  },
  'quote-not-found': {
    en: 'The words of the tag “{0}” are not in the text between the neighbours that the file names: “{1}”. They are kept as lost words.',
    zh: '标注“{0}”的文字及其前后文不在文本中：“{1}”。已保留为失落的文字。',
  },
  'quote-ambiguous': {
    en: 'The words of the tag “{0}” stand in the text more than once, and nothing tells which are meant: “{1}”. They are kept as lost words.',
    zh: '标注“{0}”的文字在文本中不止一处，无法确定所指：“{1}”。已保留为失落的文字。',
  },
  'page-elsewhere': {
    en: 'More tags are on a page that is not in this file: {0}. Import that as well.',
    zh: '另有标注在此文件以外的页面上：{0}。请一并导入。',
  },
  'no-label': { en: 'A tag here has no label; it is left out.', zh: '此处有一个标注没有标签，未导入。' },
  'unreadable-line': {
    en: 'This line cannot be read; it is kept as it is: {0}',
    zh: '无法读取此行，原样保留：{0}',
  },
  'left-out': {
    en: 'This cannot be read; it is left out: {0}',
    zh: '无法读取此处，未导入：{0}',
  },
  'not-understood': {
    en: 'This is not understood, and kept as it is: {0}',
    zh: '无法理解，原样保留：{0}',
  },
  comments: {
    en: 'Lines that begin with # are taken for comments, {0} in all; they are left out.',
    zh: '以 # 开头的行视为注释，共 {0} 行，未导入。',
  },
  'no-scheme': {
    en: 'The tag “{0}” has no B-, I- or the like before it; all of it is taken for a label.',
    zh: '标记“{0}”之前没有 B-、I- 之类，整体按标签读取。',
  },
  'no-target': {
    en: 'A link leads to “{0}”, which is not there; it is left out.',
    zh: '有一个关联指向“{0}”，但不存在，未导入。',
  },
  'id-twice': {
    en: 'The id “{0}” is there twice; the second is given another.',
    zh: '标识“{0}”出现两次；第二个另给标识。',
  },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

export type FormatProblemCode = keyof typeof formatProblemMessages;

/** Something in a file that cannot be taken as it is, and where. */
export interface FormatProblem {
  readonly code: FormatProblemCode;
  /** What the message names, in the order of its placeholders. */
  readonly values: readonly (string | number)[];
  /** 1-based line of the file; 0 where it has none (an archive), or the whole is meant. */
  readonly line: number;
  /** The file, as {@link InputFile.name} has paths, where it is another than the one that is read. */
  readonly file?: string;
}

/** The whole file cannot be read. */
export class FormatProblemError extends Error {
  readonly problem: FormatProblem;
  /** Others of the kind. */
  readonly more: readonly FormatProblem[];

  constructor(problem: FormatProblem, more: readonly FormatProblem[] = []) {
    super(describeFormatProblem(problem));
    this.problem = problem;
    this.more = more;
  }
}

const longestValue = 80;

/** The problem in words, without its place; long values are cut. */
export function describeFormatProblem({ code, values }: FormatProblem, language: 'en' | 'zh' = 'en'): string {
  return formatProblemMessages[code][language].replace(/\{(\d)\}/g, (hole, index: string) => {
    const value = String(values[Number(index)] ?? hole);
    return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  });
}
