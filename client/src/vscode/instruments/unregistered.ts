import * as vscode from 'vscode';
import { wholeCharacters } from './entries.ts';

const scheme = 'jiaozhu-unregistered';

/** What stands for an instrument that the registry does not know, so that {@link markUnregistered} finds its row. */
export function unregisteredUri(identity: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${wholeCharacters(identity)}` });
}

/** A mark at the end of the rows of such instruments, which is seen in a narrow side bar too. */
export function markUnregistered(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      return new vscode.FileDecoration('?', vscode.l10n.t('Not in the registry of instruments'));
    },
  });
}
