import * as vscode from 'vscode';
import { type NamedFile, tellingLength } from '../../annotations/exchange/format-guess.ts';
import { isBelow } from '../../annotations/exchange/output-path.ts';
import type { FormatReader } from '../../annotations/formats/format.ts';
import { FormatProblemError } from '../../annotations/formats/format-problem.ts';
import type { InputFile } from '../../annotations/formats/input-file.ts';
import { isSidecarName } from '../../annotations/sidecar-name.ts';
import { fileName } from '../files.ts';

/** A file of another tool, by the folder that is read from and its path below. */
export interface Input extends NamedFile {
  /** `/` between folders. */
  readonly name: string;
  readonly file: InputFile;
  /** What lies beside it, by paths as {@link InputFile.name} has them. */
  beside(path: string): Promise<Uint8Array | undefined>;
}

/** The files that a person has chosen: each as it is, a folder for those in it and in its folders. */
export interface Inputs {
  readonly named: readonly Input[];
  readonly inFolders: readonly Input[];
}

/** Folders in folders. */
const deepest = 64;
/** As many as are looked at. */
const mostFiles = 50_000;
/** The most that is read of a file, in bytes; the host holds it as a whole. */
const largest = 2 ** 30;
const pieceLength = 1 << 18;

/** Hidden files, files of tags and symbolic links in folders are left out. */
export async function inputsOf(chosen: readonly vscode.Uri[]): Promise<Inputs> {
  const named: Input[] = [];
  const inFolders: Input[] = [];
  for (const uri of chosen) {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.Directory))
      named.push(inputOf(vscode.Uri.joinPath(uri, '..'), fileName(uri)));
    else await addBelow(uri, '', 0, inFolders);
  }
  return { named, inFolders };
}

/** Those of a format; what is named alone is read whatever it is called. */
export function chosenBy({ reads }: FormatReader, { named, inFolders }: Inputs): readonly Input[] {
  const chosen = [...named, ...inFolders].filter(({ name }) => reads(name));
  return chosen.length > 0 || inFolders.length > 0 ? chosen : named;
}

async function addBelow(root: vscode.Uri, below: string, depth: number, found: Input[]): Promise<void> {
  const folder = below === '' ? root : vscode.Uri.joinPath(root, below);
  const entries = await vscode.workspace.fs.readDirectory(folder);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, type] of entries) {
    if (found.length >= mostFiles) return;
    if (name.startsWith('.') || isSidecarName(name)) continue;
    const path = below === '' ? name : `${below}/${name}`;
    if (type === vscode.FileType.File) found.push(inputOf(root, path));
    else if (type === vscode.FileType.Directory && depth < deepest)
      await addBelow(root, path, depth + 1, found);
  }
}

function inputOf(root: vscode.Uri, name: string): Input {
  const uri = vscode.Uri.joinPath(root, name);
  return {
    name,
    file: { name, chunks: () => chunksOf(uri) },
    async beginning() {
      // What cannot be read is told when it is to be read.
      const bytes = await vscode.workspace.fs.readFile(uri).then(
        (all) => all,
        () => new Uint8Array(),
      );
      return new TextDecoder().decode(bytes.subarray(0, tellingLength));
    },
    async beside(path) {
      const normal = normalised(path);
      if (normal === undefined) return undefined;
      return vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, normal)).then(
        (all) => all,
        () => undefined,
      );
    },
  };
}

/** A path without `.` and `..`; undefined where it leads out of the folder that it is below. */
function normalised(path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  const normal = parts.join('/');
  return isBelow(normal) ? normal : undefined;
}

async function* chunksOf(uri: vscode.Uri): AsyncIterable<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > largest) {
    throw new FormatProblemError({ code: 'too-large', values: [largest / 2 ** 20], line: 0 });
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}
