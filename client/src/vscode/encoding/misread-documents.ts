import * as vscode from 'vscode';
import { headLength, looksLikeStatement } from '../../documents/first-lines.ts';
import { type Misreading, misreadAs, type TextEncoding } from '../../encoding/misread.ts';
import { isStatement } from '../language/active-statement.ts';
import { settingsOf } from '../settings.ts';
import { explainMisreading } from './misread-message.ts';

/** The documents that VS Code has decoded wrongly. Nothing of ours touches them until they are reopened rightly. */
export interface MisreadDocuments extends vscode.Disposable {
  /** Whether the document is misread, and nobody has said that it is right so. */
  is(document: vscode.TextDocument | undefined): boolean;
  /** The same; where it is, the person is told why nothing is done, and what to do. */
  refuses(document: vscode.TextDocument | undefined): boolean;
  /** A document has come to be misread, or is so no longer. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** What was found out of a document. */
interface Look {
  readonly misreading: Misreading | null;
}

/** Looks at each text when it is opened, and again when it is decoded anew. What a person types tells nothing. */
export function watchForMisreading(memory: vscode.Memento): MisreadDocuments {
  const looks = new Map<string, Look>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const misreadingOf = (document: vscode.TextDocument) => {
    const name = document.uri.toString();
    const known = looks.get(name);
    if (known) return known.misreading;
    const accepted = memory.get<string>(keyOf(document)) === document.encoding;
    const misreading = accepted || document.isUntitled ? null : misreadAs(document.getText());
    looks.set(name, { misreading });
    return misreading;
  };
  const tell = async (document: vscode.TextDocument, misreading: Misreading) => {
    if ((await explainMisreading(document, misreading)) !== 'right') return;
    await memory.update(keyOf(document), document.encoding);
    looks.set(document.uri.toString(), { misreading: null });
    changed.fire(document);
  };
  const look = async (document: vscode.TextDocument) => {
    const name = document.uri.toString();
    const before = looks.get(name);
    looks.delete(name);
    const misreading = misreadingOf(document);
    if (before && (before.misreading === null) !== (misreading === null)) changed.fire(document);
    if (!misreading || before?.misreading) return;
    if (isStatement(document) || (await holdsStatement(document, misreading.was))) {
      await tell(document, misreading);
    }
  };
  const misread: MisreadDocuments = {
    is: (document) => isStatement(document) && misreadingOf(document) !== null,
    refuses(document) {
      const misreading = isStatement(document) ? misreadingOf(document) : null;
      if (!document || !misreading) return false;
      void tell(document, misreading);
      return true;
    },
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  };
  const listeners = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidOpenTextDocument((document) => void look(document)),
    // Decoding anew is told as a change that leaves nothing unsaved; the text and its encoding may come apart.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const known = looks.get(document.uri.toString());
      if (known && !document.isDirty) void look(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.isClosed) looks.delete(document.uri.toString());
    }),
  );
  for (const document of vscode.workspace.textDocuments) void look(document);
  return misread;
}

function keyOf({ uri }: vscode.TextDocument): string {
  return `rightlyRead:${uri.toString()}`;
}

/** Whether plain text that cannot be read as it is would be a statement in another encoding. */
async function holdsStatement(document: vscode.TextDocument, encoding: TextEncoding): Promise<boolean> {
  if (document.languageId !== 'plaintext' || settingsOf(document).detect === 'off') return false;
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    const head = new TextDecoder(encoding).decode(bytes.subarray(0, headLength * 3));
    return looksLikeStatement(head.slice(0, headLength));
  } catch {
    return false;
  }
}
