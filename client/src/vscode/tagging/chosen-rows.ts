import * as vscode from 'vscode';

/** How long, in ms, the choice of a row may take to be told to an extension. */
const tellingTime = 500;

/**
 * The rows that the keys in a list mean: the one with the focus, and where it is one of several that are chosen, all
 * of these. Of the focus itself an extension learns nothing, so the row is made the chosen one; choosing a group
 * folds or unfolds it, which is undone.
 */
export async function chosenRows<T>(
  view: vscode.TreeView<T>,
  folds: (row: T) => boolean,
): Promise<readonly T[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.selectAndPreserveFocus');
  const row = await chosenRow(view);
  if (row === undefined) return [];
  if (folds(row)) await vscode.commands.executeCommand('list.toggleExpand');
  return before.includes(row) ? before : [row];
}

/** What is chosen in the list; just after a choice, or while the list is filled anew, the editor has yet to tell. */
function chosenRow<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  const [row] = view.selection;
  if (row) return Promise.resolve(row);
  return new Promise((resolve) => {
    const told = view.onDidChangeSelection(({ selection }) => {
      if (selection[0]) done(selection[0]);
    });
    const timer = setTimeout(() => done(undefined), tellingTime);
    function done(chosen: T | undefined): void {
      clearTimeout(timer);
      told.dispose();
      resolve(chosen);
    }
  });
}
