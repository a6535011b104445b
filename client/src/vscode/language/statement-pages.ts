import * as vscode from 'vscode';
import { isStatement } from './active-statement.ts';

/** The pages that are about one statement: while one of them is looked at, that statement is at hand. */
export class StatementPages implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #active = new Map<vscode.WebviewPanel, vscode.TextDocument>();
  readonly onDidChange = this.#changes.event;

  /** The statement that the page with the keyboard is about. */
  get active(): vscode.TextDocument | undefined {
    return [...this.#active.values()].at(-1);
  }

  /** Keeps in mind what a page is about, as long as it is open. */
  watch(page: vscode.WebviewPanel, document: vscode.TextDocument): vscode.Disposable {
    const look = () => {
      if (page.active) this.#active.set(page, document);
      else this.#active.delete(page);
      this.#changes.fire();
    };
    const gone = () => {
      this.#active.delete(page);
      this.#changes.fire();
    };
    look();
    return vscode.Disposable.from(page.onDidChangeViewState(look), page.onDidDispose(gone));
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

/** The open statement of that place, as a command is given it; undefined where it is given none. */
export function statementAt(place: unknown): vscode.TextDocument | undefined {
  if (!(place instanceof vscode.Uri)) return undefined;
  const uri = place.toString();
  return vscode.workspace.textDocuments.find((each) => isStatement(each) && each.uri.toString() === uri);
}
