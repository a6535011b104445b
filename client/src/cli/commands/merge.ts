import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { carriedOver } from '../../annotations/carrying.ts';
import { mergeMarked, namesWithin } from '../../annotations/marked-sidecar.ts';
import { mergeSidecars, type SidecarMerge, type SidecarSides } from '../../annotations/merge.ts';
import type { MergeConflict } from '../../annotations/merge-conflict.ts';
import { openSidecar } from '../../annotations/opening.ts';
import { describeProblem } from '../../annotations/problem.ts';
import {
  newSidecar,
  type Sidecar,
  serialiseSidecar,
  textFacts,
  withAnnotations,
} from '../../annotations/sidecar.ts';
import { documentsOf, isSidecarName } from '../../annotations/sidecar-name.ts';
import { parseSidecar } from '../../annotations/sidecar-parser.ts';
import type { MergeCommand } from '../command-line.ts';
import { Failure } from '../failure.ts';
import { readRegularFile } from '../file-bytes.ts';
import type { Messages } from '../messages.ts';
import { sha256 } from '../sha256.ts';
import { readSource } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';
import { decodeText } from '../utf8.ts';
import { writeText } from '../write-text.ts';

/** 0: merged; 1: merged, and what both sides changed differently is told. Nothing is written where a file cannot be read. */
export async function merge(asked: MergeCommand, terminal: Terminal, say: Messages): Promise<0 | 1> {
  if (asked.mode === 'install') {
    const { installDriver } = await import('../merge-driver.ts');
    for (const line of installDriver(terminal, say)) terminal.out(`${line}\n`);
    return 0;
  }
  const into = asked.mode === 'marked' ? asked.file : asked.ours;
  const content = readContent(into);
  const names = namesOf(asked.document, into, content);
  const document = await documentText(names, terminal);
  const merged =
    asked.mode === 'marked'
      ? mergedMarks(into, content, document)
      : await mergedSides(asked, content, names.document, document, terminal);
  const output = asked.output ?? into;
  const text = serialiseSidecar(merged.sidecar, {
    document: basename(names.document),
    sidecar: basename(names.sidecar),
  });
  writeText(output, text, () => output !== into || readContent(into) === content);
  for (const conflict of merged.conflicts)
    terminal.err(visible(told(names.sidecar, conflict, merged.sidecar, say)));
  if (merged.conflicts.length > 0)
    terminal.err(visible(say.mergeConflicts(names.sidecar, merged.conflicts.length)));
  return merged.conflicts.length > 0 ? 1 : 0;
}

function told(file: string, conflict: MergeConflict, { annotations }: Sidecar, say: Messages): string {
  const tag = annotations.find(({ id }) => id === conflict.id);
  const words = tag?.quotes.map(({ exact }) => exact).join('…') ?? '';
  return say.mergeConflict(file, words.length > 20 ? `${words.slice(0, 20)}…` : words, conflict);
}

/** As for merging; where nothing was marked there is nothing to merge. */
function mergedMarks(file: string, content: string, document: string | undefined): SidecarMerge {
  const reading = parseSidecar(content);
  if (reading.ok) throw new Failure((say) => say.noMarkers(file));
  const merged = mergeMarked(content);
  if (!merged.ok) {
    const { problem } = reading.problem.code === 'merge-conflict' ? merged : reading;
    throw new Failure((say) => say.notMerged(file, problem.line, describeProblem(problem, say.language)));
  }
  return document === undefined ? merged : { ...merged, sidecar: placedOn(document, merged.sidecar) };
}

async function mergedSides(
  { base, theirs, ours }: Extract<MergeCommand, { mode: 'sides' }>,
  content: string,
  path: string,
  document: string | undefined,
  { env }: Terminal,
): Promise<SidecarMerge> {
  const sides: SidecarSides = {
    // Git gives an empty file where there was none before.
    base: readSide(base, readContent(base), true),
    ours: readSide(ours, content, false),
    theirs: readSide(theirs, readContent(theirs), false),
  };
  const carried = await onOneText(sides, path, document, env);
  if (carried) return mergeSidecars(carried);
  const merged = mergeSidecars(sides);
  if (document === undefined) return merged;
  // While Git merges, the document that lies there is still ours: only a text of none of the three is what came of it.
  const { sha256: here } = textFacts(document, sha256);
  const known = [sides.base, sides.ours, sides.theirs].some(({ text }) => text?.sha256 === here);
  return known ? merged : { ...merged, sidecar: placedOn(document, merged.sidecar) };
}

