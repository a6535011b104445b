import * as vscode from 'vscode';
import { linkless } from './linkless.ts';

type Show = typeof vscode.window.showInformationMessage;

/** The messages of the editor, of which none is a link: no other way is taken to show one. */
export const showInformationMessage: Show = plainly('showInformationMessage');
export const showWarningMessage: Show = plainly('showWarningMessage');
export const showErrorMessage: Show = plainly('showErrorMessage');

function plainly(kind: 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage'): Show {
  return ((message: string, ...more: string[]) => vscode.window[kind](linkless(message), ...more)) as Show;
}
