import { join } from 'node:path';
import { safePath, TakenNames } from '../../annotations/exchange/document-names.ts';
import { type ExportRun, needsFacts, startExport } from '../../annotations/exchange/export-run.ts';
import { factsIn, rawText } from '../../annotations/exchange/text-form.ts';
import type { ReadDocument } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { loadFormat } from '../../annotations/formats/formats.ts';
import type { TaggedText } from '../../annotations/formats/tagged-text.ts';
import { safeAnnotator } from '../../annotations/sidecar-name.ts';
import { commonFolder } from '../exchange/documents-below.ts';
import type { ConvertCommand } from '../exchange/exchange-options.ts';
import { findInputs } from '../exchange/input-files.ts';
import { schemeFor } from '../exchange/label-scheme.ts';
import { schemeToRead } from '../exchange/labels-read.ts';
import { tellLosses } from '../exchange/loss-report.ts';
import { factsOf } from '../exchange/native-documents.ts';
import { nowhere, openOutput } from '../exchange/output.ts';
import { tellProblem, tellUnread } from '../exchange/problem-report.ts';
import { Untouchable } from '../exchange/untouchable.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';

/** 1: `--check`, and something would be lost; 2: something could not be read, and the rest is converted. */
export async function convertFiles(
  asked: ConvertCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0 | 1 | 2> {
  const { format: from, inputs } = await findInputs(asked.files, asked, terminal, say);
  const to = await loadFormat(asked.to);
  const scheme = schemeFor(commonFolder(asked.files), terminal, say);
  const known = await schemeToRead(from, inputs, { scheme, ownStay: true }, terminal, say);
  const sources = new Untouchable();
  for (const { path } of inputs) sources.add(path);
  const output = asked.check ? nowhere : openOutput(to, asked, sources, terminal, say);
  const names = new TakenNames();
  let run: ExportRun | undefined;
  // The labels are those that the first file says of itself, else those of the folder.
  const runFor = (read?: ReadDocument) => {
    run ??= startExport(to, {
      scheme: read?.scheme ?? scheme,
      language: say.language,
      corpus: output.corpus,
    });
    return run;
  };
  let documents = 0;
  let failed = false;
  // What cannot be read stops none of the others; what cannot be written ends it.
  let isWriting = false;
  try {
    for (const [done, { file, path, beside }] of inputs.entries()) {
      const readBeside = (name: string) => {
        sources.add(join(path.slice(0, -file.name.length), name));
        return beside(name);
      };
      try {
        for await (const read of from.reader!.read(file, { scheme: known, beside: readBeside })) {
          for (const problem of read.problems) terminal.err(tellProblem(problem, path, false, say));
          let document = named(read.document, names);
          if (needsFacts(to, { form: 'raw' })) {
            const { text } = document;
            document = {
              ...document,
              facts: factsIn(rawText(text), text, factsOf(path, text, terminal, say)),
            };
          }
          const going = runFor(read);
          if (asked.check) going.preview({ document, losses: [] });
          else {
            isWriting = true;
            for (const piece of going.write({ document, losses: [] })) output.write(piece);
            isWriting = false;
          }
          documents += 1;
        }
      } catch (error) {
        if (isWriting) throw error;
        terminal.err(tellUnread(error, path, say));
        failed = true;
      }
      terminal.progress?.(say.progress('convert', done + 1, inputs.length));
    }
    if (!asked.check) for (const piece of runFor().end()) output.write(piece);
  } catch (error) {
    output.discard();
    throw error;
  }
  const files = asked.check ? 0 : await output.commit();
  const { losses, tags } = runFor();
  const isLost = tellLosses(losses, documents, formatNames[asked.to], asked.check, terminal, say);
  if (files > 0) terminal.out(`${say.convertedTo(documents, tags, files, visible(asked.output!))}\n`);
  if (failed) return 2;
  return asked.check && isLost ? 1 : 0;
}

/**
 * The document by a name that no other has: of several annotators' on one text, in a folder of theirs; then its path is
 * the name that they share.
 */
function named(document: TaggedText, names: TakenNames): TaggedText {
  const own = safePath(document.name);
  const folder = safeAnnotator(document.annotator);
  const wanted = names.isFree(own) || folder === '' ? own : safePath(`${folder}/${own}`);
  const name = names.take(wanted);
  const isShared = name === wanted && wanted !== own;
  return { ...document, name, ...(isShared && { path: document.path ?? document.name }) };
}
