import { stripBlanks } from '../bare-text.ts';
import type { TaggedText } from '../formats/tagged-text.ts';
import { sha256 } from '../sha256.ts';
import { safeAnnotator } from '../sidecar-name.ts';
import { keyOf, safePath, withNumber } from './document-names.ts';
import { FolderNames, isTextName } from './folder-names.ts';
import { type UnkeptText, unkeptText } from './unkept-text.ts';

/** Where the tags of an import belong. */
export interface Belonging {
  /** The path of the document, `/` between folders, below the folder that is imported into. */
  readonly path: string;
  readonly annotator: string;
  /** Whether the document is not there and is to be made of the text that is imported. */
  readonly isNew: boolean;
  /** What it would be called if no other document of the import with another text were called so. */
  readonly wanted?: string;
}

/** Why a document of an import is not taken. */
export type Refusal =
  | { readonly reason: UnkeptText; readonly path: string }
  | {
      readonly reason: 'annotators-alike';
      readonly path: string;
      readonly annotator: string;
      readonly other: string;
    };

/** What is there now, by paths below the folder that is imported into. */
export interface DocumentsThere {
  /** The names of the files in a folder; none where there is no such folder. */
  filesIn(folder: string): Promise<readonly string[]>;
  /** The text of a document that is there, raw or clean; undefined where it cannot be read. */
  text(path: string, form: 'raw' | 'clean'): Promise<string | undefined>;
}

export type ComingDocument = Pick<TaggedText, 'name' | 'path' | 'text' | 'annotator'>;

/**
 * Finds the document that the tags of an import belong to, for one document of it after the other:
 * - the one of that path; else the only one of that path whatever the ending, since other tools give texts another:
 *   between two endings of ours it must have the same text;
 * - where our own export did not say the path, nothing lies in its first folder and the text is that of the document
 *   below it, the folder is the annotator's name, as it is in an export of several annotators;
 * - else a new one, of that path as every system can have it.
 *
 * Of several documents of one import that would be one, and have not one text, the second gets a number, as in
 * {@link TakenNames}; one of a text that was imported so before is known again by that.
 */
export class Belongings {
  readonly #there: DocumentsThere;
  readonly #folders = new Map<string, FolderNames>();
  /** By the path of a document, what its text is told by. */
  readonly #taken = new Map<string, string>();
  /** Those of the taken ones that the import makes. */
  readonly #made = new Set<string>();
  /** What the text of a document that is there is told by, by form and path. */
  readonly #marks = new Map<string, string | undefined>();
  /** By the path that several would have, the first number that may be free. */
  readonly #numbers = new Map<string, number>();
  /** By the path that several would have and their text, where they went. */
  readonly #numbered = new Map<string, string>();
  #last: { readonly text: string; readonly mark: string } | undefined;
  /** By their names in files, what annotators are called. */
  readonly #annotators = new Map<string, string>();

  constructor(there: DocumentsThere) {
    this.#there = there;
  }

  /**
   * Where a document belongs; it is there only once that is {@link take taken}.
   * @param said whose tags these are, whatever the file says
   */
  async of(document: ComingDocument, said?: string): Promise<Belonging | Refusal> {
    const path = document.path === undefined ? safePath(document.name) : plainPath(document.path);
    const text = this.#markOfComing(document.text);
    let annotator = said ?? document.annotator;
    let found = await this.#documentAt(path, text);
    if (found === undefined && document.path === undefined) {
      const shared = await this.#sharedDocument(path, annotator, text);
      if (shared) ({ path: found, annotator } = { ...shared, annotator: said ?? shared.annotator });
    }
    const other = this.#annotators.get(keyOf(safeAnnotator(annotator)));
    if (other !== undefined && other !== annotator) {
      return { reason: 'annotators-alike', path: found ?? path, annotator, other };
    }
    const safe = safePath(path);
    const wanted = found ?? (isTextName(safe) ? safe : `${safe}.txt`);
    const [at, isNew] = await this.#free(wanted, found !== undefined, text);
    const reason = isNew ? unkeptText(document.text) : undefined;
    if (reason) return { reason, path: at };
    return { path: at, annotator, isNew, ...(at !== wanted && { wanted }) };
  }