/**
 * Both sides with their tags on the text that comes of the merge, where the versions of the document are at hand:
 * then no tag has to be looked for. Undefined where there is one text alone, or none of this is known.
 */
async function onOneText(
  { base, ours, theirs }: SidecarSides,
  path: string,
  document: string | undefined,
  env: Terminal['env'],
): Promise<SidecarSides | undefined> {
  if (ours.text?.sha256 === theirs.text?.sha256) return undefined;
  const { documentVersions, mergedText } = await import('../document-versions.ts');
  const versions = [...(document === undefined ? [] : [document]), ...(await documentVersions(path, env))];
  const known = new Map(versions.map((text) => [textFacts(text, sha256).sha256, text]));
  const textOf = ({ text }: Sidecar) => known.get(text?.sha256 ?? '');
  const [before, our, their] = [textOf(base), textOf(ours), textOf(theirs)];
  if (our === undefined || their === undefined) return undefined;
  const isOurs = base.text?.sha256 === theirs.text?.sha256;
  const isTheirs = base.text?.sha256 === ours.text?.sha256;
  const both = () => (before === undefined ? undefined : mergedText(before, our, their));
  const result = isOurs ? our : isTheirs ? their : both();
  if (result === undefined) return undefined;
  const carriedOurs = carriedOver(ours, our, result, sha256);
  const carriedTheirs = carriedOver(theirs, their, result, sha256);
  return carriedOurs && carriedTheirs && { base, ours: carriedOurs, theirs: carriedTheirs };
}

/** The sidecar with its tags on a text: found by their words, and waiting for them where they are not found. */
function placedOn(text: string, sidecar: Sidecar): Sidecar {
  return withAnnotations(sidecar, openSidecar(sidecar, text, sha256).annotations, text, sha256);
}

function readContent(file: string): string {
  const failure = (reason: (say: Messages) => string) =>
    new Failure((say) => say.sidecarUnreadable(file, reason(say)));
  let read: ReturnType<typeof readRegularFile>;
  try {
    read = readRegularFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure((say) => say.noSuchFile(file));
    throw failure(() => code ?? message);
  }
  if (!read.ok) {
    const { fault } = read;
    throw failure((say) => say.fileFaults[fault]);
  }
  const decoding = decodeText(read.bytes);
  if (!decoding.ok) throw failure((say) => say.noText);
  return decoding.text;
}

function readSide(file: string, content: string, mayBeEmpty: boolean): Sidecar {
  if (mayBeEmpty && content.trim() === '') return newSidecar();
  const reading = parseSidecar(content);
  if (reading.ok) return reading.sidecar;
  const { problem } = reading;
  throw new Failure((say) => say.notMerged(file, problem.line, describeProblem(problem, say.language)));
}

interface Names {
  /** Paths; that of the document need not be there. */
  readonly document: string;
  readonly sidecar: string;
}

/**
 * What the file and its document are called. A merge driver is given its versions under names that mean nothing, and
 * beside them the path of the file itself, which `--document` takes as well as the document's.
 */
function namesOf(given: string | undefined, file: string, content: string): Names {
  const own = [given, file].find((each) => each !== undefined && isSidecarName(basename(each)));
  const within = namesWithin(content);
  const sidecar = own ?? join(dirname(given ?? file), within.sidecar ?? basename(file));
  if (given !== undefined && given !== own) return { document: given, sidecar };
  const candidates = documentsOf(basename(sidecar)).map(({ document }) => document);
  const there = candidates.find((name) => existsSync(join(dirname(sidecar), name)));
  const document = there ?? within.document ?? candidates[0] ?? basename(sidecar);
  return { document: join(dirname(sidecar), document), sidecar };
}

/** The document as it lies there; undefined where it does not, or is itself still marked with conflicts. */
async function documentText({ document }: Names, terminal: Terminal): Promise<string | undefined> {
  if (!existsSync(document)) return undefined;
  const source = await readSource(document, terminal).catch(() => undefined);
  if (source === undefined || /^<{7,}(?: |\r?$)/m.test(source.text)) return undefined;
  return source.text;
}
