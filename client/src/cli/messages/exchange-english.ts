import type { ExchangeMessages } from '../exchange/exchange-messages.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const exchangeInEnglish: ExchangeMessages = {
  noFormat: (command, formats) =>
    `“${command}” needs a format: --to ${formats.join(', ')}; see “jiaozhu help ${command}”.`,
  noBomWithoutCsv: () => '--no-bom goes with --to csv only.',
  needsFolder: (format) => `${format} has files for each document: say the folder for them, --output FOLDER.`,
  outputThere: (file) =>
    `${file}: is there already. Nothing was written; say another place, or --force to write over it.`,
  mayNotWriteTo: (path) => `${path}: you may not write here; nothing was written.`,
  cannotWriteTo: (path, reason) => `${path}: cannot be written (${reason}); no half file is left.`,
  noTagsOf: (annotator) => `no tags of “${annotator}” there.`,
  labelsUnreadable: (file, reason) =>
    `warning: ${file}: cannot be read (${reason}); the built-in labels are used.`,
  labelsProblem: (file, line, problem) => `warning: ${file}:${line}: ${problem}`,

  notExported: (fault, isTag) => `warning: ${fault}${isTag ? ' It is not exported.' : ''}`,
  tagsOutOfDate: (sidecar, document, found, lost) =>
    `warning: ${sidecar}: out of date, since ${document} has changed. ${count(found, 'tag')} found again by their words, ${lost} not; open and save ${document} in the editor to mend it.`,
  besideOutput: (file) => `${file} stands beside it; name a file with --output to have both.`,
  lossHead: (format) => `${format} cannot hold:`,
  lossCount: (n, documents) => `${n} in ${count(documents, 'document')}`,
  tagsLeftOut: 'left out',
  nothingLost: (documents, format) => `${format} holds all of ${count(documents, 'document')}.`,
  exported: (documents, tags, files, output) =>
    `${count(documents, 'document')} with ${count(tags, 'tag')} exported to ${output} (${count(files, 'file')}).`,
};
