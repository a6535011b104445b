import * as vscode from 'vscode';
import { iconOf } from './label-icon.ts';
import { inReadersLanguage, nameOf } from './label-name.ts';
import type { TaggedDocument } from './tagged-document.ts';

/** Lets a person choose one of the labels of a document; its id, or undefined where none was chosen. */
export async function pickLabel({ scheme }: TaggedDocument, title: string): Promise<string | undefined> {
  const entries = scheme.labels.map((label) => ({
    label: nameOf(label),
    description: label.key === undefined ? '' : label.key,
    detail: inReadersLanguage(label.description),
    iconPath: iconOf(label),
    id: label.id,
  }));
  const chosen = await vscode.window.showQuickPick(entries, { title, matchOnDetail: true });
  return chosen?.id;
}
