import type { Analysis } from '../analysis.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { ReportFacts } from '../protocol.ts';
import { citedInstruments } from './cited-instruments.ts';
import { dateBorne, ownTitles } from './own-title.ts';
import { partsOf } from './reading.ts';

/** What reports count in a text. */
export function reportFacts(analysis: Analysis, registry: InstrumentRegistry): ReportFacts {
  const { tree, reading } = analysis;
  const first = ownTitles(analysis).find(({ document }) => document === tree);
  return {
    // A text without a title may bear a date all the same.
    date: dateBorne(first ?? { document: tree, text: '', range: tree.heading }, reading.clean) ?? null,
    parts: partsOf(analysis),
    cited: citedInstruments({ version: 0, analysis }, registry).cited,
  };
}
