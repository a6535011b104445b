import { basename } from 'node:path';
import { applyEdits, type Edit } from '../../../server/src/text/edit.ts';
import { createAnnotationStore } from '../annotations/annotation-store.ts';
import { asPrintedRanges } from '../annotations/as-printed.ts';
import { sicLabelId } from '../annotations/labels.ts';
import { type Opening, openSidecar } from '../annotations/opening.ts';
import type { Problem } from '../annotations/problem.ts';
import { type Sidecar, serialiseSidecar, withAnnotations } from '../annotations/sidecar.ts';
import { parseSidecar } from '../annotations/sidecar-parser.ts';
import { type FileBytes, readRegularFile } from './file-bytes.ts';
import type { Messages } from './messages.ts';
import { replaceFile } from './replace-file.ts';
import { sha256 } from './sha256.ts';
import { misread, type OnFault, unreadable } from './sidecar-fault.ts';
import type { Source } from './source.ts';
import type { SidecarFile, Tags } from './tags.ts';
import { type Terminal, visible } from './terminal.ts';
import { decodeText } from './utf8.ts';

/** A sidecar whose tags lie on the text. */
interface OpenSidecar extends SidecarFile {
  readonly content: string;
  readonly sidecar: Sidecar;
  readonly opening: Opening;
}

/** Puts the tags of sidecars on the text of a source. */
export function openSidecars(
  files: readonly SidecarFile[],
  source: Source,
  terminal: Terminal,
  say: Messages,
  onFault: OnFault,
): Tags {
  const open: OpenSidecar[] = [];
  for (const file of files) {
    const { path } = file;
    const read = readSidecar(path, onFault);
    if (read === null) continue;
    // Quotes are of the raw text, furniture included, and are looked for there.
    const opening = openSidecar(read.sidecar, source.text, sha256);
    warnOfLostMarks(path, opening, source, terminal, say);
    open.push({ ...file, ...read, opening });
  }
  return {
    asPrinted: asPrintedRanges(open.map(({ opening }) => opening.annotations)),
    carry(edits) {
      for (const each of open) {
        if (each.opening.sameText) carry(each, source, edits, terminal, say);
      }
    },
  };
}

/** The sidecar, as far as it is understood; null where it is none. */
export function readSidecar(
  path: string,
  onFault: OnFault,
): { readonly content: string; readonly sidecar: Sidecar } | null {
  const content = readContent(path, onFault);
  if (content === null) return null;
  const reading = parseSidecar(content);
  if (!reading.ok) {
    onFault(misread(path, reading.problem, 'file'));
    return null;
  }
  // Where the text is not named, quotes make up for it. All else is about an item that may be a mark.
  const hidesNothing = ({ code }: Problem) => code === 'text-facts-missing';
  for (const problem of reading.problems) {
    if (!hidesNothing(problem)) onFault(misread(path, problem, 'item'));
  }
  for (const problem of reading.problems.filter(hidesNothing)) onFault(misread(path, problem, 'nothing'));
  return { content, sidecar: reading.sidecar };
}

function readContent(path: string, onFault: OnFault): string | null {
  const fault = (reason: (say: Messages) => string) => {
    onFault(unreadable(path, reason));
    return null;
  };
  let file: FileBytes;
  try {
    file = readRegularFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fault(() => code ?? message);
  }
  if (!file.ok) {
    const why = file.fault;
    return fault((say) => say.fileFaults[why]);
  }
  const decoding = decodeText(file.bytes);
  return decoding.ok ? decoding.text : fault((say) => say.noText);
}

/** Marks that had to be looked for count where they were found; whoever relies on them should know. */
function warnOfLostMarks(
  path: string,
  { annotations, moved, lost }: Opening,
  source: Source,
  terminal: Terminal,
  say: Messages,
): void {
  const marks = new Set(
    annotations
      .filter(({ label, review }) => label === sicLabelId && review === 'accepted')
      .map(({ id }) => id),
  );
  const found = moved.filter((id) => marks.has(id)).length;
  const gone = lost.filter(({ id }) => marks.has(id)).length;
  if (found + gone > 0) {
    terminal.err(say.sidecarOutOfDate(visible(path), visible(source.name), found, gone));
  }
}

/** Moves the tags with the text, just as the editor would, and writes them down. */
function carry(
  { path, document, content, sidecar, opening }: OpenSidecar,
  source: Source,
  edits: readonly Edit[],
  terminal: Terminal,
  say: Messages,
): void {
  // The edits make no tags, so nobody's name or time is asked for.
  const store = createAnnotationStore(source.text, opening.annotations, {
    creator: '',
    now: () => '',
    newId: () => '',
  });
  store.edit(edits);
  const moved = withAnnotations(sidecar, store.toStore(), applyEdits(source.text, edits), sha256);
  const names = { document, sidecar: basename(path) };
  const carried = serialiseSidecar(moved, names);
  try {
    if (carried === content) return;
    // Where somebody saved tags meanwhile, theirs stay, and will be found again by their words.
    const isReplaced = replaceFile(path, carried, () => reads(path, content));
    if (!isReplaced) terminal.err(say.sidecarNotWritten(visible(path), say.changed));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.err(say.sidecarNotWritten(visible(path), code ?? message));
  }
}

function reads(path: string, content: string): boolean {
  const file = readRegularFile(path);
  const now = file.ok ? decodeText(file.bytes) : null;
  return now?.ok === true && now.text === content;
}
