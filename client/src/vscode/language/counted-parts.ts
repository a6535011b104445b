import type * as vscode from 'vscode';
import type { StatusParams } from '../../../../server/src/protocol.ts';

type Parts = Pick<StatusParams, 'sections' | 'articles'>;
type Localization = Pick<typeof vscode.l10n, 't'>;

/** What a document is made of, in a few words: a treaty of articles alone has no sections to tell. */
export function partsInBrief({ sections, articles }: Parts, l10n: Localization): string[] {
  const told: string[] = [];
  if (sections > 0 || articles === 0)
    told.push(sections === 1 ? l10n.t('1 section') : l10n.t('{0} sections', sections));
  if (articles > 0) told.push(articles === 1 ? l10n.t('1 article') : l10n.t('{0} articles', articles));
  return told;
}

/** The same for the tooltip, a line each. */
export function partsInFull({ sections, articles }: Parts, l10n: Localization): string[] {
  const told: string[] = [];
  if (sections > 0 || articles === 0) told.push(l10n.t('Sections: {0}', sections));
  if (articles > 0) told.push(l10n.t('Articles: {0}', articles));
  return told;
}
