import { comparedMembers } from '../../annotations/exchange/import-conflict.ts';
import { refusalTold } from '../../annotations/exchange/refusal-words.ts';
import type { ExchangeMessages, ImportAsked, ImportCounts } from '../exchange/exchange-messages.ts';

export const exchangeInChinese: ExchangeMessages = {
  noFormat: (command, formats) =>
    `“${command}”须写明格式：--to ${formats.join('、')}；见“jiaozhu help ${command}”。`,
  noBomWithoutCsv: () => '--no-bom 只用于 --to csv。',
  needsFolder: (format) => `${format} 的每个文书各有文件：请用 --output 写明文件夹。`,
  outputThere: (file) => `${file}：已经存在。未写入任何内容；请另写位置，或加 --force 覆盖。`,
  sourceThere: (file) =>
    `${file}：这是文书、标注文件或此次读取的文件，即使加 --force 也不覆盖。未写入任何内容；请另写一个文件夹：--output 文件夹。`,
  outputLink: (folder) => `${folder}：这是通往另一文件夹的链接，不经由它写入；请另写位置。`,
  copiesPassedOver: (n) => `略过 ${n} 个由导出写成的文书；写明文件名即可取用。`,
  mayNotWriteTo: (path) => `${path}：无权写入；未写入任何内容。`,
  cannotWriteTo: (path, reason) => `${path}：无法写入（${reason}）；没有留下不完整的文件。`,
  settledAlone: (documents) =>
    `有 ${documents} 个文书只导出裁定结果，不含各人的标注；如需一并导出，请加 --annotator all。`,
  noTagsOf: (annotator) => `其中没有“${annotator}”的标注。`,
  labelsUnreadable: (file, reason) => `警告：${file}：无法读取（${reason}）；采用内置标签。`,
  labelsProblem: (file, line, problem) => `警告：${file}:${line}：${problem}`,

  notExported: (fault, isTag) => `警告：${fault}${isTag ? '未导出。' : ''}`,
  tagsOutOfDate: (sidecar, document, found, lost) =>
    `警告：${sidecar}：${document} 已改动，此文件已过时。按文字找回标注 ${found} 个，未找回 ${lost} 个；请在编辑器中打开并保存 ${document}。`,
  besideOutput: (file) => `另有 ${file}；请用 --output 写明文件，以便两者都写出。`,
  choiceHead: '按所选不导出：',
  lossHead: (format) => `${format} 不能保存：`,
  lossCount: (n, documents) => `${documents} 个文书中 ${n} 处`,
  tagsLeftOut: '不导出',
  nothingLost: (documents, format) => `${format} 能保存 ${documents} 个文书的全部内容。`,
  exported: (documents, tags, files, output) =>
    `已将 ${documents} 个文书、${tags} 个标注导出至 ${output}（${files} 个文件）。`,

  labelsExported: (labels, output) => `已将 ${labels} 个标签导出至 ${output}。`,

  notRead: (format) => `${format} 只能导出，不能导入。`,
  noneOfFormat: (files, format) => `${files}：其中没有 ${format} 的文件。`,
  whichFormat: (formats) => `请写明这是哪种格式：--from ${formats.join('、')}。`,
  notARegularFile: (file) => `${file}：不是普通文件。`,
  noFolder: (path) => `${path}：不是文件夹；请用 --into 写明文书所在的文件夹。`,
  leadsOut: (path, folder) => `${path}：经由链接通往 ${folder} 之外；未导入。`,
  linkLeadsOut: (path, folder) => `警告：${path}：此链接通往 ${folder} 之外，不跟随。`,
  formatProblem: (place, problem, whole) =>
    whole ? `jiaozhu: ${place}：${problem}` : `警告：${place}：${problem}`,
  itemKept: (fault) => `警告：${fault}原样保留。`,
  importConflict: (document, { words, member, name, ours, theirs, kept }) =>
    `${document}：“${short(words)}”的标注：${comparedMembers[member].zh}${name === '' ? '' : `“${name}”`}此处为“${short(ours)}”，导入为“${short(theirs)}”；${kept === 'ours' ? '保留此处的' : '采用导入的'}。`,
  importRefused: (path, refusal) => `${path}：${refusalTold(refusal, 'zh')}`,
  importNumbered: (path, wanted) => `${path}：因 ${wanted} 是本次导入中正文不同的另一文书，故用此名。`,
  importLost: (document, n) =>
    `${document}：有 ${n} 个标注的文字在文书中找不到，或不能断定；已列入失去原文的标注。`,
  notRemoved: '未删除任何标注：有内容未能导入，缺少的标注可能在其中。',
  labelsRenamed: (renamings) =>
    `按名称认出的标签：${renamings.map(({ written, id }) => `“${written}”即 ${id}`).join('，')}。`,
  labelsUnknown: (labels) =>
    `标签方案中没有的标签：${listed(labels)}。其标注已保留；请将标签加入 .jiaozhu/labels.json，或在编辑器中对应到其他标签。`,
  labelsSaid: (labels, command) =>
    `标签方案中没有的标签：${listed(labels)}。其标注已保留；文件中写明了这些标签，可用“${command}”导入。`,
  importWould: (document, how, words, label) =>
    `${document}：${how === 'added' ? '待新增' : '待更改'}：“${short(words)}”（${label}）`,
  importedDocument: (document, counts, isNew, asked) =>
    `${document}：${isNew ? `${asked.check ? '待新建' : '已新建'}；` : ''}${countsTold(counts, asked)}。`,
  importedAll: (total, asked) =>
    `${total.documents} 个文书${total.created > 0 ? `（其中新建 ${total.created} 个）` : ''}：${countsTold(total, asked)}。`,

  forceWithoutLabels: () => '--force 用于标签（--labels）：标注从不覆盖，见 --on-conflict。',
  notWithLabels: (option) => `${option} 用于标注，不能与标签（--labels）同用。`,
  noLabelFiles: (files) =>
    `${files}：其中没有含标签的文件（annotation.conf、*labels.json、*.label-studio.xml、*.qdc、*.qdpx）；其他名称的文件请逐一写明。`,
  labelsLeft: (file, reason) => `${file}：${reason}未导入任何内容；请修复此文件，或将其移走。`,
  labelsTwofold: '其中有重复的列表，或不是列表。',
  labelsTaken: (file, { how, labels, groups, attributes, relations }, check) => {
    const what = [
      `标签 ${labels.length} 个`,
      ...(groups > 0 ? [`分组 ${groups} 个`] : []),
      ...(attributes > 0 ? [`属性 ${attributes} 个`] : []),
      ...(relations > 0 ? [`关系 ${relations} 种`] : []),
    ].join('、');
    const done = { made: '新建', added: '新增', replaced: '替换为' }[how];
    return `${file}：${check ? '待' : '已'}${done}${what}${labels.length > 0 ? `（${listed(labels)}）` : ''}。`;
  },
  labelsKept: (labels) => `已有的标签不变：${listed(labels)}。（--force 可将其替换为导入的标签。）`,

  convertedTo: (documents, tags, files, output) =>
    `已将 ${documents} 个文书、${tags} 个标注转换至 ${output}（${files} 个文件）。`,
};

