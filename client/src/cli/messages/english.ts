import type { Messages } from '../messages.ts';
import { agreementInEnglish } from './agreement-english.ts';
import { exchangeInEnglish } from './exchange-english.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** What a warning adds. */
const unheeded = {
  file: ' Its “as printed” marks are not heeded.',
  folder: ' “As printed” marks are not heeded.',
  item: ' If it is an “as printed” mark, it is not heeded.',
  nothing: '',
} as const;

/** What both sides of a merge changed. */
const membersChanged = {
  label: 'its label',
  note: 'its note',
  review: 'its review',
  chain: 'its coreference chain',
  creator: 'its creator',
  attribute: 'the attribute',
  place: 'where it lies',
  other: 'the member',
} as const;

/** What the command is doing while it takes long. */
const doing = {
  clean: 'Cleaning',
  read: 'Reading',
  lint: 'Reading',
  export: 'Exporting',
  import: 'Importing',
  convert: 'Converting',
  agreement: 'Comparing',
} as const;

export const english: Messages = {
  language: 'en',
  ...exchangeInEnglish,
  ...agreementInEnglish,

  noCommand: (commands) =>
    `what shall be done? Say one of ${commands.join(', ')}; “jiaozhu --help” says what they do.`,
  unknownCommand: (command, commands) =>
    `there is no command “${command}”. The commands are ${commands.join(', ')}.`,
  unknownOption: (option, command) =>
    command === undefined
      ? `there is no option “${option}”; see “jiaozhu --help”.`
      : `“${command}” has no option “${option}”; see “jiaozhu help ${command}”.`,
  optionWithoutValue: (option) => `the option “${option}” needs a value.`,
  optionWithValue: (option) => `the option “${option}” takes no value.`,
  optionValue: (option, value, values) =>
    `the option “${option}” cannot be “${value}”: it is one of ${values.join(', ')}.`,
  badRule: (value) => `“--rule ${value}” is not RULE=LEVEL, as in “--rule line-break=off”.`,
  fileOfTags: (file) => `“${file}” holds the tags of a document. Name the document.`,
  unknownRule: (rule, rules) => `there is no rule “${rule}”. The rules are ${rules.join(', ')}.`,
  noFile: (command) => `“${command}” needs a file, or - for standard input; see “jiaozhu help ${command}”.`,
  emptyName: (command) => `“${command}” was given an empty name (''), which is no file’s: name a file.`,
  tooManyFiles: (command, file) => `“${command}” takes one file, and “${file}” is one more.`,
  writeToInput: () =>
    'standard input cannot be cleaned in place: leave out --write and --check, or name a file.',
  writeAndCheck: () => 'say either --write or --check: the one changes files, the other only tells.',
  jsonAndFormat: () =>
    'say either --json or --format: the one lists the mentions, the other the instruments cited.',
  bomWithoutCsv: () => '--bom goes with --format csv only.',
  printsOne: (files) =>
    `“clean” prints one text, and these are ${files} files: add --write to clean them in place, or --check to see which would change.`,

  noSuchFile: (file) => `${file}: there is no such file.`,
  isDirectory: (file) => `${file}: this is a directory; name a text file.`,
  mayNotRead: (file) => `${file}: you may not read this file; ask its owner for permission.`,
  cannotRead: (file, reason) => `${file}: cannot be read (${reason}).`,
  tooLarge: (file, megabytes) => `${file}: larger than ${megabytes} MB; split it.`,
  hasNul: (file, offset) => `${file}: not text (a NUL byte at byte offset ${offset}).`,
  encodingUnknown: (file, offset, byte) =>
    `${file}: not UTF-8 text (byte ${byte} at byte offset ${offset} is out of place), nor for certain in another encoding; if it is text, say its encoding: --encoding gb18030, big5, utf-16le or utf-16be.`,
  notInEncoding: (file, encoding, offset, byte) =>
    `${file}: not ${encoding} text (byte ${byte} at byte offset ${offset} is out of place).`,
  notGivenBack: (file, encoding) =>
    `${file}: some of its bytes would not come back the same in ${encoding}, so it was left as it was; convert it with --to utf-8.`,
  notInCharacterSet: (file, encoding, character) =>
    `${file}: ${encoding} has no character ${character}; it was left as it was. Convert it with --to utf-8.`,
  noMatch: (pattern) => `${pattern}: no file fits this pattern.`,
  noDocuments: (folder) =>
    `${folder}: no statements in this folder. It takes .statement, .statement.txt, and .txt whose name or first lines are a statement’s; name other files themselves.`,
  cannotList: (folder, reason) => `${folder}: cannot be listed (${reason}).`,
  exportsPassedOver: (folders) =>
    `${folders === 1 ? '1 folder that was exported to is' : `${folders} folders that were exported to are`} passed over; name it to have its texts.`,
  passedOver: (files) =>
    `${count(files, '.txt file')} passed over: no ${files === 1 ? 'statement' : 'statements'} by name or first lines; name ${files === 1 ? 'it' : 'them'} to include ${files === 1 ? 'it' : 'them'}.`,
  progress: (command, done, all) => `${doing[command]}: ${done} of ${count(all, 'file')}`,
  mayNotWrite: (file) => `${file}: you may not write this file; it was left as it was.`,
  cannotWrite: (file, reason) => `${file}: cannot be written (${reason}); it was left as it was.`,
  notWritable: (file) => `${file}: not a regular file, so it cannot be cleaned in place; leave out --write.`,
  changedMeanwhile: (file) =>
    `${file}: was changed by another program meanwhile and left as it is; run again.`,
  outputFailed: (reason) => `standard output: cannot be written (${reason}); it is not whole.`,
  internalError: (reason) => `an error of Jiaozhu itself, please report it: ${reason}`,

  noText: 'not UTF-8 text',
  fileFaults: { 'no-regular-file': 'not a regular file', 'too-large': 'larger than 32 MB' },
  sidecarUnreadable: (sidecar, reason) => `${sidecar}: cannot be read (${reason}).`,
  sidecarProblem: (sidecar, line, problem) => `${sidecar}:${line}: ${problem}`,
  sidecarsUnlisted: (folder, reason) => `${folder}: cannot be listed (${reason}).`,
  sidecarWarning: (fault, loses) => `warning: ${fault}${unheeded[loses]}`,
  sidecarRefusal: (fault, loses, document) =>
    `${fault} ${document} was left as it was, lest text that is tagged “as printed” be cleaned: ${
      loses === 'folder'
        ? 'ask for leave to list this folder'
        : 'mend the file of tags, or move it to another folder'
    }, and run again.`,
  sidecarOutOfDate: (sidecar, document, found, lost) =>
    `warning: ${sidecar}: out of date, since ${document} has changed. Of its “as printed” marks ${found} ${
      found === 1 ? 'was' : 'were'
    } found again by their words, ${lost} not; open and save ${document} in the editor to mend it.`,
  changed: 'changed meanwhile',
  sidecarNotWritten: (sidecar, reason) =>
    `warning: ${sidecar}: cannot be written (${reason}); its tags will be found again by their words.`,

  mergeFiles: (files) =>
    `“merge” takes three files, BASE OURS THEIRS, or one with conflict markers, and was given ${files}; see “jiaozhu help merge”.`,
  installAlone: (more) => `--install goes alone, without “${more}”.`,
  noMarkers: (file) => `${file}: no conflict markers, so there is nothing to merge.`,
  notMerged: (file, line, problem) => `${file}:${line}: ${problem} Nothing was merged.`,
  mergeConflict: (file, words, { member, name, kept, other }) => {
    const tag = words === '' ? '' : `the tag on “${words}”: `;
    if (member === 'deletion') {
      return `${file}: ${tag}one side removed it, the other changed it; it was kept, with the label “${kept}”.`;
    }
    const what = name === '' ? membersChanged[member] : `${membersChanged[member]} “${name}”`;
    const where = words === '' ? 'under "jiaozhu:conflict"' : 'in its note';
    return `${file}: ${tag}both sides changed ${what}: “${kept}” counts, “${other}” is kept ${where}.`;
  },
  mergeConflicts: (file, n) =>
    `${file}: merged, with ${count(n, 'conflict')}. No tag is lost; what did not count stands in notes that begin with ⚠.`,
  gitFailed: (reason) => `Git cannot do it here: ${reason}`,
  driverInstalled: (driver) => `Git in this repository merges files of tags by: ${driver}`,
  attributesWritten: (file) =>
    `${file} now says which files these are; commit it, so that others have it too.`,
  attributesThere: (file) => `${file} says already which files these are.`,

  instrumentsProblem: (file, line, column, problem) => `warning: ${file}:${line}:${column}: ${problem}`,
  instrumentsUnreadable: (file, reason) =>
    `warning: ${file}: cannot be read (${reason}); only the built-in instruments are known.`,

  standardInput: 'standard input',
  levels: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  nothingFound: (files) => `Nothing to report in ${count(files, 'file')}.`,
  found: (findings, files, levels) =>
    `${count(findings, 'finding')} in ${count(files, 'file')}: ${levels.join(', ')}.`,
  foundAtLevel: (level, n) => (level === 'information' ? `${n} information` : count(n, level)),
  nothingToClean: (file) => `${file}: nothing to clean.`,
  cleaned: (file, places, doubtful) =>
    `${file}: ${count(places, 'place')} mended${
      doubtful === 0 ? '' : `; ${count(doubtful, 'doubtful line break')} left for a person`
    }.`,
  toClean: (file, places) => `${file}: ${count(places, 'place')} to mend.`,
  converted: (from, to, due) =>
    due ? ` To convert from ${from} to ${to}.` : ` Converted from ${from} to ${to}.`,
  cleanedOf: (changed, files) => `${changed} of ${count(files, 'file')} cleaned.`,
  wouldCleanOf: (changed, files) => `${changed} of ${count(files, 'file')} would change.`,
  kinds: {
    document: 'document',
    dateline: 'dateline',
    preamble: 'preamble',
    closing: 'closing',
    furniture: 'page mark',
  },
  noStructure: 'The file is empty.',
  noReferences: 'No references to instruments.',
  forms: {
    full: 'full',
    parallel: 'parallel',
    'defined-short': 'defined-short',
    'undefined-short': 'undefined-short',
    anaphor: 'anaphor',
    self: 'self',
    unbracketed: 'unbracketed',
  },
  referenceColumns: ['place', 'form', 'instrument', 'text'],
};
