import type { Worker } from 'node:worker_threads';

/** Where the command is run: all that it needs of the world beside files. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output. */
  out(text: string | Uint8Array): void;
  /** Whether standard output could not be written, as far as that is known by now. */
  outputFailed?(): boolean;
  /** How a shell starts this command, word by word; absent: by its name. */
  readonly program?: readonly string[];
  /** One line on standard error, without its line end. */
  err(line: string): void;
  /** Standard input to its end, or a little more than `limit` bytes of it. */
  input(limit: number): Promise<Uint8Array>;
  /** Shows how far it is, in place of what was shown last, until the next line is written; absent: nobody looks. */
  progress?(text: string): void;
  /** Starts a thread that runs `serveJobs`; absent: all is done in this one. */
  startWorker?(): Worker;
  /** What is to be done if the person stops the command; gives what takes that back. Absent: nobody can. */
  onInterrupt?(clear: () => void): () => void;
}

/**
 * A text as it may be shown: control characters, with which a file could drive the terminal or break a line in
 * two, become visible signs (Unicode's control pictures) or nothing, and so do marks that turn the direction of
 * writing.
 */
export function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, pictureOf).replace(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '');
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '';
}
