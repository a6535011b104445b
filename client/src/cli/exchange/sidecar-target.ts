import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import { foreignIn, withForeign } from '../../annotations/exchange/native-document.ts';
import { openSidecar } from '../../annotations/opening.ts';
import { newSidecar, type Sidecar, serialiseSidecar, withAnnotations } from '../../annotations/sidecar.ts';
import { sidecarName } from '../../annotations/sidecar-name.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { sha256 } from '../sha256.ts';
import { readSidecar } from '../sidecars.ts';
import { readSource } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';
import { writeText } from '../write-text.ts';

/** A document that tags are imported into, and the file of its tags. */
export interface SidecarTarget {
  /** Without a BOM. */
  readonly text: string;
  /** The tags as they are; UTF-16 in the text. */
  readonly tags: readonly Annotation[];
  readonly foreign?: JsonObject;
  /** Puts other tags in their place. @throws Failure where that cannot be done; the file is then as it was */
  write(tags: readonly Annotation[], foreign: JsonObject | undefined): void;
}

export interface TargetOptions {
  /** The document's path. */
  readonly path: string;
  readonly annotator: string;
  /** The text of a document that is not there and is to be made; without a BOM. */
  readonly newText?: string;
  readonly encoding?: Parameters<typeof readSource>[2];
}

/** @throws Failure where the document or its file of tags cannot be read: nothing is then written over it */
export async function openTarget(
  { path, annotator, newText, encoding }: TargetOptions,
  terminal: Terminal,
  say: Messages,
): Promise<SidecarTarget> {
  const text = newText ?? (await readSource(path, terminal, encoding)).text;
  const name = sidecarName(basename(path), annotator);
  const file = join(dirname(path), name);
  const read = existsSync(file)
    ? readSidecar(file, ({ tell, loses }) => {
        if (loses === 'file') throw new Failure(tell);
        terminal.err(say.itemKept(tell(say)));
      })
    : undefined;
  const sidecar: Sidecar = read?.sidecar ?? newSidecar();
  const opening = openSidecar(sidecar, text, sha256);
  const gone = opening.lost.length + opening.partlyLost.length;
  if (opening.moved.length + gone > 0) {
    terminal.err(say.tagsOutOfDate(visible(file), visible(path), opening.moved.length, gone));
  }
  const foreign = foreignIn(sidecar);
  return {
    text,
    tags: opening.annotations,
    ...(foreign && { foreign }),
    write(tags, newForeign) {
      if (newText !== undefined) {
        makeFolder(dirname(path));
        writeText(path, newText, () => false);
      }
      const written = withAnnotations(withForeign(sidecar, newForeign), tags, text, sha256);
      const content = serialiseSidecar(written, { document: basename(path), sidecar: name });
      // What somebody saves meanwhile is not written over; nor is a file that has come to be there.
      const isAsRead = () => !!read && readSidecar(file, () => {})?.content === read.content;
      try {
        writeText(file, content, isAsRead);
      } catch (error) {
        // A document that was made for its tags is none without them.
        if (newText !== undefined) rmSync(path, { force: true });
        throw error;
      }
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure((say) => say.cannotWrite(folder, code ?? message));
  }
}

/** Whether a path stays in a folder, whatever links there are in it; of what is not there, its nearest folder counts. */
export function staysIn(folder: string, path: string): boolean {
  let at = resolve(path);
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  const below = relative(realpathSync(folder), realpathSync(at));
  return below !== '..' && !below.startsWith(`..${sep}`) && resolve(below) !== below;
}
