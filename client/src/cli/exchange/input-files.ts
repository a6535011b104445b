import { createReadStream, type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { guessFormat, tellingLength } from '../../annotations/exchange/format-guess.ts';
import type { Format } from '../../annotations/formats/format.ts';
import { type FormatId, formatNames } from '../../annotations/formats/format-names.ts';
import { loadFormat, readFormats } from '../../annotations/formats/formats.ts';
import { type InputFile, largestWhole } from '../../annotations/formats/input-file.ts';
import { mayHoldLabels } from '../../annotations/formats/label-files.ts';
import { isSidecarName } from '../../annotations/sidecar-name.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import type { ImportCommand } from './exchange-options.ts';
import { FilesBeside } from './files-beside.ts';

/** A file of another tool. */
export interface Input {
  /** As it is shown. */
  readonly path: string;
  readonly file: InputFile;
  /** What lies beside it, by paths as {@link InputFile.name} has them. */
  beside(path: string): Promise<Uint8Array | undefined>;
}

/** A file by the folder that is read from and its path below, `/` between folders. */
interface Found {
  readonly root: string;
  readonly name: string;
}

/**
 * The files that are to be read, and their format: a name that there is, is that file; a folder stands for the files of
 * the format in it and in its folders. Hidden files, files of tags and symbolic links in folders are left out.
 * @throws Failure where there are none, or nobody can tell their format
 */
export async function findInputs(
  names: readonly string[],
  { from, encoding }: Pick<ImportCommand, 'from' | 'encoding'>,
  terminal: Terminal,
  say: Messages,
): Promise<{ readonly format: Format; readonly inputs: readonly Input[] }> {
  const { named, inFolders } = findFiles(names);
  const format = await loadFormat(from ?? (await formatOf([...named, ...inFolders])));
  const { reader, id } = format;
  if (!reader) throw new Failure((say) => say.notRead(formatNames[id]));
  const chosen = [
    ...named.filter(({ name }) => name === '-' || reader.reads(name)),
    ...inFolders.filter(({ name }) => reader.reads(name)),
  ];
  // What is named alone is read whatever it is called.
  const inputs = chosen.length > 0 || inFolders.length > 0 ? chosen : named;
  if (inputs.length === 0) throw new Failure((say) => say.noneOfFormat(names.join(' '), formatNames[id]));
  return { format, inputs: inputsOf(inputs, encoding, terminal, say) };
}

function inputsOf(
  found: readonly Found[],
  encoding: ImportCommand['encoding'],
  terminal: Terminal,
  say: Messages,
): readonly Input[] {
  const roots = new Map<string, FilesBeside>();
  const besideIn = (root: string) => {
    const beside = roots.get(root) ?? new FilesBeside(root, encoding, terminal, say);
    roots.set(root, beside);
    return beside;
  };
  return found.map((each) => inputOf(each, terminal, besideIn));
}

/**
 * The files that say what labels there are: every one that is named, and in folders those that are called as files of
 * labels are.
 * @throws Failure where there are none
 */
export function findLabelFiles(
  names: readonly string[],
  terminal: Terminal,
  say: Messages,
): readonly Input[] {
  const { named, inFolders } = findFiles(names);
  const found = [...named, ...inFolders.filter(({ name }) => mayHoldLabels(name))];
  if (found.length === 0) throw new Failure((say) => say.noLabelFiles(names.join(' ')));
  return inputsOf(found, undefined, terminal, say);
}

function findFiles(names: readonly string[]): { readonly named: Found[]; readonly inFolders: Found[] } {
  const named: Found[] = [];
  const inFolders: Found[] = [];
  for (const name of names) {
    const stats = name === '-' ? undefined : statSync(name, { throwIfNoEntry: false });
    if (stats?.isDirectory()) inFolders.push(...filesBelow(name));
    else if (stats || name === '-') named.push({ root: dirname(name), name: basename(name) });
    else throw new Failure((say) => say.noSuchFile(name));
  }
  return { named, inFolders };
}

/** The format that the files are of for certain. @throws Failure where nobody can tell */
async function formatOf(files: readonly Found[]): Promise<FormatId> {
  const named = files.map(({ root, name }) => ({ name, beginning: () => beginningOf(join(root, name)) }));
  const { certain, fitting } = await guessFormat(named);
  if (certain) return certain;
  const names = fitting.length > 0 ? fitting : await readFormats();
  throw new Failure((say) => say.whichFormat(names));
}

async function beginningOf(path: string): Promise<string> {
  try {
    for await (const chunk of createReadStream(path, { start: 0, end: tellingLength - 1 })) {
      return chunk.toString('utf8');
    }
  } catch {
    // What cannot be read is told when it is to be read.
  }
  return '';
}

function filesBelow(root: string, below = '', depth = 0): Found[] {
  let entries: Dirent[];
  const folder = join(root, below);
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure((say) => say.cannotList(folder, code ?? message));
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): Found[] => {
    if (entry.name.startsWith('.') || isSidecarName(entry.name)) return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) return [{ root, name: path }];
    return entry.isDirectory() && depth < deepest ? filesBelow(root, path, depth + 1) : [];
  });
}

/** Folders in folders. */
const deepest = 64;

function inputOf({ root, name }: Found, terminal: Terminal, besideIn: (root: string) => FilesBeside): Input {
  if (name === '-') {
    let input: Promise<Uint8Array> | undefined;
    const whole = async function* () {
      // It can be read once only.
      input ??= terminal.input(largestWhole);
      yield await input;
    };
    const file = { name: 'stdin', chunks: whole };
    return { path: '-', file, beside: async () => undefined };
  }
  const path = join(root, name);
  const beside = besideIn(root);
  return {
    path,
    file: { name, chunks: () => chunksOf(path) },
    beside: (path) => beside.read(path),
  };
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  try {
    if (!statSync(path).isFile()) throw new Failure((say) => say.notARegularFile(path));
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure((say) => say.cannotRead(path, code ?? message));
  }
}
