import * as vscode from 'vscode';
import { linkless } from './linkless.ts';

/** How long something may take before it is told, in milliseconds. */
const patience = 1000;

/** What a long task is given: whether it is to stop, and a way to say how far it has come. */
export interface Patience {
  readonly token: vscode.CancellationToken;
  /** @param message in a few words; @param share of the whole that has been done since the last time, 0 to 1 */
  report(message: string, share: number): void;
}

/** Runs a task; where it takes more than a second, its progress is shown, and can be cancelled. */
export async function withPatience<T>(title: string, task: (patience: Patience) => Promise<T>): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  let shown: vscode.Progress<{ message?: string; increment?: number }> | undefined;
  let unshown = 0;
  const work = task({
    token: source.token,
    report(message, share) {
      unshown += share * 100;
      if (!shown) return;
      shown.report({ message: linkless(message), increment: unshown });
      unshown = 0;
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  try {
    const first = await Promise.race([work.then(() => 'done' as const), late]);
    if (first === 'done') return await work;
    return await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, cancellable: true, title: linkless(title) },
      (progress, token) => {
        shown = progress;
        token.onCancellationRequested(() => source.cancel());
        return work;
      },
    );
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
