import * as vscode from 'vscode';

/** One of several questions that are asked one after the other. */
export interface Question {
  readonly title: string;
  /** Which it is, from 1, and of how many; absent: it stands by itself. */
  readonly step?: readonly [number, number];
  readonly placeholder: string;
  /** Whether there is a question before it to go back to. */
  readonly canGoBack?: boolean;
}

/** undefined: the person has given up. */
export type Answer<T> = T | 'back' | undefined;

/** Asks for one of some entries. */
export function pickOne<T extends vscode.QuickPickItem>(
  question: Question,
  items: readonly T[],
  active?: T,
): Promise<Answer<T>> {
  return ask<T, T>(question, items, (pick) => pick.selectedItems[0], {
    ...(active && { active: [active] }),
  });
}

/** Asks which of some entries hold; those that are `picked` do at first. */
export function pickSome<T extends vscode.QuickPickItem>(
  question: Question,
  items: readonly T[],
): Promise<Answer<readonly T[]>> {
  return ask<T, readonly T[]>(question, items, (pick) => pick.selectedItems, {
    selected: items.filter(({ picked }) => picked),
  });
}

function ask<T extends vscode.QuickPickItem, A>(
  { title, step, placeholder, canGoBack = false }: Question,
  items: readonly T[],
  answerOf: (pick: vscode.QuickPick<T>) => A | undefined,
  { active, selected }: { readonly active?: readonly T[]; readonly selected?: readonly T[] },
): Promise<Answer<A>> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<T>();
    pick.title = title;
    if (step) [pick.step, pick.totalSteps] = step;
    pick.placeholder = placeholder;
    // A glance at the text or at another window is not to lose what was chosen so far.
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = items;
    if (selected) {
      pick.canSelectMany = true;
      pick.selectedItems = selected;
    }
    if (active) pick.activeItems = active;
    if (canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
    let answer: Answer<A>;
    pick.onDidAccept(() => {
      answer = answerOf(pick);
      if (answer !== undefined) pick.hide();
    });
    pick.onDidTriggerButton(() => {
      answer = 'back';
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(answer);
    });
    pick.show();
  });
}

/** A line that parts entries, with a name for those below. */
export function separator<T extends vscode.QuickPickItem>(label: string): T {
  return { label, kind: vscode.QuickPickItemKind.Separator } as unknown as T;
}
