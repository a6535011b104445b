/** What the command says of formats: on the way out, in, and from one to another. */
export interface ExchangeMessages {
  noFormat(command: string, formats: readonly string[]): string;
  noBomWithoutCsv(): string;
  /** The format has several files. */
  needsFolder(format: string): string;
  outputThere(file: string): string;
  mayNotWriteTo(path: string): string;
  cannotWriteTo(path: string, reason: string): string;
  noTagsOf(annotator: string): string;
  labelsUnreadable(file: string, reason: string): string;
  labelsProblem(file: string, line: number, problem: string): string;

  // Out.
  /** @param isTag whether a tag is left out for it */
  notExported(fault: string, isTag: boolean): string;
  tagsOutOfDate(sidecar: string, document: string, found: number, lost: number): string;
  /** A file that stands beside the one on standard output. */
  besideOutput(file: string): string;
  lossHead(format: string): string;
  lossCount(count: number, documents: number): string;
  readonly tagsLeftOut: string;
  nothingLost(documents: number, format: string): string;
  exported(documents: number, tags: number, files: number, output: string): string;
}
