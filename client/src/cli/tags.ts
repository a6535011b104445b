import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edit } from '../../../server/src/text/edit.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { sidecarsOf } from '../annotations/sidecar-name.ts';
import { type DocumentName, documentNames } from './document-names.ts';
import type { Messages } from './messages.ts';
import { type OnFault, unlisted, warning } from './sidecar-fault.ts';
import type { Source } from './source.ts';
import type { Terminal } from './terminal.ts';

/** The tags that people have put on a source, as its sidecars hold them. */
export interface Tags {
  /** Where it is tagged “as printed”: UTF-16 in its text (without BOM), sorted, apart. */
  readonly asPrinted: readonly TextRange[];
  /**
   * Writes the sidecars anew for a text that has been written, so that they go on to describe the text on disk.
   * One that described another text already is left alone.
   * @param edits of the text that the tags were read for, sorted, not overlapping
   */
  carry(edits: readonly Edit[]): void;
}

const none: Tags = { asPrinted: [], carry: () => {} };

/**
 * Reads the sidecars beside a source.
 * @param onFault hears what keeps marks from being heeded; unless it throws, all else is
 */
export async function readTags(
  source: Source,
  terminal: Terminal,
  say: Messages,
  onFault: OnFault = warning(terminal, say),
): Promise<Tags> {
  const files = source.stamp === undefined ? [] : sidecarsUnderAllNames(source.name, onFault);
  if (files.length === 0) return none;
  // Few texts have tags, and what reads them takes a while to load.
  const { openSidecars } = await import('./sidecars.ts');
  return openSidecars(files, source, terminal, say, onFault);
}

/** A sidecar, and the document that it lies beside. */
export interface SidecarFile {
  readonly path: string;
  /** The document's file name, which is not that of the source where it was reached through a link. */
  readonly document: string;
}

/**
 * The sidecars of a document under every name that it has on the way through links, each once: those of the file
 * itself first, then in order of name.
 */
function sidecarsUnderAllNames(path: string, onFault: OnFault): SidecarFile[] {
  const files = new Map<string, SidecarFile>();
  let folder = dirname(path);
  try {
    for (const name of documentNames(path)) {
      folder = name.folder;
      for (const sidecar of sidecarsBeside(name)) {
        const path = join(folder, sidecar);
        const itself = existsSync(path) ? realpathSync(path) : path;
        if (!files.has(itself)) files.set(itself, { path, document: name.document });
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    onFault(unlisted(folder, code ?? message));
  }
  return [...files.values()];
}

/** The file names of a document's sidecars, sorted. */
function sidecarsBeside({ folder, document }: DocumentName): string[] {
  return sidecarsOf(document, readdirSync(folder))
    .map(({ name }) => name)
    .sort();
}
