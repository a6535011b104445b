import type { CodeLens } from 'vscode-languageserver';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { t } from '../l10n/language.ts';
import { clientCommands } from '../protocol.ts';
import { citedBy } from './cited-instruments.ts';
import type { Snapshot } from './snapshot.ts';

/** The `data` of a lens, by which it is known again when it is about to be shown. */
export interface CodeLensData {
  readonly uri: string;
}

/** Above the title, a place for what the document cites: counted when it comes into sight. */
export function codeLenses({ uri, lines, analysis }: Snapshot): CodeLens[] {
  const title = analysis.tree.children.find(({ kind }) => kind === 'title');
  if (title === undefined) return [];
  const data: CodeLensData = { uri };
  return [{ range: lines.toPositions(title.heading.raw), data }];
}

/**
 * The lens with its words: how many instruments are cited, and how many mentions nobody could resolve.
 * @param commands those of the client's own that a lens may name
 */
export function resolveCodeLens(
  { analysis }: Snapshot,
  lens: CodeLens,
  registry: InstrumentRegistry,
  commands: ReadonlySet<string>,
): CodeLens {
  const { cited, unresolved } = citedBy(analysis, registry);
  const counted = cited.length === 1 ? t('1 instrument cited') : t('{0} instruments cited', cited.length);
  const title = unresolved.length === 0 ? counted : t('{0}, {1} unresolved', counted, unresolved.length);
  // Without a command it is only read.
  const command = commands.has(clientCommands.showInstruments) ? clientCommands.showInstruments : '';
  return { ...lens, command: { title, command } };
}
