import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { belongingOf } from '../../annotations/exchange/belonging.ts';
import { settledBy } from '../../annotations/exchange/import-conflict.ts';
import { type ImportedDocument, importInto } from '../../annotations/exchange/imported-document.ts';
import { isRawText } from '../../annotations/exchange/placed-import.ts';
import type { ReadDocument } from '../../annotations/formats/format.ts';
import { unknownLabels } from '../../annotations/label-mapping.ts';
import type { ImportCommand } from '../exchange/exchange-options.ts';
import { findInputs, type Input } from '../exchange/input-files.ts';
import { schemeFor } from '../exchange/label-scheme.ts';
import { factsOf } from '../exchange/native-documents.ts';
import { tellProblem, tellUnread } from '../exchange/problem-report.ts';
import { openTarget, staysIn } from '../exchange/sidecar-target.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';

/**
 * 1: tags that say other things here and there, or whose words were not found; `--check`, and something would change;
 * 2: something could not be read or written, and the rest is imported.
 */
export async function importDocuments(
  asked: ImportCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0 | 1 | 2> {
  const { format, inputs } = await findInputs(asked.files, asked.from, terminal);
  if (!asked.check) makeFolder(asked.into);
  const run = new ImportRun(asked, format.holdings, terminal, say);
  for (const [done, input] of inputs.entries()) {
    try {
      const context = { scheme: run.scheme, beside: input.beside };
      for await (const read of format.reader!.read(input.file, context)) await run.take(read, input);
    } catch (error) {
      terminal.err(tellUnread(error, input.path, say));
      run.failed = true;
    }
    terminal.progress?.(say.progress('import', done + 1, inputs.length));
  }
  return run.end();
}

function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure((say) => say.cannotWriteTo(folder, code ?? message));
  }
  throw new Failure((say) => say.noFolder(folder));
}

/** Documents on their way in. */
class ImportRun {
  readonly scheme;
  failed = false;
  readonly #asked: ImportCommand;
  readonly #holdings;
  readonly #terminal: Terminal;
  readonly #say: Messages;
  readonly #unknown = new Set<string>();
  readonly #now = new Date().toISOString();
  #total = { documents: 0, created: 0, added: 0, changed: 0, conflicts: 0, lost: 0, missing: 0 };

  constructor(
    asked: ImportCommand,
    holdings: Parameters<typeof importInto>[2]['holdings'],
    terminal: Terminal,
    say: Messages,
  ) {
    this.#asked = asked;
    this.#holdings = holdings;
    this.#terminal = terminal;
    this.#say = say;
    this.scheme = schemeFor(asked.into, terminal, say);
  }

  /** One document; what cannot be read or written of it stops none of the others. */
  async take({ document, problems }: ReadDocument, { path: file }: Input): Promise<void> {
    for (const problem of problems) this.#terminal.err(tellProblem(problem, file, false, this.#say));
    for (const { label } of unknownLabels(this.scheme, document.tags)) this.#unknown.add(label);
    try {
      const { annotator: said, into, removeMissing, settlement, check, encoding } = this.#asked;
      const belonging = await belongingOf(document.name, said ?? document.annotator, async (folder) =>
        filesIn(join(into, folder)),
      );
      const path = join(into, belonging.path);
      if (existsSync(into) && !staysIn(into, path)) throw new Failure((say) => say.leadsOut(path, into));
      const annotator = said ?? belonging.annotator;
      const options = {
        path,
        annotator,
        ...(belonging.isNew && { newText: document.text.replace(/^\ufeff/, '') }),
        ...(encoding && { encoding }),
      };
      const target = await openTarget(options, this.#terminal, this.#say);
      const facts = isRawText(document.text, target.text)
        ? undefined
        : factsOf(path, target.text, this.#terminal, this.#say);
      const imported = importInto(
        document,
        { ...target, ...(facts && { facts }) },
        { holdings: this.#holdings, settle: settledBy(settlement), removeMissing, now: this.#now },
      );
      if (!check && (imported.isChanged || belonging.isNew)) target.write(imported.tags, imported.foreign);
      this.#tell(imported, annotator === '' ? path : `${path} (${annotator})`, belonging.isNew);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#terminal.err(`jiaozhu: ${visible(error.tell(this.#say))}`);
      this.failed = true;
    }
  }

  #tell(imported: ImportedDocument, name: string, isNew: boolean): void {
    const { added, changed, conflicts, lost, missing } = imported;
    const total = this.#total;
    for (const conflict of conflicts) this.#terminal.err(visible(this.#say.importConflict(name, conflict)));
    if (lost.length > 0) this.#terminal.err(this.#say.importLost(visible(name), lost.length));
    const counts = {
      added: added.length,
      changed: changed.length,
      conflicts: conflicts.length,
      lost: lost.length,
      missing: missing.length,
    };
    total.documents += 1;
    if (isNew) total.created += 1;
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) total[key] += counts[key];
    // Of many documents, those of which there is nothing to say would bury the others.
    if (isNew || imported.isChanged || conflicts.length + missing.length > 0) {
      const told = this.#say.importedDocument(visible(name), counts, isNew, this.#asked);
      this.#terminal.out(`${told}\n`);
    }
  }

  /** Tells what came of all. */
  end(): 0 | 1 | 2 {
    if (this.#unknown.size > 0) {
      this.#terminal.err(this.#say.labelsUnknown([...this.#unknown].map((id) => visible(id))));
    }
    const total = this.#total;
    this.#terminal.out(`${this.#say.importedAll(total, this.#asked)}\n`);
    if (this.failed) return 2;
    const wouldChange = this.#asked.check && total.created + total.added + total.changed > 0;
    return total.conflicts + total.lost > 0 || wouldChange ? 1 : 0;
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
