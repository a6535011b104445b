import type * as vscode from 'vscode';
import { type Renaming, WrittenLabels, withoutNames } from '../../annotations/exchange/written-labels.ts';
import type { Format } from '../../annotations/formats/format.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Input } from './inputs.ts';
import { Slices } from './slices.ts';

/** How the labels of files are known. */
export interface KnownLabels {
  /** By whose names. */
  readonly scheme: LabelScheme;
  /** Those that are called otherwise in the files. */
  readonly renamings: readonly Renaming[];
}

/** Whether the files may call labels by their names: in our own form labels are ids. */
export function mayNameLabels({ id }: Format): boolean {
  return id !== 'jsonl';
}

/**
 * The scheme by whose names labels of files are known again. All files are read for it first: only so is it certain that
 * no two labels of theirs become one. Undefined where it was cancelled.
 */
export async function knownLabels(
  format: Format,
  inputs: readonly Input[],
  scheme: LabelScheme,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
  tell: (done: number) => void,
): Promise<KnownLabels | undefined> {
  if (!mayNameLabels(format)) return { scheme, renamings: [] };
  const slices = new Slices();
  const written = new WrittenLabels();
  const nameless = withoutNames(scheme);
  for (const [at, { file, beside }] of inputs.entries()) {
    try {
      for await (const read of format.reader!.read(file, { scheme: nameless, beside })) {
        written.add(read);
        await slices.pause();
        if (token.isCancellationRequested) return undefined;
      }
    } catch {
      // What cannot be read is told when it is to be taken.
    }
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
    tell(at + 1);
  }
  const known = written.schemeToRead(scheme, false);
  return { scheme: known, renamings: written.renamings(known) };
}