  /** What comes after finds the document there. */
  async take({ text }: ComingDocument, { path, annotator, isNew, wanted }: Belonging): Promise<void> {
    const mark = this.#markOfComing(text);
    this.#annotators.set(keyOf(safeAnnotator(annotator)), annotator);
    this.#taken.set(path, mark);
    if (wanted !== undefined) this.#numbered.set(JSON.stringify([wanted, mark]), path);
    if (!isNew) return;
    this.#made.add(path);
    (await this.#folder(folderOf(path))).add(nameOf(path));
  }

  /** The path itself, unless another text of this import has it, or has been imported so before under a number. */
  async #free(
    wanted: string,
    isThere: boolean,
    text: string,
  ): Promise<readonly [path: string, isNew: boolean]> {
    const folder = await this.#folder(folderOf(wanted));
    const there = (path: string) => folder.hasAlike(nameOf(path));
    if (!isThere && !there(wanted)) return [wanted, true];
    const taken = this.#taken.get(wanted);
    if (isThere && taken === text) return [wanted, false];
    const isOnlyOne = taken === undefined && !there(withNumber(wanted, 2));
    if (isThere && (isOnlyOne || (await this.#hasText(wanted, text)))) return [wanted, false];
    const before = this.#numbered.get(JSON.stringify([wanted, text]));
    if (before !== undefined) return [before, false];
    for (let number = this.#numbers.get(wanted) ?? 2; ; number += 1) {
      const named = folder.named(nameOf(withNumber(wanted, number)));
      const path = named === undefined ? withNumber(wanted, number) : below(folderOf(wanted), named);
      if (named === undefined && folder.hasStem(nameOf(path))) continue;
      if (this.#taken.has(path)) {
        if (number === (this.#numbers.get(wanted) ?? 2)) this.#numbers.set(wanted, number + 1);
        continue;
      }
      if (named !== undefined && (await this.#markOf(path, 'raw')) !== text) continue;
      // Nobody here has its text, and nobody of this import has the document yet: it has been edited.
      if (named === undefined && isThere && taken === undefined) return [wanted, false];
      return [path, named === undefined];
    }
  }

  async #documentAt(path: string, text: string): Promise<string | undefined> {
    const folder = folderOf(path);
    const files = await this.#folder(folder);
    const name = nameOf(path);
    const named = files.named(name);
    if (named !== undefined) return below(folder, named);
    const other = files.ofStem(name);
    if (other === undefined) return undefined;
    const found = below(folder, other);
    return !isTextName(name) || (await this.#hasText(found, text)) ? found : undefined;
  }

  /** The document of that path without its first folder, where that is an annotator's. */
  async #sharedDocument(path: string, annotator: string, text: string) {
    const slash = path.indexOf('/');
    if (slash < 0) return undefined;
    const folder = path.slice(0, slash);
    const isName =
      safeAnnotator(folder) === folder && (annotator === '' || safeAnnotator(annotator) === folder);
    if (!isName || !(await this.#folder(folder)).isEmpty) return undefined;
    const shared = await this.#documentAt(path.slice(slash + 1), text);
    if (shared === undefined || !(await this.#hasText(shared, text))) return undefined;
    return { path: shared, annotator: annotator || folder };
  }

  async #folder(folder: string): Promise<FolderNames> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const names = new FolderNames(await this.#there.filesIn(folder));
    this.#folders.set(folder, names);
    return names;
  }

  /** Whether a document has that text, raw or clean. */
  async #hasText(path: string, text: string): Promise<boolean> {
    if (this.#taken.get(path) === text) return true;
    if (this.#made.has(path)) return false;
    return (await this.#markOf(path, 'raw')) === text || (await this.#markOf(path, 'clean')) === text;
  }

  /** What is looked for is taken next, and several annotators have one text. */
  #markOfComing(text: string): string {
    if (this.#last?.text !== text) this.#last = { text, mark: markOf(text) };
    return this.#last.mark;
  }

  async #markOf(path: string, form: 'raw' | 'clean'): Promise<string | undefined> {
    const key = `${form} ${path}`;
    if (!this.#marks.has(key)) {
      const read = await this.#there.text(path, form);
      this.#marks.set(key, read === undefined ? undefined : markOf(read));
    }
    return this.#marks.get(key);
  }
}

/** By what a text is told from others: white space does not count, which some formats do not keep. */
function markOf(text: string): string {
  return sha256(stripBlanks(text));
}

/** A path as somebody's system has it, which need not be everybody's; nothing in it leads out. */
function plainPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? safePath(path) : parts.join('/');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
