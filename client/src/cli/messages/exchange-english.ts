import { comparedMembers } from '../../annotations/exchange/import-conflict.ts';
import { refusalTold } from '../../annotations/exchange/refusal-words.ts';
import type { ExchangeMessages, ImportAsked, ImportCounts } from '../exchange/exchange-messages.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const exchangeInEnglish: ExchangeMessages = {
  noFormat: (command, formats) =>
    `“${command}” needs a format: --to ${formats.join(', ')}; see “jiaozhu help ${command}”.`,
  noBomWithoutCsv: () => '--no-bom goes with --to csv only.',
  needsFolder: (format) => `${format} has files for each document: say the folder for them, --output FOLDER.`,
  outputThere: (file) =>
    `${file}: is there already. Nothing was written; say another place, or --force to write over it.`,
  sourceThere: (file) =>
    `${file}: is a document or a file of tags, or was read for this; such a file is never written over, with --force neither. Nothing was written; say a folder of its own, --output FOLDER.`,
  outputLink: (folder) =>
    `${folder}: is a link to a folder, and nothing is written through it; say another place.`,
  copiesPassedOver: (n) =>
    `${count(n, 'document')} passed over that an export has made; name ${n === 1 ? 'it' : 'them'} to take ${n === 1 ? 'it' : 'them'}.`,
  mayNotWriteTo: (path) => `${path}: you may not write here; nothing was written.`,
  cannotWriteTo: (path, reason) => `${path}: cannot be written (${reason}); no half file is left.`,
  settledAlone: (documents) =>
    `of ${count(documents, 'document')} only the settled tags go out, not the annotators’ own; --annotator all has both.`,
  noTagsOf: (annotator) => `no tags of “${annotator}” there.`,
  labelsUnreadable: (file, reason) =>
    `warning: ${file}: cannot be read (${reason}); the built-in labels are used.`,
  labelsProblem: (file, line, problem) => `warning: ${file}:${line}: ${problem}`,

  notExported: (fault, isTag) => `warning: ${fault}${isTag ? ' It is not exported.' : ''}`,
  tagsOutOfDate: (sidecar, document, found, lost) =>
    `warning: ${sidecar}: out of date, since ${document} has changed. ${count(found, 'tag')} found again by their words, ${lost} not; open and save ${document} in the editor to mend it.`,
  besideOutput: (file) => `${file} stands beside it; name a file with --output to have both.`,
  choiceHead: 'Left out by the choice of what goes out:',
  lossHead: (format) => `${format} cannot hold:`,
  lossCount: (n, documents) => `${n} in ${count(documents, 'document')}`,
  tagsLeftOut: 'left out',
  nothingLost: (documents, format) => `${format} holds all of ${count(documents, 'document')}.`,
  exported: (documents, tags, files, output) =>
    `${count(documents, 'document')} with ${count(tags, 'tag')} exported to ${output} (${count(files, 'file')}).`,

  labelsExported: (labels, output) => `${count(labels, 'label')} exported to ${output}.`,

  notRead: (format) => `${format} is only written, not read.`,
  noneOfFormat: (files, format) => `${files}: no files of ${format} there.`,
  whichFormat: (formats) => `say which format this is: --from ${formats.join(', ')}.`,
  notARegularFile: (file) => `${file}: not a regular file.`,
  noFolder: (path) => `${path}: not a folder; say the folder of the documents, --into FOLDER.`,
  leadsOut: (path, folder) => `${path}: leads out of ${folder} by a link; nothing was imported there.`,
  linkLeadsOut: (path, folder) => `warning: ${path}: a link that leads out of ${folder}; it is not followed.`,
  formatProblem: (place, problem, whole) =>
    whole ? `jiaozhu: ${place}: ${problem}` : `warning: ${place}: ${problem}`,
  itemKept: (fault) => `warning: ${fault} It stays as it is.`,
  importConflict: (document, { words, member, name, ours, theirs, kept }) =>
    `${document}: the tag on “${short(words)}”: ${comparedMembers[member].en}${name === '' ? '' : ` “${name}”`} is “${short(ours)}” here and “${short(theirs)}” in the import; ${kept === 'ours' ? 'what is here stays' : 'the import counts'}.`,
  importRefused: (path, refusal) => `${path}: ${refusalTold(refusal, 'en')}`,
  importNumbered: (path, wanted) =>
    `${path}: called so since ${wanted} is another document of this import, with another text.`,
  importLost: (document, n) =>
    `${document}: the words of ${count(n, 'tag')} are not in the document, or not for certain; ${n === 1 ? 'it waits' : 'they wait'} among the lost words.`,
  notRemoved: 'nothing was removed, since not all could be imported: what is missing may be in the rest.',
  labelsRenamed: (renamings) =>
    `labels known by their names: ${renamings.map(({ written, id }) => `“${written}” is ${id}`).join(', ')}.`,
  labelsUnknown: (labels) =>
    `labels that are not in the scheme: ${listed(labels)}. Their tags are kept; add them to .jiaozhu/labels.json, or map them in the editor.`,
  labelsSaid: (labels, command) =>
    `labels that are not in the scheme: ${listed(labels)}. Their tags are kept; the files say what they are: “${command}” takes them.`,
  importWould: (document, how, words, label) =>
    `${document}: ${how === 'added' ? 'to add' : 'to change'}: “${short(words)}” (${label})`,
  importedDocument: (document, counts, isNew, asked) =>
    `${document}: ${isNew ? `${asked.check ? 'to be made' : 'made'}; ` : ''}${countsTold(counts, asked)}.`,
  importedAll: (total, asked) =>
    `${count(total.documents, 'document')}${total.created > 0 ? `, ${total.created} of them new` : ''}: ${countsTold(total, asked)}.`,

  forceWithoutLabels: () =>
    '--force goes with labels (--labels): tags are never written over, see --on-conflict.',
  notWithLabels: (option) => `${option} is for tags, and goes not with labels (--labels).`,
  noLabelFiles: (files) =>
    `${files}: no files with labels there (annotation.conf, *labels.json, *.label-studio.xml, *.qdc, *.qdpx); one that is called otherwise, name by itself.`,
  labelsLeft: (file, reason) => `${file}: ${reason} Nothing was imported; mend it, or move it away.`,
  labelsTwofold: 'One of its lists stands there twice, or is no list.',
  labelsTaken: (file, { how, labels, groups, attributes, relations }, check) => {
    const what = [
      count(labels.length, 'label'),
      ...(groups > 0 ? [count(groups, 'group')] : []),
      ...(attributes > 0 ? [count(attributes, 'attribute')] : []),
      ...(relations > 0 ? [count(relations, 'kind of links', 'kinds of links')] : []),
    ].join(', ');
    const done = check
      ? { made: 'to be made with', added: 'to add:', replaced: 'to be replaced by' }
      : takenHow;
    return `${file}: ${done[how]} ${what}${labels.length > 0 ? ` (${listed(labels)})` : ''}.`;
  },
  labelsKept: (labels) =>
    `labels that are there already stay as they are: ${listed(labels)}. (--force puts the import in their place.)`,

  convertedTo: (documents, tags, files, output) =>
    `${count(documents, 'document')} with ${count(tags, 'tag')} converted to ${output} (${count(files, 'file')}).`,
};

