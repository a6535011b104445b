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

  /** Settled when the keys of the mode are told. */
  const show = (): Thenable<unknown> => {
    const document = activeStatement()?.document;
    const on = document !== undefined && isOn(document);
    const told = vscode.commands.executeCommand('setContext', 'jiaozhu.tagging', on);
    if (!document) {
      item.hide();
      return told;
    }
    item.text = on ? `$(tag) ${vscode.l10n.t('Tagging')}` : `$(edit) ${vscode.l10n.t('Correcting')}`;
    item.tooltip = on
      ? vscode.l10n.t('Tagging mode: single keys tag, and the text is read-only. Click to correct it.')
      : vscode.l10n.t('Correcting mode: what you type changes the text. Click to tag with single keys.');
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
    return told;
  };
  /** VS Code lets nobody but the active editor's resource be made read-only. */
  const setReadOnly = (on: boolean) =>
    vscode.commands.executeCommand(
      `workbench.action.files.${on ? 'set' : 'reset'}ActiveEditorReadonlyInSession`,
    );
  void show();

  /**
   * VS Code saves nothing that is read-only, and asks about that when it begins: so the text is writeable until then
   * alone, and what is typed while it is being saved writes nothing.
   */
  const save = async (editor: vscode.TextEditor): Promise<void> => {
    const now = () => vscode.commands.executeCommand('workbench.action.files.save');
    if (!isOn(editor.document)) {
      await now();
      return;
    }
    await Promise.all([setReadOnly(false), now(), setReadOnly(true)]);
    // A host that asks later than that has saved nothing.
    if (editor.document.isDirty) await mode.correcting(editor, now);
  };

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    // A document becomes a statement, or ceases to be one, by being opened anew.
    vscode.workspace.onDidOpenTextDocument(async (document) => {
      const name = document.uri.toString();
      if (!isStatement(document) && tagging.delete(name)) {
        if (vscode.window.activeTextEditor?.document.uri.toString() === name) await setReadOnly(false);
      }
      void show();
    }),
    // The key makes the text read-only by itself, before it comes here, so that what is typed meanwhile writes nothing.
    vscode.commands.registerCommand('jiaozhu.toggleTaggingMode', async (already?: unknown) => {
      if (activeStatement()) await mode.toggle();
      else if (already === 'readOnly') await setReadOnly(false);
    }),
    vscode.commands.registerCommand('jiaozhu.saveText', () => {
      const editor = activeStatement();
      return editor && save(editor);
    }),
    vscode.commands.registerCommand('jiaozhu.aboutTaggingMode', () => {
      const document = activeStatement()?.document;
      say(
        document && isOn(document)
          ? vscode.l10n.t('The text is read-only while you tag; I lets you correct it.')
          : vscode.l10n.t('In tagging mode the text is read-only, and single keys tag: Ctrl+Alt+T.'),
      );
    }),
    vscode.commands.registerCommand('jiaozhu.aboutUndo', () =>
      say(vscode.l10n.t('U takes back tagging; to take back a change of the text, press I first.')),
    ),
  );

  const mode: TaggingMode = {
    isOn,
    async toggle() {
      const document = activeStatement()?.document;
      if (!document) return;
      const name = document.uri.toString();
      const on = !tagging.has(name);
      if (on && isSavedByItself(document)) {
        await setReadOnly(false);
        await document.save();
      }
      if (on) tagging.add(name);
      else tagging.delete(name);
      // One right behind the other, without a wait: what is typed in between means nothing.
      await (on ? Promise.all([setReadOnly(true), show()]) : Promise.all([show(), setReadOnly(false)]));
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
        if (isSavedByItself(editor.document)) await editor.document.save();
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
function isSavedByItself(document: vscode.TextDocument): boolean {
  const when = vscode.workspace.getConfiguration('files', document).get<string>('autoSave');
  return document.isDirty && !document.isUntitled && when !== 'off';
}
