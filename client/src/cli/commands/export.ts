import { statSync } from 'node:fs';
import {
  type ExportRun,
  keepsMarks,
  needsFacts,
  startExport,
} from '../../annotations/exchange/export-run.ts';
import type { Format } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { loadFormat } from '../../annotations/formats/formats.ts';
import { findDocuments } from '../document-search.ts';
import { commonFolder, type OutgoingDocument, outgoingDocuments } from '../exchange/documents-below.ts';
import type { ExportCommand } from '../exchange/exchange-options.ts';
import { isExportedCopy } from '../exchange/exported-copies.ts';
import { schemeFor } from '../exchange/label-scheme.ts';
import { tellLosses } from '../exchange/loss-report.ts';
import { nowhere, openOutput } from '../exchange/output.ts';
import { preparedDocuments } from '../exchange/prepared-documents.ts';
import { Untouchable } from '../exchange/untouchable.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { tellSearch } from './search-report.ts';

/** 1: `--check`, and something would be lost; 2: something could not be read, and the rest is exported. */
export async function exportDocuments(
  asked: ExportCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0 | 1 | 2> {
  const format = await loadFormat(asked.to);
  const found = findDocuments(asked.files);
  // Labels are there without documents, too.
  if (format.isOfLabels && found.files.length === 0 && asked.files.every(isFolder)) {
    return exportLabels(format, asked, terminal, say);
  }
  let failed = tellSearch(found, terminal, say);
  // An output in the folder would go out with it, and the next one with both.
  const named = new Set(asked.files);
  const files = found.files.filter((path) => named.has(path) || !isExportedCopy(path));
  const copies = found.files.length - files.length;
  if (copies > 0) terminal.err(say.copiesPassedOver(copies));
  const documents = outgoingDocuments(asked.files, files, asked.annotator);
  if (documents.length === 0) {
    if (asked.annotator === undefined || failed) return 2;
    throw new Failure((say) => say.noTagsOf(asked.annotator!));
  }
  const settled = documents.filter(({ settledAlone }) => settledAlone).length;
  if (settled > 0) terminal.err(say.settledAlone(settled));
  const scheme = schemeFor(commonFolder(asked.files), terminal, say);
  const output = asked.check ? nowhere : openOutput(format, asked, sourcesOf(documents), terminal, say);
  const context = { scheme, language: say.language, corpus: output.corpus };
  let run: ExportRun;
  /** A document of several annotators is one. */
  const read = new Set<string>();
  const told = new Set<string>();
  try {
    run = startExport(format, context);
    const prepare = {
      choice: { form: asked.form, reviews: asked.reviews, marks: keepsMarks(format) },
      facts: needsFacts(format, asked),
      ...(asked.encoding && { encoding: asked.encoding }),
    };
    let done = 0;
    for await (const { err, exported } of preparedDocuments(documents, prepare, terminal, say)) {
      for (const line of err) {
        // What is wrong with a folder's instruments each of its documents comes upon.
        if (!told.has(line)) terminal.err(line);
        told.add(line);
      }
      // What cannot be read stops none of the others; what cannot be written ends it.
      if (!exported) failed = true;
      else {
        read.add(documents[done]!.path);
        if (asked.check) run.preview(exported);
        else for (const piece of run.write(exported)) output.write(piece);
      }
      done += 1;
      terminal.progress?.(say.progress('export', done, documents.length));
      // Lets a signal through.
      if (done % 16 === 0) await new Promise(setImmediate);
    }
    if (!asked.check) for (const piece of run.end()) output.write(piece);
  } catch (error) {
    output.discard();
    throw error;
  }
  const written = asked.check ? 0 : await output.commit();
  const isLost = tellLosses(run.losses, read.size, formatNames[asked.to], asked.check, terminal, say);
  if (written > 0) {
    const to = visible(asked.output!);
    const labels = scheme.labels.length;
    const told = format.isOfLabels
      ? say.labelsExported(labels, to)
      : say.exported(read.size, run.tags, written, to);
    terminal.out(`${told}\n`);
  }
  if (failed) return 2;
  return asked.check && isLost ? 1 : 0;
}

function sourcesOf(documents: readonly OutgoingDocument[]): Untouchable {
  const sources = new Untouchable();
  for (const { path } of documents) sources.add(path);
  return sources;
}

async function exportLabels(
  format: Format,
  asked: ExportCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0> {
  const scheme = schemeFor(commonFolder(asked.files), terminal, say);
  if (asked.check) {
    terminal.out(`${say.nothingLost(0, formatNames[format.id])}\n`);
    return 0;
  }
  const output = openOutput(format, asked, new Untouchable(), terminal, say);
  try {
    const writer = format.write!({ scheme, language: say.language, corpus: output.corpus });
    for (const piece of writer.end()) output.write(piece);
  } catch (error) {
    output.discard();
    throw error;
  }
  if ((await output.commit()) > 0) {
    terminal.out(`${say.labelsExported(scheme.labels.length, visible(asked.output!))}\n`);
  }
  return 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
