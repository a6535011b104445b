import type { Level } from '../../../server/src/artefacts/artefact.ts';
import type { ReferenceForm } from '../../../server/src/instruments/reference.ts';
import type { NodeKind } from '../../../server/src/statement/node.ts';
import type { MergeConflict } from '../annotations/merge-conflict.ts';
import type { AgreementMessages } from './agreement/agreement-messages.ts';
import type { ExchangeMessages } from './exchange/exchange-messages.ts';
import type { FileBytes } from './file-bytes.ts';
import { chinese } from './messages/chinese.ts';
import { english } from './messages/english.ts';
import type { SidecarFault } from './sidecar-fault.ts';

/** The languages that every message exists in. */
export type Language = 'en' | 'zh';

/** All that the command says of itself; what a finding says comes from the server's messages. */
export interface Messages extends ExchangeMessages, AgreementMessages {
  readonly language: Language;

  // The command line.
  noCommand(commands: readonly string[]): string;
  unknownCommand(command: string, commands: readonly string[]): string;
  unknownOption(option: string, command: string | undefined): string;
  optionWithoutValue(option: string): string;
  optionWithValue(option: string): string;
  optionValue(option: string, value: string, values: readonly string[]): string;
  badRule(value: string): string;
  fileOfTags(file: string): string;
  unknownRule(rule: string, rules: readonly string[]): string;
  noFile(command: string): string;
  emptyName(command: string): string;
  tooManyFiles(command: string, file: string): string;
  writeToInput(): string;
  writeAndCheck(): string;
  jsonAndFormat(): string;
  bomWithoutCsv(): string;
  /** `clean` can print one text only. */
  printsOne(files: number): string;

  // Files.
  noSuchFile(file: string): string;
  isDirectory(file: string): string;
  mayNotRead(file: string): string;
  cannotRead(file: string, reason: string): string;
  tooLarge(file: string, megabytes: number): string;
  /** @param offset of the byte, from 0 */
  hasNul(file: string, offset: number): string;
  /** Not UTF-8, and no other encoding for certain. @param offset of the byte, from 0 */
  encodingUnknown(file: string, offset: number, byte: string): string;
  /** @param offset of the byte, from 0 */
  notInEncoding(file: string, encoding: string, offset: number, byte: string): string;
  /** The same text in the same encoding has other bytes. */
  notGivenBack(file: string, encoding: string): string;
  notInCharacterSet(file: string, encoding: string, character: string): string;
  noMatch(pattern: string): string;
  noDocuments(folder: string): string;
  cannotList(folder: string, reason: string): string;
  passedOver(files: number): string;
  exportsPassedOver(folders: number): string;
  progress(
    command: 'clean' | 'read' | 'lint' | 'export' | 'import' | 'convert' | 'agreement',
    done: number,
    all: number,
  ): string;
  mayNotWrite(file: string): string;
  cannotWrite(file: string, reason: string): string;
  notWritable(file: string): string;
  changedMeanwhile(file: string): string;
  /** Of standard output. */
  outputFailed(reason: string): string;
  internalError(reason: string): string;

  // Sidecars.
  readonly noText: string;
  readonly fileFaults: Readonly<Record<Extract<FileBytes, { ok: false }>['fault'], string>>;
  sidecarUnreadable(sidecar: string, reason: string): string;
  sidecarProblem(sidecar: string, line: number, problem: string): string;
  sidecarsUnlisted(folder: string, reason: string): string;
  /** @param fault one of the three above */
  sidecarWarning(fault: string, loses: SidecarFault['loses']): string;
  sidecarRefusal(fault: string, loses: SidecarFault['loses'], document: string): string;
  sidecarOutOfDate(sidecar: string, document: string, found: number, lost: number): string;
  readonly changed: string;
  sidecarNotWritten(sidecar: string, reason: string): string;

  // Merging files of tags.
  mergeFiles(files: number): string;
  installAlone(more: string): string;
  noMarkers(file: string): string;
  notMerged(file: string, line: number, problem: string): string;
  /** @param words of the tag, shortened; empty where it is the file's own member */
  mergeConflict(file: string, words: string, conflict: MergeConflict): string;
  mergeConflicts(file: string, count: number): string;
  gitFailed(reason: string): string;
  driverInstalled(driver: string): string;
  attributesWritten(file: string): string;
  attributesThere(file: string): string;

  // Instruments of a folder's own.
  instrumentsProblem(file: string, line: number, column: number, problem: string): string;
  instrumentsUnreadable(file: string, reason: string): string;

  // Results for people.
  readonly standardInput: string;
  readonly levels: Readonly<Record<Exclude<Level, 'off'>, string>>;
  nothingFound(files: number): string;
  found(findings: number, files: number, levels: readonly string[]): string;
  foundAtLevel(level: Exclude<Level, 'off'>, count: number): string;
  nothingToClean(file: string): string;
  cleaned(file: string, places: number, doubtful: number): string;
  toClean(file: string, places: number): string;
  /** Added to what is said of a file. @param due it has not been done yet */
  converted(from: string, to: string, due: boolean): string;
  cleanedOf(changed: number, files: number): string;
  wouldCleanOf(changed: number, files: number): string;
  /** The kinds of parts whose labels do not say what they are. */
  readonly kinds: Readonly<Partial<Record<NodeKind, string>>>;
  readonly noStructure: string;
  readonly noReferences: string;
  /** How a mention names its instrument, in a table. */
  readonly forms: Readonly<Record<ReferenceForm, string>>;
  readonly referenceColumns: readonly [place: string, form: string, instrument: string, text: string];
}

export function messagesIn(language: Language): Messages {
  return language === 'zh' ? chinese : english;
}
