import type { Refusal } from '../../annotations/exchange/belonging.ts';
import type { ImportConflict } from '../../annotations/exchange/import-conflict.ts';
import type { Renaming } from '../../annotations/exchange/written-labels.ts';

/** What the command says of formats: on the way out, in, and from one to another. */
export interface ExchangeMessages {
  noFormat(command: string, formats: readonly string[]): string;
  noBomWithoutCsv(): string;
  /** The format has several files. */
  needsFolder(format: string): string;
  outputThere(file: string): string;
  sourceThere(file: string): string;
  /** A folder in the output that is a link. */
  outputLink(folder: string): string;
  mayNotWriteTo(path: string): string;
  cannotWriteTo(path: string, reason: string): string;
  settledAlone(documents: number): string;
  noTagsOf(annotator: string): string;
  labelsUnreadable(file: string, reason: string): string;
  labelsProblem(file: string, line: number, problem: string): string;

  // Out.
  /** Of documents in folders, those that lie among the files of an export. */
  copiesPassedOver(count: number): string;
  /** @param isTag whether a tag is left out for it */
  notExported(fault: string, isTag: boolean): string;
  tagsOutOfDate(sidecar: string, document: string, found: number, lost: number): string;
  /** A file that stands beside the one on standard output. */
  besideOutput(file: string): string;
  readonly choiceHead: string;
  lossHead(format: string): string;
  lossCount(count: number, documents: number): string;
  readonly tagsLeftOut: string;
  nothingLost(documents: number, format: string): string;
  exported(documents: number, tags: number, files: number, output: string): string;
  labelsExported(labels: number, output: string): string;

  // In.
  notRead(format: string): string;
  noneOfFormat(files: string, format: string): string;
  whichFormat(formats: readonly string[]): string;
  notARegularFile(file: string): string;
  noFolder(path: string): string;
  leadsOut(path: string, folder: string): string;
  /** Of a file that another names. */
  linkLeadsOut(path: string, folder: string): string;
  /** @param whole whether the file, or the rest of it, was not read for it */
  formatProblem(place: string, problem: string, whole: boolean): string;
  /** Something in a file of tags that is not understood. */
  itemKept(fault: string): string;
  importConflict(document: string, conflict: ImportConflict & { readonly kept: 'ours' | 'theirs' }): string;
  /** A document that is not taken. @param path where it would be */
  importRefused(path: string, refusal: Refusal): string;
  /** Another document of the import has the path that this one would have. */
  importNumbered(path: string, wanted: string): string;
  importLost(document: string, count: number): string;
  /** Missing tags, since not all could be imported. */
  readonly notRemoved: string;
  /** Labels that are known by their names. */
  labelsRenamed(renamings: readonly Renaming[]): string;
  labelsUnknown(labels: readonly string[]): string;
  /** The files that these came in say what they are. @param command that takes them */
  labelsSaid(labels: readonly string[], command: string): string;
  /** A tag that would be added or changed. */
  importWould(document: string, how: 'added' | 'changed', words: string, label: string): string;
  importedDocument(document: string, counts: ImportCounts, isNew: boolean, asked: ImportAsked): string;
  importedAll(total: ImportCounts & ImportTotal, asked: ImportAsked): string;

  // Labels in.
  forceWithoutLabels(): string;
  notWithLabels(option: string): string;
  noLabelFiles(files: string): string;
  /** A file of labels that nothing can be added to, nor is it written over. */
  labelsLeft(file: string, reason: string): string;
  /** Why: a list stands in it twice, or is no list. */
  readonly labelsTwofold: string;
  labelsTaken(file: string, taken: TakenLabels, check: boolean): string;
  labelsKept(labels: readonly string[]): string;

  // From one to another.
  convertedTo(documents: number, tags: number, files: number, output: string): string;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly conflicts: number;
  /** In how many of these what is here stays. */
  readonly untaken: number;
  /** Whose words were not found, or are not where the file says. */
  readonly lost: number;
  /** Of what the files say, how much was not read. */
  readonly skipped: number;
  /** That the import lacks. */
  readonly missing: number;
}

export interface TakenLabels {
  readonly how: 'made' | 'added' | 'replaced';
  /** Their ids. */
  readonly labels: readonly string[];
  readonly groups: number;
  readonly attributes: number;
  readonly relations: number;
}

export interface ImportTotal {
  readonly documents: number;
  /** Of these. */
  readonly created: number;
}

export interface ImportAsked {
  readonly check: boolean;
  readonly removeMissing: boolean;
}
