import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quotedWords } from '../../annotations/annotation.ts';
import { Belongings, type DocumentsThere } from '../../annotations/exchange/belonging.ts';
import { settledBy } from '../../annotations/exchange/import-conflict.ts';
import { type ImportedDocument, importInto } from '../../annotations/exchange/imported-document.ts';
import { withoutTags } from '../../annotations/exchange/missing-tags.ts';
import { isRawText } from '../../annotations/exchange/placed-import.ts';
import { cleanText } from '../../annotations/exchange/text-form.ts';
import type { Format, ReadDocument } from '../../annotations/formats/format.ts';
import type { ImportCommand } from '../exchange/exchange-options.ts';
import { type ImportPlace, type ImportRecord, ImportTally, sumOf } from '../exchange/import-tally.ts';
import { findInputs, type Input } from '../exchange/input-files.ts';
import { LabelHint } from '../exchange/label-hint.ts';
import { schemeFor } from '../exchange/label-scheme.ts';
import { schemeToRead } from '../exchange/labels-read.ts';
import { makeFolder } from '../exchange/made-folder.ts';
import { factsOf } from '../exchange/native-documents.ts';
import { tellProblem, tellUnread } from '../exchange/problem-report.ts';
import { openTarget, staysIn } from '../exchange/sidecar-target.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { readSource } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';

/**
 * 1: changes of the import that are not taken, since tags here say other things, or tags whose words were not found; `--check`, and something would change;
 * 2: something could not be read or written, and the rest is imported.
 */
