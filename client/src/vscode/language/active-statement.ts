import * as vscode from 'vscode';
import { languageId } from './names.ts';

/** Whether the document is a statement. */
export function isStatement(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document?.languageId === languageId;
}

/** The editor that has the keyboard, or had it before a view of ours took it, if it shows a statement. */
export function activeStatement(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return isStatement(editor?.document) ? editor : undefined;
}
