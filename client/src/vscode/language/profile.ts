import * as vscode from 'vscode';
import { type Profile, profiles } from '../../../../server/src/artefacts/profile.ts';
import { settingsOf } from '../settings.ts';

export function profileName(profile: Profile): string {
  switch (profile) {
    case 'newspaper':
      return vscode.l10n.t('Newspaper page');
    case 'ocr':
      return vscode.l10n.t('Text read from a picture (OCR)');
    case 'digital':
      return vscode.l10n.t('Digital text');
  }
}

/** Where the document comes from, and who says so. */
export function profileTold(document: vscode.TextDocument, recognised: Profile): string {
  const { profile } = settingsOf(document);
  return profile === 'auto'
    ? vscode.l10n.t('Recognised as: {0}', profileName(recognised))
    : vscode.l10n.t('Read as: {0}, by the settings', profileName(profile));
}

/** Asks where the texts of this document's folder come from, and keeps the answer in its settings. */
export async function chooseProfile(
  document: vscode.TextDocument,
  recognised: Profile | undefined,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration('jiaozhu', document.uri);
  const now = settingsOf(document).profile;
  const entry = (profile: Profile | 'auto', label: string, description = '') => ({
    profile,
    label: profile === now ? `$(check) ${label}` : label,
    description,
  });
  const entries = [
    entry(
      'auto',
      vscode.l10n.t('As the Text Tells by Itself'),
      recognised && vscode.l10n.t('Recognised as: {0}', profileName(recognised)),
    ),
    ...profiles.map((profile) => entry(profile, profileName(profile))),
  ];
  const inFolder = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  const chosen = await vscode.window.showQuickPick(entries, {
    title: inFolder
      ? vscode.l10n.t('Where do the texts of this folder come from?')
      : vscode.l10n.t('Where do your texts come from?'),
  });
  if (!chosen || chosen.profile === now) return;
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global;
  await settings.update('profile', chosen.profile === 'auto' ? undefined : chosen.profile, target);
  // A wider scope may say otherwise, and then the choice has to be said where it counts.
  if (settingsOf(document).profile !== chosen.profile) {
    await settings.update('profile', chosen.profile, target);
  }
}
