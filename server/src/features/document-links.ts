import type { DocumentLink } from 'vscode-languageserver';
import { language, t } from '../l10n/language.ts';
import { type Surroundings, textsElsewhere } from './elsewhere.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * A link to the official page of each instrument that has one, where the text names it for the first time. Elsewhere
 * the same click goes to that place, or to the file that is the instrument, and the hover has the link as well; a text
 * underlined at every 该条约 is hard to read.
 */
export function documentLinks(snapshot: Snapshot, around: Surroundings, tooltips: boolean): DocumentLink[] {
  const links: DocumentLink[] = [];
  const linked = new Set<string>();
  for (const mention of snapshot.analysis.references) {
    const { form, instrument, range } = mention;
    if (instrument === null || linked.has(instrument)) continue;
    if (form !== 'full' && form !== 'parallel' && form !== 'unbracketed') continue;
    linked.add(instrument);
    const known = around.registry.byId.get(instrument);
    const target = known?.link;
    if (known === undefined || target === undefined || !target.startsWith('https://')) continue;
    if (textsElsewhere(snapshot, mention, around).length > 0) continue;
    const name = (language() === 'zh-cn' ? undefined : known.names.en) ?? `《${known.names.zh}》`;
    links.push({
      range: snapshot.lines.toPositions(range.raw),
      target,
      ...(tooltips ? { tooltip: t('Open the official page of {0}', name) } : {}),
    });
  }
  return links;
}