/** 过多时只列出前面的。 */
function listed(names: readonly string[]): string {
  return `${names.slice(0, 40).join('、')}${names.length > 40 ? '……' : ''}`;
}

function short(text: string): string {
  return Array.from(text).length > 40 ? `${Array.from(text).slice(0, 40).join('')}…` : text;
}

function countsTold(
  { added, changed, conflicts, untaken, lost, skipped, missing }: ImportCounts,
  { check, removeMissing }: ImportAsked,
): string {
  return [
    `${check ? '待新增' : '新增'}标注 ${added} 个`,
    `${check ? '待更改' : '更改'} ${changed} 个`,
    ...(conflicts > 0 ? [`冲突 ${conflicts} 处`] : []),
    ...(untaken > 0 ? [`导入的更改未采用 ${untaken} 处（--on-conflict theirs 全部采用）`] : []),
    ...(lost > 0 ? [`失去原文 ${lost} 个`] : []),
    ...(skipped > 0 ? [`未读取 ${skipped} 处`] : []),
    ...(missing > 0
      ? [
          removeMissing
            ? `${check ? '待删除' : '删除'} ${missing} 个`
            : `导入中没有的 ${missing} 个，已保留（--remove-missing 可删除）`,
        ]
      : []),
  ].join('，');
}
