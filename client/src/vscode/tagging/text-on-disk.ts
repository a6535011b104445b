import type * as vscode from 'vscode';
import type { TextFiles } from '../files.ts';
import { moment } from './awaited-text.ts';

/** The text of a document as it is on disk, as far as the editor has told. */
export class TextOnDisk {
  readonly #document: vscode.TextDocument;
  readonly #changed: () => void;
  #texts: readonly string[];
  /** Whether the editor's text has been unsaved since it was last known to be the one on disk. */
  #unsaved: boolean;
  /** Until when no file of tags is to be written, since a new one may be on its way; as Date.now(). */
  #quietUntil = 0;
  #judging: NodeJS.Timeout | undefined;

  /** @param changed called when another program has changed the text, and the editor shows it */
  constructor(document: vscode.TextDocument, changed: () => void) {
    this.#document = document;
    this.#changed = changed;
    this.#texts = [document.getText()];
    this.#unsaved = document.isDirty;
  }

  /** Where the editor has brought unsaved text back, the file tells what is on disk, if it is in UTF-8. */
  async read(files: TextFiles): Promise<void> {
    if (!this.#unsaved || this.#document.isUntitled) return;
    const text = await files.read(this.#document.uri).catch(() => undefined);
    if (text !== undefined) this.#texts = [text.replace(/^\ufeff/, '')];
  }

  /** As it is, and as it was before; the latest first. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The document is the other one under a new name. */
  follow({ texts }: TextOnDisk): void {
    this.#texts = texts;
  }

  /** How long no file of tags is to be written, in milliseconds. */
  get quiet(): number {
    return Math.max(0, this.#quietUntil - Date.now());
  }

  /** What the editor shows is on disk. */
  isShown(): void {
    const text = this.#document.getText();
    if (text !== this.#texts[0]) this.#texts = [text, this.#texts[0]!];
    this.#unsaved = this.#document.isDirty;
  }

  /** The editor's text has changed, by a person or by what another program did to the file. */
  edited(): void {
    this.#unsaved ||= this.#document.isDirty;
    if (this.#unsaved) return;
    this.#quietUntil = Date.now() + moment;
    // That a text is unsaved may be told only after the change that made it so.
    clearTimeout(this.#judging);
    this.#judging = setTimeout(() => {
      if (this.#document.isDirty || this.#unsaved) return;
      this.isShown();
      this.#changed();
    }, 20);
  }

  dispose(): void {
    clearTimeout(this.#judging);
  }
}
