import * as vscode from 'vscode';
import type { BilingualText, Label } from '../../annotations/labels.ts';

/** A bilingual text in the language that VS Code shows. */
export function inReadersLanguage(text: BilingualText): string {
  return vscode.env.language.toLowerCase().startsWith('zh') ? text.zh || text.en : text.en || text.zh;
}

/** A label's name in the language that VS Code shows. */
export function nameOf(label: Label): string {
  return inReadersLanguage(label.name);
}
