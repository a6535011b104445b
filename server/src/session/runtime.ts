import type { InitializationOptions } from '../protocol.ts';
import type { WorkspaceFiles } from '../workspace/workspace-files.ts';

/** What the server needs of the machine that it runs on, and each entry point gives. */
export interface Runtime {
  /** Calls back once the messages that wait already have been looked at. */
  setImmediate(callback: () => void): void;
  /** Calls back after so many milliseconds, unless the function that it returns is called before. */
  setTimeout(callback: () => void, milliseconds: number): () => void;
  /** The files of the workspace for a client that asks for such a session; undefined where the server can see none. */
  files(options: InitializationOptions): WorkspaceFiles | undefined;
}