export async function importDocuments(
  asked: ImportCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0 | 1 | 2> {
  const { format, inputs } = await findInputs(asked.files, asked, terminal, say);
  if (!asked.check) makeFolder(asked.into);
  const run = new ImportRun(asked, format, terminal, say);
  const known = { scheme: run.scheme, ownStay: false };
  const scheme = await schemeToRead(format, inputs, known, terminal, say);
  for (const [done, input] of inputs.entries()) {
    try {
      const context = { scheme, beside: input.beside };
      for await (const read of format.reader!.read(input.file, context)) await run.take(read, input);
    } catch (error) {
      terminal.err(tellUnread(error, input.path, say));
      run.failed = true;
    }
    terminal.progress?.(say.progress('import', done + 1, inputs.length));
  }
  return run.end();
}

/** Documents on their way in. */
class ImportRun {
  readonly scheme;
  failed = false;
  readonly #asked: ImportCommand;
  readonly #format: Format;
  readonly #terminal: Terminal;
  readonly #say: Messages;
  readonly #unknown = new LabelHint();
  readonly #now = new Date().toISOString();
  readonly #tally = new ImportTally();
  readonly #belongings: Belongings;

  constructor(asked: ImportCommand, format: Format, terminal: Terminal, say: Messages) {
    this.#asked = asked;
    this.#format = format;
    this.#terminal = terminal;
    this.#say = say;
    this.scheme = schemeFor(asked.into, terminal, say);
    this.#belongings = new Belongings(documentsIn(asked, terminal, say));
  }

  /** One document; what cannot be read or written of it stops none of the others. */
  async take(read: ReadDocument, { path: file }: Input): Promise<void> {
    const { document, problems } = read;
    for (const problem of problems) this.#terminal.err(tellProblem(problem, file, false, this.#say));
    this.#unknown.look(document.tags, this.scheme, read.scheme);
    try {
      const { annotator: said, into, settlement, check, encoding } = this.#asked;
      const belonging = await this.#belongings.of(document, said);
      if ('reason' in belonging) {
        const shown = join(into, belonging.path);
        throw new Failure((say) => say.importRefused(shown, belonging));
      }
      const path = join(into, belonging.path);
      if (existsSync(into) && !staysIn(into, path)) throw new Failure((say) => say.leadsOut(path, into));
      const { annotator } = belonging;
      const options = {
        path,
        annotator,
        // One that another of the run has made is not there where nothing is written.
        ...((belonging.isNew || (check && !existsSync(path))) && { newText: document.text }),
        ...(encoding && { encoding }),
      };
      const target = await openTarget(options, this.#terminal, this.#say);
      const facts = isRawText(document.text, target.text)
        ? undefined
        : factsOf(path, target.text, this.#terminal, this.#say);
      const { holdings, losesBlanks = false } = this.#format;
      const context = { scheme: this.scheme, language: this.#say.language, corpus: 'jiaozhu' };
      const imported = importInto(
        { ...document, ...(read.former && { former: read.former }) },
        { ...target, ...(facts && { facts }) },
        {
          holdings,
          losses: (document) => this.#format.losses(document, context),
          losesBlanks,
          settle: settledBy(settlement),
          // What this file lacks, another of the run may have.
          removeMissing: false,
          now: this.#now,
        },
      );
      if (!check && (imported.isChanged || belonging.isNew)) target.write(imported.tags, imported.foreign);
      await this.#belongings.take(document, belonging);
      if (belonging.isNew && belonging.wanted !== undefined) {
        this.#terminal.err(this.#say.importNumbered(visible(path), visible(join(into, belonging.wanted))));
      }
      const place = { path, annotator };
      for (const conflict of imported.conflicts) {
        this.#terminal.err(visible(this.#say.importConflict(nameOf(place), conflict)));
      }
      if (check) this.#tellTags(place, imported);
      const lost = imported.lost.length;
      if (lost > 0) this.#terminal.err(this.#say.importLost(visible(nameOf(place)), lost));
      this.#tally.add(place, belonging.isNew, read, imported);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Removes what the whole run lacks, where that is asked for, and tells what came of all. */
  async end(): Promise<0 | 1 | 2> {
    const { check, removeMissing } = this.#asked;
    let { records } = this.#tally;
    const someMissing = records.some(({ missing }) => missing.size > 0);
    if (this.failed) {
      // What could not be read may have it.
      if (someMissing && removeMissing) this.#terminal.err(this.#say.notRemoved);
      records = records.map((each) => ({ ...each, counts: { ...each.counts, missing: 0 } }));
    } else if (removeMissing && !check) {
      const left: ImportRecord[] = [];
      for (const each of records) {
        const isDone = each.missing.size === 0 || (await this.#remove(each));
        left.push(isDone ? each : { ...each, counts: { ...each.counts, missing: 0 } });
      }
      records = left;
    }
    for (const each of records) this.#tell(each);
    this.#unknown.tell(this.#asked, this.#terminal, this.#say);
    const sum = sumOf(records);
    const created = records.filter(({ isNew }) => isNew).length;
    const total = { ...sum, documents: new Set(records.map(({ path }) => path)).size, created };
    this.#terminal.out(`${this.#say.importedAll(total, this.#asked)}\n`);
    if (this.failed) return 2;
    const gone = removeMissing ? sum.missing : 0;
    const wouldChange = check && created + sum.added + sum.changed + gone > 0;
    return sum.untaken + sum.lost + sum.skipped > 0 || wouldChange ? 1 : 0;
  }

  /** @returns whether it was done */
  async #remove({ path, annotator, missing, links }: ImportRecord): Promise<boolean> {
    try {
      const { encoding } = this.#asked;
      // What is to be said of the file has been said.
      const quiet = { ...this.#terminal, err() {} };
      const target = await openTarget({ path, annotator, ...(encoding && { encoding }) }, quiet, this.#say);
      target.write(withoutTags(target.tags, missing, links), target.foreign);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    this.#terminal.err(`jiaozhu: ${visible(error.tell(this.#say))}`);
    this.failed = true;
  }

  /** Names the tags that would be others, as many of each kind as one takes in. */
  #tellTags(place: ImportPlace, { tags, added, changed }: ImportedDocument): void {
    const kinds = [
      ['added', new Set(added.slice(0, mostNamed))],
      ['changed', new Set(changed.slice(0, mostNamed))],
    ] as const;
    for (const [how, ids] of kinds) {
      for (const tag of tags) {
        if (!ids.has(tag.id)) continue;
        const told = this.#say.importWould(nameOf(place), how, quotedWords(tag), tag.label);
        this.#terminal.out(`${visible(told)}\n`);
      }
    }
  }

  /** Of many documents, those of which there is nothing to say would bury the others. */
  #tell({ isNew, isTold, counts, ...place }: ImportRecord): void {
    const { conflicts, lost, skipped, missing } = counts;
    if (!isNew && !isTold && conflicts + lost + skipped + missing === 0) return;
    const told = this.#say.importedDocument(visible(nameOf(place)), counts, isNew, this.#asked);
    this.#terminal.out(`${told}\n`);
  }
}

/** How many tags of a document are named of each kind. */
const mostNamed = 10;

function nameOf({ path, annotator }: ImportPlace): string {
  return annotator === '' ? path : `${path} (${annotator})`;
}

/** What lies in the folder that is imported into. */
function documentsIn({ into, encoding }: ImportCommand, terminal: Terminal, say: Messages): DocumentsThere {
  return {
    async filesIn(folder) {
      try {
        return readdirSync(join(into, folder), { withFileTypes: true })
          .filter((entry) => !entry.isDirectory())
          .map(({ name }) => name);
      } catch {
        return [];
      }
    },
    async text(below, form) {
      const path = join(into, below);
      if (!staysIn(into, path)) return undefined;
      try {
        const { text } = await readSource(path, terminal, encoding);
        return form === 'raw' ? text : cleanText(text, factsOf(path, text, terminal, say)).text;
      } catch (error) {
        // Who writes to it tells why.
        if (error instanceof Failure) return undefined;
        throw error;
      }
    },
  };
}
