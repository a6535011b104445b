import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readLabelsOf } from '../../annotations/formats/label-files.ts';
import { parseLabels, serialiseLabels } from '../../annotations/label-file.ts';
import { withAddedLabels } from '../../annotations/label-file-additions.ts';
import { joinedLabels, missingLabels, noLabels } from '../../annotations/label-merging.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import { describeProblem } from '../../annotations/problem.ts';
import type { ImportCommand } from '../exchange/exchange-options.ts';
import { findLabelFiles } from '../exchange/input-files.ts';
import { labelsFile, labelsFileFor } from '../exchange/label-scheme.ts';
import { makeFolder } from '../exchange/made-folder.ts';
import { tellUnread } from '../exchange/problem-report.ts';
import { staysIn } from '../exchange/sidecar-target.ts';
import { Failure } from '../failure.ts';
import { readRegularFile } from '../file-bytes.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { decodeText } from '../utf8.ts';
import { writeText } from '../write-text.ts';

/**
 * Takes the labels that files say into the file of labels that counts for the folder; where there is none, into a new
 * one in the folder. 1: `--check`, and something would change; 2: something could not be read.
 */
export async function importLabels(
  asked: ImportCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0 | 1 | 2> {
  const path = labelsFileFor(asked.into) ?? join(asked.into, ...labelsFile);
  const there = contentOf(path);
  const { taken, failed } = await readAll(asked, terminal, say);
  if (taken.labels.length === 0) return 2;
  const { scheme, kept, text, how } = changed(path, there, taken, asked.force);
  if (kept.length > 0) terminal.err(say.labelsKept(kept.map(visible)));
  const isChanged = text !== there;
  if (isChanged && !asked.check) write(asked.into, path, text, there);
  const counts = {
    groups: scheme.groups.length,
    attributes: scheme.attributes.length,
    relations: scheme.relations.length,
  };
  const labels = scheme.labels.map(({ id }) => visible(id));
  terminal.out(`${say.labelsTaken(visible(path), { how, labels, ...counts }, asked.check)}\n`);
  if (failed) return 2;
  return asked.check && isChanged ? 1 : 0;
}

/** The labels of all files together; one that cannot be read stops none of the others. */
async function readAll(
  { files, from }: ImportCommand,
  terminal: Terminal,
  say: Messages,
): Promise<{ readonly taken: LabelScheme; readonly failed: boolean }> {
  let taken = noLabels;
  let failed = false;
  for (const { path, file, beside } of findLabelFiles(files, terminal, say)) {
    try {
      const { scheme, problems } = await readLabelsOf(file, { beside }, from);
      for (const problem of problems) {
        const place = problem.file === undefined ? path : join(dirname(path), basename(problem.file));
        const told = describeProblem(problem, say.language);
        terminal.err(say.labelsProblem(visible(place), problem.line, visible(told)));
      }
      taken = joinedLabels(taken, missingLabels(taken, scheme).missing);
    } catch (error) {
      terminal.err(tellUnread(error, path, say));
      failed = true;
    }
  }
  return { taken, failed };
}

interface Change {
  /** What is new. */
  readonly scheme: LabelScheme;
  readonly kept: readonly string[];
  /** Of the file. */
  readonly text: string;
  readonly how: 'made' | 'added' | 'replaced';
}

function changed(path: string, there: string | undefined, taken: LabelScheme, force: boolean): Change {
  if (there === undefined || force) {
    const how = there === undefined ? 'made' : 'replaced';
    return { scheme: taken, kept: [], text: serialiseLabels(taken), how };
  }
  const { missing, kept } = missingLabels(parseLabels(there).scheme, taken);
  const text = withAddedLabels(there, missing);
  if (text === undefined) throw new Failure((say) => say.labelsLeft(path, say.labelsTwofold));
  return { scheme: missing, kept, text, how: 'added' };
}

/** @throws Failure where it cannot be read as labels: it is then neither added to nor written over */
function contentOf(path: string): string | undefined {
  const left = (reason: (say: Messages) => string) => new Failure((say) => say.labelsLeft(path, reason(say)));
  try {
    const file = readRegularFile(path);
    if (!file.ok) throw left((say) => `${say.fileFaults[file.fault]}.`);
    const decoding = decodeText(file.bytes);
    if (!decoding.ok) throw left((say) => `${say.noText}.`);
    const [problem] = parseLabels(decoding.text).problems;
    if (problem?.code === 'not-json' || problem?.code === 'not-a-scheme') {
      throw left((say) => describeProblem(problem, say.language));
    }
    return decoding.text;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Failure((say) => say.cannotRead(path, code ?? message));
  }
}

function write(into: string, path: string, text: string, there: string | undefined): void {
  const folder = dirname(dirname(path));
  if (there === undefined) makeFolder(into);
  if (!staysIn(folder, path)) throw new Failure((say) => say.leadsOut(path, folder));
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure((say) => say.cannotWriteTo(path, code ?? message));
  }
  writeText(path, text, () => contentOf(path) === there);
}
