import * as vscode from 'vscode';
import type { ConcordanceLine } from '../../concordance/line.ts';
import { showErrorMessage } from '../notice.ts';
import { ConcordancePage, concordanceScheme } from './page.ts';

/** The concordances that are open. */
export interface ConcordancePages extends vscode.Disposable {
  /** Shows a page at its address, or what has come in its place. */
  show(page: ConcordancePage, uri?: vscode.Uri): Promise<void>;
  /** The page in the active editor. */
  active(): { readonly page: ConcordancePage; readonly uri: vscode.Uri } | undefined;
  /** Goes to the place in the line of the cursor, with the keyboard. */
  goToPlace(): Promise<void>;
}

const selector = { scheme: concordanceScheme };

/**
 * Shows concordances as pages of text that nobody writes in: a click on a line shows its place beside, with the
 * keyboard left in the page; Enter, or Go to Definition, goes there.
 */
export function concordancePages(): ConcordancePages {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const pages = new Map<string, ConcordancePage>();
  const words = vscode.window.createTextEditorDecorationType({
    fontWeight: 'bold',
    color: new vscode.ThemeColor('list.highlightForeground'),
  });
  const source = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('descriptionForeground'),
  });
  const pageOf = ({ uri }: vscode.TextDocument) => pages.get(String(uri));

  const draw = (editor: vscode.TextEditor) => {
    const page = pageOf(editor.document);
    // Until the editor has the new text, the places are not where they will be.
    if (!page || editor.document.getText() !== page.text) return;
    const rangesOf = (part: 'words' | 'source') =>
      page.laid.map((laid, index) => {
        const line = index + ConcordancePage.firstLine;
        return new vscode.Range(line, laid[part].start, line, laid[part].end);
      });
    editor.setDecorations(words, rangesOf('words'));
    editor.setDecorations(source, rangesOf('source'));
  };
  const drawAll = () => vscode.window.visibleTextEditors.forEach(draw);
  const lineAt = (editor: vscode.TextEditor) => pageOf(editor.document)?.at(editor.selection.active.line);

  const disposable = vscode.Disposable.from(
    changed,
    words,
    source,
    vscode.workspace.registerTextDocumentContentProvider(concordanceScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(String(uri))?.text ?? '',
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition(document, { line }) {
        const found = pageOf(document)?.at(line);
        return found && new vscode.Location(vscode.Uri.parse(found.document), rangeOf(found));
      },
    }),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === concordanceScheme) drawAll();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => pages.delete(String(uri))),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind, selections }) => {
      if (textEditor.document.uri.scheme !== concordanceScheme) return;
      // Who selects words to copy them wants to stay.
      if (kind !== vscode.TextEditorSelectionChangeKind.Mouse || !selections[0]?.isEmpty) return;
      const line = lineAt(textEditor);
      if (line) void showPlace(line, true);
    }),
  );
  return {
    async show(page, uri = addressOf(page)) {
      pages.set(String(uri), page);
      changed.fire(uri);
      const known = vscode.window.visibleTextEditors.some(
        ({ document }) => String(document.uri) === String(uri),
      );
      const document = await vscode.workspace.openTextDocument(uri);
      // The keys act on the line of the cursor, so that it stands on the first, and stays where somebody put it.
      const first = new vscode.Position(ConcordancePage.firstLine, 0);
      const selection = new vscode.Range(first, first);
      draw(await vscode.window.showTextDocument(document, { preview: false, ...(!known && { selection }) }));
    },
    active() {
      const document = vscode.window.activeTextEditor?.document;
      const page = document && pageOf(document);
      return page && { page, uri: document.uri };
    },
    async goToPlace() {
      const editor = vscode.window.activeTextEditor;
      const line = editor && lineAt(editor);
      if (line) await showPlace(line, false);
    },
    dispose: () => disposable.dispose(),
  };
}

/** The address of what is sought, always the same; its ending is that of the language. */
function addressOf({ sought, title }: ConcordancePage): vscode.Uri {
  const name = title.replace(/[/\\?#]/g, ' ').slice(0, 60);
  return vscode.Uri.from({
    scheme: concordanceScheme,
    path: `/${name}.concordance`,
    query: JSON.stringify(sought),
  });
}

/** Shows a place beside the concordance, or in the editor that shows its document already. */
async function showPlace(line: ConcordanceLine, keyboardStays: boolean): Promise<void> {
  const uri = vscode.Uri.parse(line.document);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => String(document.uri) === String(uri));
  const selection = rangeOf(line);
  try {
    const editor = await vscode.window.showTextDocument(uri, {
      selection,
      preserveFocus: keyboardStays,
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
      preview: true,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(vscode.l10n.t('{0} could not be opened: {1}', line.name, reason));
  }
}

function rangeOf({ place: { start, end } }: ConcordanceLine): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
