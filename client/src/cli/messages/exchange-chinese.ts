import type { ExchangeMessages } from '../exchange/exchange-messages.ts';

export const exchangeInChinese: ExchangeMessages = {
  noFormat: (command, formats) =>
    `“${command}”须写明格式：--to ${formats.join('、')}；见“jiaozhu help ${command}”。`,
  noBomWithoutCsv: () => '--no-bom 只用于 --to csv。',
  needsFolder: (format) => `${format} 的每个文书各有文件：请用 --output 写明文件夹。`,
  outputThere: (file) => `${file}：已经存在。未写入任何内容；请另写位置，或加 --force 覆盖。`,
  mayNotWriteTo: (path) => `${path}：无权写入；未写入任何内容。`,
  cannotWriteTo: (path, reason) => `${path}：无法写入（${reason}）；没有留下不完整的文件。`,
  noTagsOf: (annotator) => `其中没有“${annotator}”的标注。`,
  labelsUnreadable: (file, reason) => `警告：${file}：无法读取（${reason}）；采用内置标签。`,
  labelsProblem: (file, line, problem) => `警告：${file}:${line}：${problem}`,

  notExported: (fault, isTag) => `警告：${fault}${isTag ? '未导出。' : ''}`,
  tagsOutOfDate: (sidecar, document, found, lost) =>
    `警告：${sidecar}：${document} 已改动，此文件已过时。按文字找回标注 ${found} 个，未找回 ${lost} 个；请在编辑器中打开并保存 ${document}。`,
  besideOutput: (file) => `另有 ${file}；请用 --output 写明文件，以便两者都写出。`,
  lossHead: (format) => `${format} 不能保存：`,
  lossCount: (n, documents) => `${documents} 个文书中 ${n} 处`,
  tagsLeftOut: '不导出',
  nothingLost: (documents, format) => `${format} 能保存 ${documents} 个文书的全部内容。`,
  exported: (documents, tags, files, output) =>
    `已将 ${documents} 个文书、${tags} 个标注导出至 ${output}（${files} 个文件）。`,
};
