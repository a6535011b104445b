import type { Refusal } from './belonging.ts';

/** Why a document of an import is not taken, as the command and the editor say it. */
export function refusalTold(refusal: Refusal, language: 'en' | 'zh'): string {
  if (refusal.reason !== 'annotators-alike') return unkept[refusal.reason][language];
  const { annotator, other } = refusal;
  return language === 'en'
    ? `not imported: files of tags cannot tell its annotator “${annotator}” from “${other}”, whose tags are in this import too. Call one of them otherwise.`
    : `未导入：标注文件无法区分其标注者“${annotator}”与本次导入中的另一标注者“${other}”。请改其中一人的名称。`;
}

const unkept = {
  nul: {
    en: 'not made: its text has a NUL character, with which no file counts as text.',
    zh: '未建立：正文含 NUL 字符，带有该字符的文件不视为文本。',
  },
  'byte-order-mark': {
    en: 'not made: its text begins with U+FEFF, which is not read at the beginning of a file, so tags would not stay on their words.',
    zh: '未建立：正文以 U+FEFF 开头，该字符在文件开头不被读取，标注将无法留在原处。',
  },
  surrogate: {
    en: 'not made: its text has half of a surrogate pair, which no file can hold.',
    zh: '未建立：正文含半个代理对，任何文件都无法保存。',
  },
} as const;
