import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Annotation } from '../../annotations/annotation.ts';
import { mayHoldLabels } from '../../annotations/formats/label-files.ts';
import { labelIdOf } from '../../annotations/formats/label-naming.ts';
import { unknownLabels } from '../../annotations/label-mapping.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import type { ImportCommand } from './exchange-options.ts';

/** The labels of imported documents that the scheme does not know, for a word on where they can be had. */
export class LabelHint {
  readonly #unknown = new Set<string>();
  /** Of these, those that the files say something of. */
  readonly #said = new Set<string>();

  /** @param said what the file says of its labels */
  look(tags: readonly Pick<Annotation, 'label'>[], scheme: LabelScheme, said: LabelScheme | undefined): void {
    const known = new Set(said?.labels.map(({ id }) => id));
    for (const { label } of unknownLabels(scheme, tags)) {
      this.#unknown.add(label);
      if (said && known.has(labelIdOf(said, label))) this.#said.add(label);
    }
  }

  tell(asked: Pick<ImportCommand, 'files' | 'into'>, terminal: Terminal, say: Messages): void {
    const said = [...this.#said].map(visible);
    const others = [...this.#unknown].filter((id) => !this.#said.has(id)).map(visible);
    if (others.length > 0) terminal.err(say.labelsUnknown(others));
    if (said.length > 0) terminal.err(say.labelsSaid(said, labelsCommand(asked)));
  }
}

/** How the labels are taken that files of documents say, or files beside them. */
function labelsCommand({ files, into }: Pick<ImportCommand, 'files' | 'into'>): string {
  const places = files.map((file) => {
    const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
    return isFolder || mayHoldLabels(file) ? file : dirname(file);
  });
  const words = [
    'jiaozhu',
    'import',
    '--labels',
    ...(into === '.' ? [] : ['--into', into]),
    ...new Set(places),
  ];
  return visible(words.map(quoted).join(' '));
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