const takenHow = { made: 'made with', added: 'added:', replaced: 'replaced by' } as const;

/** Of very many, the first. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, 40).join(', ')}${names.length > 40 ? ', …' : ''}`;
}

function short(text: string): string {
  return Array.from(text).length > 40 ? `${Array.from(text).slice(0, 40).join('')}…` : text;
}

function countsTold(
  { added, changed, conflicts, untaken, lost, skipped, missing }: ImportCounts,
  { check, removeMissing }: ImportAsked,
): string {
  return [
    `${count(added, 'tag')} ${check ? 'to add' : 'added'}`,
    `${changed} ${check ? 'to change' : 'changed'}`,
    ...(conflicts > 0 ? [`${count(conflicts, 'conflict')}`] : []),
    ...(untaken > 0
      ? [`${count(untaken, 'change')} of the import NOT taken (--on-conflict theirs takes all)`]
      : []),
    ...(lost > 0 ? [`${lost} among the lost words`] : []),
    ...(skipped > 0 ? [`${skipped} not read`] : []),
    ...(missing > 0
      ? [
          removeMissing
            ? `${missing} ${check ? 'to remove' : 'removed'}`
            : `${missing} that the import does not have, kept (--remove-missing removes them)`,
        ]
      : []),
  ].join(', ');
}
