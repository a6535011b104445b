import * as vscode from 'vscode';

/** The one of the two languages of formats' names that VS Code shows. */
export function language(): 'en' | 'zh' {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** A number as people of that language write it. */
export function numberText(count: number): string {
  return count.toLocaleString(language() === 'zh' ? 'zh-CN' : 'en');
}

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
