import type { Messages } from '../messages.ts';
import { agreementInChinese } from './agreement-chinese.ts';
import { exchangeInChinese } from './exchange-chinese.ts';

const levels = { error: '错误', warning: '警告', information: '信息', hint: '提示' } as const;

/** What a warning adds. */
const unheeded = {
  file: '其中的“原文如此”标注未予考虑。',
  folder: '“原文如此”标注未予考虑。',
  item: '如为“原文如此”标注，则未予考虑。',
  nothing: '',
} as const;

/** 合并时两边都改了的内容。 */
const membersChanged = {
  label: '标签',
  note: '备注',
  review: '审阅状态',
  chain: '指代链',
  creator: '标注者',
  attribute: '属性',
  place: '位置',
  other: '成员',
} as const;

/** 耗时较长时显示正在做什么。 */
const doing = {
  clean: '清理',
  read: '读取',
  lint: '读取',
  export: '导出',
  import: '导入',
  convert: '转换',
  agreement: '比较',
} as const;

export const chinese: Messages = {
  language: 'zh',
  ...exchangeInChinese,
  ...agreementInChinese,

  noCommand: (commands) => `请写明要做什么：${commands.join('、')}；用法见“jiaozhu --help”。`,
  unknownCommand: (command, commands) => `没有命令“${command}”。可用的命令：${commands.join('、')}。`,
  unknownOption: (option, command) =>
    command === undefined
      ? `没有选项“${option}”；见“jiaozhu --help”。`
      : `“${command}”没有选项“${option}”；见“jiaozhu help ${command}”。`,
  optionWithoutValue: (option) => `选项“${option}”后须写出值。`,
  optionWithValue: (option) => `选项“${option}”不带值。`,
  optionValue: (option, value, values) =>
    `选项“${option}”不能是“${value}”，只能是 ${values.join('、')} 之一。`,
  badRule: (value) => `“--rule ${value}”不合“规则=级别”的格式，例如“--rule line-break=off”。`,
  fileOfTags: (file) => `“${file}”是存放标注的文件，请指定文书本身。`,
  unknownRule: (rule, rules) => `没有规则“${rule}”。现有规则：${rules.join('、')}。`,
  noFile: (command) => `“${command}”须写明文件，或以 - 表示标准输入；见“jiaozhu help ${command}”。`,
  emptyName: (command) => `给“${command}”的文件名为空（''）；请写明文件。`,
  tooManyFiles: (command, file) => `“${command}”只处理一个文件，“${file}”是多余的。`,
  writeToInput: () => '标准输入无法就地清理：请去掉 --write 和 --check，或写明文件。',
  writeAndCheck: () => '--write 和 --check 只能择一：前者改写文件，后者只作报告。',
  jsonAndFormat: () => '--json 和 --format 只能择一：前者列出各处提及，后者列出所引文书。',
  bomWithoutCsv: () => '--bom 只用于 --format csv。',
  printsOne: (files) =>
    `“clean”一次只输出一个文本，而这里有 ${files} 个文件：请加 --write 就地清理，或加 --check 查看哪些会有改动。`,

  noSuchFile: (file) => `${file}：没有这个文件。`,
  isDirectory: (file) => `${file}：这是文件夹；请写明文本文件。`,
  mayNotRead: (file) => `${file}：无权读取此文件；请向其所有者申请权限。`,
  cannotRead: (file, reason) => `${file}：无法读取（${reason}）。`,
  tooLarge: (file, megabytes) => `${file}：超过 ${megabytes} MB；请拆分。`,
  hasNul: (file, offset) => `${file}：不是文本（字节位置 ${offset} 处有 NUL 字节）。`,
  encodingUnknown: (file, offset, byte) =>
    `${file}：不是 UTF-8 文本（字节位置 ${offset} 处的字节 ${byte} 不合规），也无法断定是何种编码；如为文本，请写明编码：--encoding gb18030、big5、utf-16le 或 utf-16be。`,
  notInEncoding: (file, encoding, offset, byte) =>
    `${file}：不是 ${encoding} 文本（字节位置 ${offset} 处的字节 ${byte} 不合规）。`,
  notGivenBack: (file, encoding) =>
    `${file}：其中有字节以 ${encoding} 写回后会有出入，文件未改动；请用 --to utf-8 转换。`,
  notInCharacterSet: (file, encoding, character) =>
    `${file}：${encoding} 中没有字符“${character}”，文件未改动；请用 --to utf-8 转换。`,
  noMatch: (pattern) => `${pattern}：没有相符的文件。`,
  noDocuments: (folder) =>
    `${folder}：此文件夹中没有文书。文件夹中只取 .statement、.statement.txt，以及文件名或开头属于文书的 .txt；其他文件请逐一写明。`,
  cannotList: (folder, reason) => `${folder}：无法列出其中的文件（${reason}）。`,
  exportsPassedOver: (folders) => `略过 ${folders} 个导出的文件夹；如需处理其中的文本，请写明文件夹。`,
  passedOver: (files) => `略过 ${files} 个 .txt 文件：从文件名和开头看不是文书；如需处理，请写明文件。`,
  progress: (command, done, all) => `${doing[command]}：${done}/${all} 个文件`,
  mayNotWrite: (file) => `${file}：无权写入此文件；文件未改动。`,
  cannotWrite: (file, reason) => `${file}：无法写入（${reason}）；文件未改动。`,
  notWritable: (file) => `${file}：不是普通文件，无法就地清理；请去掉 --write。`,
  changedMeanwhile: (file) => `${file}：其间已被其他程序改动，未予改写；请重新运行。`,
  outputFailed: (reason) => `标准输出：无法写入（${reason}）；内容不完整。`,
  internalError: (reason) => `校注自身出错，请予报告：${reason}`,

  noText: '不是 UTF-8 文本',
  fileFaults: { 'no-regular-file': '不是普通文件', 'too-large': '超过 32 MB' },
  sidecarUnreadable: (sidecar, reason) => `${sidecar}：无法读取（${reason}）。`,
  sidecarProblem: (sidecar, line, problem) => `${sidecar}:${line}：${problem}`,
  sidecarsUnlisted: (folder, reason) => `${folder}：无法列出其中的文件（${reason}）。`,
  sidecarWarning: (fault, loses) => `警告：${fault}${unheeded[loses]}`,
  sidecarRefusal: (fault, loses, document) =>
    `${fault}为免清理“原文如此”之处，${document} 未改动：请${
      loses === 'folder' ? '申请列出此文件夹的权限' : '修复此标注文件，或将其移至别处'
    }，然后重新运行。`,
  sidecarOutOfDate: (sidecar, document, found, lost) =>
    `警告：${sidecar}：${document} 已改动，此文件已过时。其中的“原文如此”标注按文字找回 ${found} 处，未找回 ${lost} 处；请在编辑器中打开并保存 ${document}。`,
  changed: '其间已被改动',
  sidecarNotWritten: (sidecar, reason) =>
    `警告：${sidecar}：无法写入（${reason}）；其中的标注以后将按文字找回。`,

  mergeFiles: (files) =>
    `“merge”须写明三个文件（BASE OURS THEIRS），或一个含冲突标记的文件；现为 ${files} 个。见“jiaozhu help merge”。`,
  installAlone: (more) => `--install 须单独使用，不能有“${more}”。`,
  noMarkers: (file) => `${file}：没有冲突标记，无需合并。`,
  notMerged: (file, line, problem) => `${file}:${line}：${problem}未作合并。`,
  mergeConflict: (file, words, { member, name, kept, other }) => {
    const tag = words === '' ? '' : `“${words}”的标注：`;
    if (member === 'deletion') return `${file}：${tag}一边删除，另一边更改；已保留，标签为“${kept}”。`;
    const what = name === '' ? membersChanged[member] : `${membersChanged[member]}“${name}”`;
    const where = words === '' ? '“jiaozhu:conflict”' : '备注';
    return `${file}：${tag}两边都改了${what}：采用“${kept}”，“${other}”保留在${where}中。`;
  },
  mergeConflicts: (file, n) =>
    `${file}：已合并，有 ${n} 处冲突。没有丢失任何标注；未采用的内容在以 ⚠ 开头的备注中。`,
  gitFailed: (reason) => `Git 在此无法完成：${reason}`,
  driverInstalled: (driver) => `此仓库中的 Git 将这样合并标注文件：${driver}`,
  attributesWritten: (file) => `${file} 已写明是哪些文件；请提交，以便他人也能使用。`,
  attributesThere: (file) => `${file} 已写明是哪些文件。`,

  instrumentsProblem: (file, line, column, problem) => `警告：${file}:${line}:${column}：${problem}`,
  instrumentsUnreadable: (file, reason) => `警告：${file}：无法读取（${reason}）；只用内置文书库。`,

  standardInput: '标准输入',
  levels,
  nothingFound: (files) => `${files} 个文件中没有问题。`,
  found: (findings, files, atLevels) => `${files} 个文件中有 ${findings} 处问题：${atLevels.join('，')}。`,
  foundAtLevel: (level, n) => `${levels[level]} ${n} 处`,
  nothingToClean: (file) => `${file}：无须清理。`,
  cleaned: (file, places, doubtful) =>
    `${file}：已清理 ${places} 处${doubtful === 0 ? '' : `；存疑的换行 ${doubtful} 处，留待人工判断`}。`,
  toClean: (file, places) => `${file}：有 ${places} 处待清理。`,
  converted: (from, to, due) => (due ? `待从 ${from} 转换为 ${to}。` : `已从 ${from} 转换为 ${to}。`),
  cleanedOf: (changed, files) => `${files} 个文件中清理了 ${changed} 个。`,
  wouldCleanOf: (changed, files) => `${files} 个文件中有 ${changed} 个会有改动。`,
  kinds: { document: '另一文件', dateline: '电头', preamble: '序言', closing: '结尾', furniture: '版面标记' },
  noStructure: '文件为空。',
  noReferences: '没有提及文书。',
  forms: {
    full: '全称',
    parallel: '别称',
    'defined-short': '定义简称',
    'undefined-short': '简称',
    anaphor: '回指',
    self: '本文',
    unbracketed: '无书名号',
  },
  referenceColumns: ['位置', '形式', '文书', '文字'],
};
