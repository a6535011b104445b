import * as vscode from 'vscode';
import { activeStatement, isStatement } from '../language/active-statement.ts';

/**
 * Tagging mode: the text is read-only, so that neither a stray key nor an input method can write into it, and single
 * keys tag. It belongs to a document, as being read-only does in VS Code; the other mode is the correcting mode.
 */
export interface TaggingMode extends vscode.Disposable {
  isOn(document: vscode.TextDocument): boolean;
  /** Changes the mode of the active statement. */
  toggle(): Promise<void>;
  /** Does something that changes the text of an editor's document; in tagging mode, the text is read-only again afterwards. */
  correcting<T>(editor: vscode.TextEditor, act: () => Thenable<T>): Promise<T>;
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** Keeps the mode of each document, says it in the status bar, and tells the keys of it by the context `jiaozhu.tagging`. */
export function taggingMode(say: (text: string) => void): TaggingMode {
  const tagging = new Set<string>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const item = vscode.window.createStatusBarItem('jiaozhu.mode', vscode.StatusBarAlignment.Left, 1);
  item.name = vscode.l10n.t('Tagging Mode');
  item.command = 'jiaozhu.toggleTaggingMode';
  const isOn = (document: vscode.TextDocument) => tagging.has(document.uri.toString());

  const show = () => {
    const document = activeStatement()?.document;
    const on = document !== undefined && isOn(document);
    void vscode.commands.executeCommand('setContext', 'jiaozhu.tagging', on);
    if (!document) {
      item.hide();
      return;
    }
    item.text = on ? `$(tag) ${vscode.l10n.t('Tagging')}` : `$(edit) ${vscode.l10n.t('Correcting')}`;
    item.tooltip = on
      ? vscode.l10n.t('Tagging mode: single keys tag, and the text is read-only. Click to correct it.')
      : vscode.l10n.t('Correcting mode: what you type changes the text. Click to tag with single keys.');
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
  };
  /** VS Code lets nobody but the active editor's resource be made read-only. */
  const setReadOnly = (on: boolean) =>
    vscode.commands.executeCommand(
      `workbench.action.files.${on ? 'set' : 'reset'}ActiveEditorReadonlyInSession`,
    );
  show();

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(show),
    // A document becomes a statement, or ceases to be one, by being opened anew.
    vscode.workspace.onDidOpenTextDocument(async (document) => {
      const name = document.uri.toString();
      if (!isStatement(document) && tagging.delete(name)) {
        if (vscode.window.activeTextEditor?.document.uri.toString() === name) await setReadOnly(false);
      }
      show();
    }),
    vscode.commands.registerCommand('jiaozhu.toggleTaggingMode', () => mode.toggle()),
    vscode.commands.registerCommand('jiaozhu.saveText', () => {
      const editor = activeStatement();
      return (
        editor && mode.correcting(editor, () => vscode.commands.executeCommand('workbench.action.files.save'))
      );
    }),
    vscode.commands.registerCommand('jiaozhu.aboutTaggingMode', () => {
      const document = activeStatement()?.document;
      say(
        document && isOn(document)
          ? vscode.l10n.t('The text is read-only while you tag; I or Escape lets you correct it.')
          : vscode.l10n.t('In tagging mode the text is read-only, and single keys tag: Ctrl+Alt+T.'),
      );
    }),
  );

  const mode: TaggingMode = {
    isOn,
    async toggle() {
      const document = activeStatement()?.document;
      if (!document) return;
      const name = document.uri.toString();
      const on = !tagging.has(name);
      if (on) await saveByItself(document);
      await setReadOnly(on);
      if (on) tagging.add(name);
      else tagging.delete(name);
      show();
      changed.fire(document);
      say(
        on
          ? vscode.l10n.t('Tagging mode: the text is read-only, and single keys tag.')
          : vscode.l10n.t('Correcting mode: what you type changes the text.'),
      );
    },
    async correcting(editor, act) {
      if (!isOn(editor.document)) return act();
      await vscode.window.showTextDocument(editor.document, {
        viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
      });
      await setReadOnly(false);
      try {
        const done = await act();
        await saveByItself(editor.document);
        return done;
      } finally {
        // Somebody may have gone elsewhere meanwhile.
        if (vscode.window.activeTextEditor?.document !== editor.document) {
          await vscode.window.showTextDocument(editor.document, {
            viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
          });
        }
        await setReadOnly(true);
      }
    },
    onDidChange: changed.event,
    dispose() {
      listeners.dispose();
      item.dispose();
      changed.dispose();
    },
  };
  return mode;
}

/** VS Code saves nothing that is read-only, so what it would save by itself in a moment must be saved before. */
async function saveByItself(document: vscode.TextDocument): Promise<void> {
  const when = vscode.workspace.getConfiguration('files', document).get<string>('autoSave');
  if (document.isDirty && !document.isUntitled && when !== 'off') await document.save();
}
