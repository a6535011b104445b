/**
 * What can be wrong with a file of ours, in both languages of the product. The English text is also the
 * key under which a localisation bundle finds its translation; {0}, {1} … stand for the problem's values.
 */
export const problemMessages = {
  'not-json': {
    en: 'This file is not valid JSON: {0}. It is left as it is until it is mended.',
    zh: '此文件不是有效的 JSON：{0}。修复之前不会改动它。',
  },
  empty: {
    en: 'This file is empty. Delete it, or restore it from a copy.',
    zh: '此文件为空。请删除它，或从副本恢复。',
  },
  'not-a-page': {
    en: 'This file is JSON, but not a page of annotations (an object with the list "items"). It is left as it is.',
    zh: '此文件是 JSON，但不是标注页（应为含有列表 "items" 的对象）。不会改动它。',
  },
  'newer-version': {
    en: 'This file was written by a newer version of Jiaozhu (format {0}). It is left as it is; update the extension.',
    zh: '此文件由更新版本的校注写成（格式 {0}）。不会改动它；请更新扩展。',
  },
  'annotation-without-id': {
    en: 'This annotation has no "id". It is kept, but not shown.',
    zh: '此标注没有 "id"。已保留，但不显示。',
  },
  'annotation-twice': {
    en: 'The annotation "{0}" is listed twice. The second is kept, but not shown.',
    zh: '标注“{0}”出现了两次。第二个已保留，但不显示。',
  },
  'annotation-without-label': {
    en: 'This annotation has no label (a body with the purpose "tagging"). It is kept, but not shown.',
    zh: '此标注没有标签（用途为 "tagging" 的 body）。已保留，但不显示。',
  },
  'annotation-without-place': {
    en: 'This annotation has neither position nor quote. It is kept, but not shown.',
    zh: '此标注既没有位置也没有引文。已保留，但不显示。',
  },
  'annotation-not-understood': {
    en: 'This annotation is of a kind that is not understood ({0}). It is kept, but not shown.',
    zh: '无法理解此类标注（{0}）。已保留，但不显示。',
  },
  'text-facts-missing': {
    en: 'This file does not say which text its positions count in. Each annotation is checked against its quote.',
    zh: '此文件没有说明位置所依据的文本。将按引文逐一核对标注。',
  },
  'not-a-scheme': {
    en: 'A label scheme is an object with the list "labels". The built-in labels are used.',
    zh: '标签方案应为含有列表 "labels" 的对象。现使用内置标签。',
  },
  'not-a-label': { en: 'A label is an object with an "id".', zh: '标签应为含有 "id" 的对象。' },
  'bad-label-id': {
    en: 'The id {0} is not one: use letters a–z, digits, "-" and "_", 1 to 64 of them.',
    zh: '{0} 不能作标识：请用 1 至 64 个字母 a–z、数字、“-”或“_”。',
  },
  'label-twice': {
    en: 'The label "{0}" is there twice; the first counts.',
    zh: '标签“{0}”重复；以第一个为准。',
  },
  'bad-label-name': {
    en: 'A name is a text, or an object with texts under "zh" and "en".',
    zh: '名称应为文本，或在 "zh" 和 "en" 下含有文本的对象。',
  },
  'bad-colour': {
    en: '{0} is not a colour: write #rrggbb, or an object with such a colour under "light" and "dark".',
    zh: '{0} 不是颜色：请写 #rrggbb，或在 "light" 和 "dark" 下含有此类颜色的对象。',
  },
  'bad-key': {
    en: '{0} is not a key: write one digit, "0" to "9".',
    zh: '{0} 不是按键：请写一个数字，"0" 至 "9"。',
  },
  'key-twice': {
    en: 'The key {0} is already the key of "{1}".',
    zh: '按键 {0} 已用于“{1}”。',
  },
  'bad-description': {
    en: 'A description is a text, or an object with texts under "zh" and "en".',
    zh: '说明应为文本，或在 "zh" 和 "en" 下含有文本的对象。',
  },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

export type ProblemCode = keyof typeof problemMessages;

/** Something wrong in a file of ours, and where. */
export interface Problem {
  readonly code: ProblemCode;
  /** What the message names, in the order of its placeholders. */
  readonly values: readonly (string | number)[];
  /** Where in the JSON: `labels[2].id`; empty for the whole. */
  readonly path: string;
  /** 1-based line of the file. */
  readonly line: number;
}

/** The problem in words, without its place. */
export function describeProblem(problem: Problem, language: 'en' | 'zh' = 'en'): string {
  return problemMessages[problem.code][language].replace(/\{(\d)\}/g, (hole, index: string) =>
    String(problem.values[Number(index)] ?? hole),
  );
}
