import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What the Node host and the browser host of the extension do each in their own way. */
export interface Runtime {
  /** A client of the language server that is packaged for this host; not started yet. */
  createClient(extension: vscode.Uri, options: LanguageClientOptions): BaseLanguageClient;
  /**
   * Replaces a file so that a reader, or a crash, meets either the old content or the new one.
   * @param expected what must be in the file, null where there must be none; absent: whatever
   */
  replaceFile(uri: vscode.Uri, content: Uint8Array, expected?: Uint8Array | null): Promise<Replacement>;
  /**
   * Writes behind what a file holds, so that a long one need not be held as a whole.
   * @param isLast whether the disk is to have it before this returns; nothing comes behind it
   * @returns false where this host has no way to for such a URI, and nothing was written
   */
  appendFile(uri: vscode.Uri, content: Uint8Array, isLast: boolean): Promise<boolean>;
}

/** changed: the file held something else than was expected, and was left alone; not-here: this host has no way to for such a URI. */
export type Replacement = 'replaced' | 'changed' | 'not-here';
