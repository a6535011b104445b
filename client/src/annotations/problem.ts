/**
 * What can be wrong with a file of ours, in both languages of the product. The English text is also the
 * key under which a localisation bundle finds its translation; {0}, {1} … stand for the problem's values.
 */
export const problemMessages = {
  'not-json': {
    en: 'This file is not valid JSON: {0}. It is left as it is until it is mended.',
    zh: '此文件不是有效的 JSON：{0}。修复之前不会改动它。',
  },
  'name-too-long': {
    en: 'The name of this file is too long for where it lies. Give the document a shorter name.',
    zh: '此文件的名称对所在位置来说太长。请缩短文档的名称。',
  },
  'merge-conflict': {
    en: 'This file holds the conflict markers (<<<<<<<) of a merge. It is left as it is. Run the command “Merge the Two Sides of This Annotations File”, or “jiaozhu merge” with its name.',
    zh: '此文件含有合并冲突标记（<<<<<<<）。不会改动它。请运行命令“合并此标注文件的两边”，或“jiaozhu merge”加上文件名。',
  },
  'markers-unreadable': {
    en: 'The two sides of the conflict markers (<<<<<<<) cannot be told apart: they are no annotations files by themselves. Take one of the two versions from version control.',
    zh: '无法分开冲突标记（<<<<<<<）的两边：它们各自不是完整的标注文件。请从版本控制中取回其中一个版本。',
  },
  empty: {
    en: 'This file is empty. Delete it, or restore it from a copy.',
    zh: '此文件为空。请删除它，或从副本恢复。',
  },
  'not-a-page': {
    en: 'This file is JSON, but not a page of annotations (an object with the list "items"). It is left as it is.',
    zh: '此文件是 JSON，但不是标注页（应为含有列表 "items" 的对象）。不会改动它。',
  },
  'member-twice': {
    en: 'The member "{0}" is there twice, so that one of the two would be lost. This file is left as it is until one is taken out.',
    zh: '成员 "{0}" 出现了两次，继续写入会丢失其中之一。删去一个之前不会改动此文件。',
  },
  'nested-too-deep': {
    en: 'Objects and lists are nested more than {0} deep in this file, which no page of annotations needs. It is left as it is.',
    zh: '此文件中的对象和列表嵌套超过 {0} 层，标注页不会如此。不会改动它。',
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
  'not-a-group': { en: 'A group is an object with an "id".', zh: '分组应为含有 "id" 的对象。' },
  'not-an-attribute': {
    en: 'An attribute is an object with an "id" and a "kind".',
    zh: '属性应为含有 "id" 和 "kind" 的对象。',
  },
  'not-a-relation': { en: 'A relation is an object with an "id".', zh: '关系应为含有 "id" 的对象。' },
  'not-a-list': { en: '"{0}" must be a list: [ … ].', zh: '"{0}" 应为列表：[ … ]。' },
  'no-labels': {
    en: 'There is no label in this file. The built-in labels are used.',
    zh: '此文件中没有标签。现使用内置标签。',
  },
  'unknown-field': {
    en: 'There is no field {0} here, and it counts for nothing. Write one of: {1}.',
    zh: '此处没有字段 {0}，它不起作用。请改为其中之一：{1}。',
  },
  'bad-id': {
    en: 'The id {0} is not one: use letters a–z, digits, "-" and "_", 1 to 64 of them.',
    zh: '{0} 不能作标识：请用 1 至 64 个字母 a–z、数字、“-”或“_”。',
  },
  'reserved-id': {
    en: 'The id "{0}" is kept for other uses. Choose another.',
    zh: '标识“{0}”另有他用。请另选一个。',
  },
  'id-twice': {
    en: '"{0}" is there twice; the first counts.',
    zh: '“{0}”重复；以第一个为准。',
  },
  'bad-text': {
    en: 'The field "{0}" must be a text, or an object with texts under "zh" and "en".',
    zh: '字段 "{0}" 应为文本，或在 "zh" 和 "en" 下含有文本的对象。',
  },
  'bad-colour': {
    en: '{0} is not a colour: write #rrggbb, or an object with such a colour under "light" and "dark".',
    zh: '{0} 不是颜色：请写 #rrggbb，或在 "light" 和 "dark" 下含有此类颜色的对象。',
  },
  'bad-key': {
    en: '{0} is not a key: write one digit, "0" to "9", or one capital letter, "A" to "Z".',
    zh: '{0} 不是按键：请写一个数字，"0" 至 "9"，或一个大写字母，"A" 至 "Z"。',
  },
  'small-letter-key': {
    en: '{0} cannot be the key of a label: the small letters are the commands of the tagging mode. Write the capital letter, or a digit.',
    zh: '{0} 不能作标签的按键：小写字母是标注模式的命令。请写大写字母或数字。',
  },
  'key-twice': {
    en: 'The key {0} is already the key of "{1}".',
    zh: '按键 {0} 已用于“{1}”。',
  },
  'unknown-group': {
    en: '{0} is not the id of a group in this file. The label is shown without one.',
    zh: '{0} 不是此文件中分组的标识。此标签不归入任何分组。',
  },
  'unknown-label': {
    en: '{0} is not the id of a label in this file.',
    zh: '{0} 不是此文件中标签的标识。',
  },
  'bad-suggestion': {
    en: '{0} is no kind of suggestions. Write one of: {1}.',
    zh: '没有 {0} 这类建议。请写其中之一：{1}。',
  },
  'bad-label-list': {
    en: 'The field "{0}" must be a list of ids of labels: ["party", …]. It is passed over.',
    zh: '字段 "{0}" 应为标签标识的列表：["party", …]。已忽略。',
  },
  'bad-attribute-kind': {
    en: '{0} is not the kind of an attribute, so it is left out. Write "kind" as one of: {1}.',
    zh: '{0} 不是属性的类型，此属性未采用。请将 "kind" 写作其中之一：{1}。',
  },
  'no-choices': {
    en: 'An attribute of the kind "choice" needs a list of "choices", one at least. It is left out.',
    zh: '类型为 "choice" 的属性须有 "choices" 列表，至少一项。此属性未采用。',
  },
  'choices-of-no-choice': {
    en: 'An attribute of the kind "{0}" has no choices. Take them out, or write the kind "choice".',
    zh: '类型为 "{0}" 的属性没有选项。请删去选项，或将类型写作 "choice"。',
  },
  'bad-choice': {
    en: '{0} is not a choice: write a text, or an object with an "id" and a "name".',
    zh: '{0} 不是选项：请写文本，或含有 "id" 和 "name" 的对象。',
  },
  'bad-default': {
    en: '{0} cannot be the default of an attribute of the kind "{1}". None is set.',
    zh: '{0} 不能作类型为 "{1}" 的属性的默认值。不设默认值。',
  },
  'brat-section': {
    en: 'The section [{0}] is not one of a configuration of brat; it is left out.',
    zh: '[{0}] 不是 brat 配置的部分，未导入。',
  },
  'brat-line': { en: 'This line cannot be read: {0}', zh: '无法读取此行：{0}' },
  'brat-argument': {
    en: '“{0}” is not an argument that can be held here; it is left out.',
    zh: '此处无法保留参数“{0}”，未导入。',
  },
  'brat-type': {
    en: '“{0}” is not a type of this configuration.',
    zh: '“{0}”不是此配置中的类型。',
  },
  'brat-id': {
    en: 'The type “{0}” has the id “{1}” here: ids are of letters a–z, digits, "-" and "_", each once.',
    zh: '类型“{0}”在此处的标识为“{1}”：标识只能用字母 a–z、数字、“-”和“_”，且不可重复。',
  },
  'brat-event': {
    en: 'The event “{0}” becomes a label, and its roles relations that lead from it.',
    zh: '事件“{0}”成为标签，其角色成为由它连出的关系。',
  },
  'brat-relation': {
    en: 'The relation “{0}” does not say from what (Arg1) to what (Arg2) it leads; it is left out.',
    zh: '关系“{0}”没有写明从何（Arg1）到何（Arg2），未导入。',
  },
  'brat-symmetric': {
    en: 'The relation “{0}” has no direction in brat; here it has one. Tags that mean the same are chained instead.',
    zh: '关系“{0}”在 brat 中没有方向，此处有方向。所指相同的标注请连成一链。',
  },
  'brat-overlap': {
    en: '“{0}” says which tags may overlap. Here all may; it is left out.',
    zh: '“{0}”规定哪些标注可以重叠。此处都可以，未导入。',
  },
  'brat-of-relation': {
    en: 'The attribute “{0}” is one of relations, which have none here; it is left out for these.',
    zh: '属性“{0}”用于关系，而此处关系没有属性；此部分未导入。',
  },
  'brat-colour': {
    en: '{0} is not a colour that is known here; “{1}” has one that was chosen for it.',
    zh: '无法识别此颜色：{0}；已为“{1}”另选颜色。',
  },
  'brat-too-large': {
    en: 'This is longer than {0} characters, which no scheme of labels is.',
    zh: '此文件超过 {0} 个字符，不会是标签方案。',
  },
  'brat-no-types': {
    en: 'There is no type in this configuration (a line under [entities] or [events]).',
    zh: '此配置中没有类型（[entities] 或 [events] 之下的行）。',
  },
  'more-problems': {
    en: 'From here on there is more that is wrong: {0}.',
    zh: '自此以下还有 {0} 处问题。',
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
