import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diplomaticScheme } from '../../annotations/diplomatic-scheme.ts';
import { parseLabels } from '../../annotations/label-file.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import { describeProblem } from '../../annotations/problem.ts';
import { readRegularFile } from '../file-bytes.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { decodeText } from '../utf8.ts';

/**
 * The labels for documents of a folder: those of `.jiaozhu/labels.json` in it, or in the nearest folder above that has
 * such a file; else the built-in ones. What is wrong in the file is told as warnings.
 */
export function schemeFor(start: string, terminal: Terminal, say: Messages): LabelScheme {
  const path = labelsFileFor(start);
  return path === undefined ? diplomaticScheme : readScheme(path, terminal, say);
}

/** The file that says the labels of a folder: its own, or that of the nearest folder above that has one. */
export function labelsFileFor(start: string): string | undefined {
  let folder = resolve(start);
  for (let last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    const path = join(folder, ...labelsFile);
    if (existsSync(path)) return path;
  }
  return undefined;
}

/** Where the labels of a folder are in it. */
export const labelsFile = ['.jiaozhu', 'labels.json'] as const;

function readScheme(path: string, terminal: Terminal, say: Messages): LabelScheme {
  const unreadable = (reason: string) => {
    terminal.err(say.labelsUnreadable(visible(path), reason));
    return diplomaticScheme;
  };
  try {
    const file = readRegularFile(path);
    if (!file.ok) return unreadable(say.fileFaults[file.fault]);
    const decoding = decodeText(file.bytes);
    if (!decoding.ok) return unreadable(say.noText);
    const { scheme, problems } = parseLabels(decoding.text);
    for (const problem of problems) {
      const told = visible(describeProblem(problem, say.language));
      terminal.err(say.labelsProblem(visible(path), problem.line, told));
    }
    return scheme;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return unreadable(code ?? message);
  }
}
