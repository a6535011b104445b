import * as vscode from 'vscode';
import type { LabelScheme } from '../../annotations/labels.ts';
import { iconOf } from './label-icon.ts';
import { inReadersLanguage, nameOf } from './label-name.ts';
import type { TaggedDocument } from './tagged-document.ts';

/** The labels of a scheme as a list to choose from. */
export function labelItems(scheme: LabelScheme): (vscode.QuickPickItem & { readonly id: string })[] {
  return scheme.labels.map((label) => ({
    label: nameOf(label),
    description: label.key === undefined ? '' : label.key,
    detail: inReadersLanguage(label.description),
    iconPath: iconOf(label),
    id: label.id,
  }));
}

/** Lets a person choose one of the labels of a document; its id, or undefined where none was chosen. */
export async function pickLabel({ scheme }: TaggedDocument, title: string): Promise<string | undefined> {
  const chosen = await vscode.window.showQuickPick(labelItems(scheme), { title, matchOnDetail: true });
  return chosen?.id;
}
