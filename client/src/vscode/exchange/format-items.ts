import * as vscode from 'vscode';
import { writtenFiles } from '../../annotations/exchange/written-files.ts';
import { type Feature, features, type Holdings } from '../../annotations/formats/features.ts';
import type { Format, WritingContext } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { availableFormats, loadFormat } from '../../annotations/formats/formats.ts';
import { language } from './words.ts';

export interface FormatItem extends vscode.QuickPickItem {
  readonly format: Format;
}

/** The formats that are written, with what they make of a document of that name and what they do not hold. */
export async function writtenFormats(
  context: WritingContext,
  document: string,
): Promise<readonly FormatItem[]> {
  const all = await Promise.all(availableFormats.map(loadFormat));
  return all
    .filter((format) => format.write)
    .map((format) => ({
      label: formatNames[format.id],
      description: writtenFiles(format, context, document).join(vscode.l10n.t(', ')),
      detail: holdingsTold(format.holdings),
      format,
    }));
}

function holdingsTold(holdings: Holdings): string {
  const names = (how: Holdings[Feature]) =>
    (Object.keys(features) as Feature[])
      .filter((feature) => holdings[feature] === how)
      .map((feature) => features[feature][language()])
      .join(vscode.l10n.t(', '));
  const told = [
    ...(names('no') === '' ? [] : [vscode.l10n.t('Does not hold: {0}.', names('no'))]),
    ...(names('part') === '' ? [] : [vscode.l10n.t('Holds in part: {0}.', names('part'))]),
  ];
  return told.length === 0 ? vscode.l10n.t('Holds everything.') : told.join(' ');
}
