import type { Messages } from './messages.ts';

/** Why the command could not run: told in one line on standard error, with exit code 2. */
export class Failure extends Error {
  readonly tell: (say: Messages) => string;

  constructor(tell: (say: Messages) => string) {
    super('The command could not run.');
    this.tell = tell;
  }
}
