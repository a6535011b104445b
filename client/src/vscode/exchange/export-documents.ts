import type * as vscode from 'vscode';
import { keepsMarks, needsFacts, startExport } from '../../annotations/exchange/export-run.ts';
import { exportedText } from '../../annotations/exchange/exported-text.ts';
import type { LossLine } from '../../annotations/exchange/told-loss.ts';
import type { OutputPiece, WritingContext } from '../../annotations/formats/format.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { Choice } from './export-choice.ts';
import { LossExamples } from './losses.ts';
import { type OutgoingDocument, OutgoingReader } from './outgoing.ts';
import { Slices } from './slices.ts';

/** What is to be exported, once it is chosen. */
export interface ExportTask {
  readonly documents: readonly OutgoingDocument[];
  readonly choice: Pick<Choice, 'format' | 'form' | 'reviews'>;
  readonly context: WritingContext;
}

/** What came of going over the documents. */
export interface ExportResult {
  readonly documents: number;
  readonly tags: number;
  readonly lines: readonly LossLine[];
  readonly examples: LossExamples;
  /** The documents that could not be read, each with the reason. */
  readonly unread: readonly { readonly document: OutgoingDocument; readonly reason: string }[];
}

/**
 * Goes over the documents one by one, in slices that leave the editor its turn: tells what would be lost, and writes
 * them where something is to be written with. Undefined where it was cancelled.
 */
export async function exportDocuments(
  { documents, choice, context }: ExportTask,
  client: Pick<StatementClient, 'statementFacts'>,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
  tell: (done: number) => void,
  write?: (piece: OutputPiece) => Promise<void>,
): Promise<ExportResult | undefined> {
  const { format } = choice;
  const run = startExport(format, context);
  const reader = new OutgoingReader(client, needsFacts(format, choice));
  const slices = new Slices();
  const examples = new LossExamples();
  const unread: ExportResult['unread'][number][] = [];
  const gone: OutgoingDocument[] = [];
  const put = async (pieces: Iterable<OutputPiece>) => {
    for (const piece of pieces) {
      await write?.(piece);
      await slices.pause();
      if (token.isCancellationRequested) return;
    }
  };
  for (const [at, document] of documents.entries()) {
    const read = await reader.read(document);
    if (token.isCancellationRequested) return undefined;
    if (read.ok) {
      gone.push(document);
      const { native } = read;
      const exported = exportedText(native, { ...choice, marks: keepsMarks(format) });
      if (write) await put(run.write(exported));
      else examples.add(document, native.tags, run.preview(exported));
    } else unread.push({ document, reason: read.reason });
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
    tell(at + 1);
  }
  if (write) await put(run.end());
  if (token.isCancellationRequested) return undefined;
  // A document of several annotators is one.
  const names = new Set(gone.map(({ found }) => String(found.uri)));
  return { documents: names.size, tags: run.tags, lines: run.losses, examples, unread };
}
