import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { applyEdits, type Edit } from '../../../server/src/text/edit.ts';
import { createAnnotationStore } from '../annotations/annotation-store.ts';
import { asPrintedRanges } from '../annotations/as-printed.ts';
import { sicLabelId } from '../annotations/labels.ts';
import { type Opening, openSidecar } from '../annotations/opening.ts';
import { describeProblem } from '../annotations/problem.ts';
import { type Sidecar, serialiseSidecar, withAnnotations } from '../annotations/sidecar.ts';
import { parseSidecar } from '../annotations/sidecar-parser.ts';
import { decodeText } from './encoding.ts';
import { readRegularFile } from './file-bytes.ts';
import type { Messages } from './messages.ts';
import { replaceFile } from './replace-file.ts';
import type { Source } from './source.ts';
import type { Tags } from './tags.ts';
import { type Terminal, visible } from './terminal.ts';

/** A sidecar whose tags lie on the text. */
interface OpenSidecar {
  readonly path: string;
  readonly content: string;
  readonly sidecar: Sidecar;
  readonly opening: Opening;
}

/** Puts the tags of sidecars on the text of a source. */
export function openSidecars(
  paths: readonly string[],
  source: Source,
  terminal: Terminal,
  say: Messages,
): Tags {
  const open: OpenSidecar[] = [];
  for (const path of paths) {
    const file = readSidecar(path, terminal, say);
    if (file === null) continue;
    // Quotes are of the raw text, furniture included, and are looked for there.
    const opening = openSidecar(file.sidecar, source.text, sha256);
    warnOfLostMarks(path, opening, source, terminal, say);
    open.push({ path, ...file, opening });
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

function readSidecar(
  path: string,
  terminal: Terminal,
  say: Messages,
): { readonly content: string; readonly sidecar: Sidecar } | null {
  try {
    const file = readRegularFile(path);
    if (!file.ok) {
      terminal.err(say.sidecarUnreadable(visible(path), say.fileFaults[file.fault]));
      return null;
    }
    const decoding = decodeText(file.bytes);
    if (!decoding.ok) {
      terminal.err(say.sidecarUnreadable(visible(path), say.noText));
      return null;
    }
    const reading = parseSidecar(decoding.text);
    if (reading.ok) return { content: decoding.text, sidecar: reading.sidecar };
    const { problem } = reading;
    terminal.err(say.sidecarProblem(visible(path), problem.line, describeProblem(problem, say.language)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.err(say.sidecarUnreadable(visible(path), code ?? message));
  }
  return null;
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
  { path, content, sidecar, opening }: OpenSidecar,
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
  const names = { document: basename(source.name), sidecar: basename(path) };
  const carried = serialiseSidecar(moved, names);
  try {
    if (carried === content) return;
    const file = readRegularFile(path);
    const now = file.ok ? decodeText(file.bytes) : null;
    // Somebody saved tags meanwhile: theirs stay, and will be found again by their words.
    if (!now?.ok || now.text !== content) terminal.err(say.sidecarNotWritten(visible(path), say.changed));
    else replaceFile(path, carried);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.err(say.sidecarNotWritten(visible(path), code ?? message));
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
