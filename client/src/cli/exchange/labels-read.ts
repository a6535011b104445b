import { WrittenLabels, withoutNames } from '../../annotations/exchange/written-labels.ts';
import type { Format } from '../../annotations/formats/format.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import type { Input } from './input-files.ts';

/**
 * The scheme by whose names labels of files are known again; which are, is told. All files are read for it first: only
 * so is it certain that no two labels of theirs become one.
 * @param ownStay whether the labels of the files' own schemes stay as they are
 */
export async function schemeToRead(
  format: Format,
  inputs: readonly Input[],
  { scheme, ownStay }: { readonly scheme: LabelScheme; readonly ownStay: boolean },
  terminal: Terminal,
  say: Messages,
): Promise<LabelScheme> {
  // In our own form labels are ids.
  if (format.id === 'jsonl') return scheme;
  const written = new WrittenLabels();
  const nameless = withoutNames(scheme);
  for (const [done, { file, beside }] of inputs.entries()) {
    try {
      for await (const read of format.reader!.read(file, { scheme: nameless, beside })) written.add(read);
    } catch {
      // What cannot be read is told when it is to be taken.
    }
    terminal.progress?.(say.progress('read', done + 1, inputs.length));
  }
  const known = written.schemeToRead(scheme, ownStay);
  const renamings = written.renamings(known);
  if (renamings.length > 0) {
    terminal.err(
      say.labelsRenamed(renamings.map(({ written, id }) => ({ written: visible(written), id: visible(id) }))),
    );
  }
  return known;
}
