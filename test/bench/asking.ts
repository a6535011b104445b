import { codeLenses, resolveCodeLens } from '../../server/src/features/code-lenses.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights } from '../../server/src/features/document-highlight.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { findReferences } from '../../server/src/features/find-references.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import type { Snapshot } from '../../server/src/features/snapshot.ts';
import { step } from '../../server/src/features/step.ts';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { StatementIndex } from '../../server/src/workspace/workspace-index.ts';
import { type Measurement, timed } from './measurement.ts';
import type { BenchText } from './texts.ts';

const service = createStatementService();
const around = { registry: service.registry, index: new StatementIndex() };
/** What an editor shows at once, in UTF-16 code units. */
const inSight = 3000;

/** What is asked of a document at an offset (UTF-16 raw), by the name of the feature. */
const questions: Readonly<Record<string, (snapshot: Snapshot, offset: number) => unknown>> = {
  outline: (snapshot) => documentSymbols(snapshot),
  folding: (snapshot) => foldingRanges(snapshot),
  'widening a selection': (snapshot, offset) => selectionRanges(snapshot, [offset]),
  'a step to the next section': (snapshot, offset) =>
    step(snapshot, { offset, unit: 'section', direction: 'next' }),
  hover: (snapshot, offset) => hover(snapshot, offset, around, true),
  definition: (snapshot, offset) => definition(snapshot, offset, around),
  references: (snapshot, offset) => findReferences(snapshot, offset, around, true),
  highlights: (snapshot, offset) => documentHighlights(snapshot, offset, service.registry),
  links: (snapshot) => documentLinks(snapshot, around, true),
  'hints in sight': (snapshot, offset) =>
    inlayHints(snapshot, { start: offset, end: offset + inSight }, service.registry),
  'the lens of the title': (snapshot) =>
    codeLenses(snapshot).map((lens) => resolveCodeLens(snapshot, lens, service.registry, new Set())),
  'completion in 《': (snapshot, offset) =>
    completion(snapshot, offset, service.registry, { insertReplace: true, labelDetails: true }),
};

/**
 * What an editor asks of a document that is read, each feature `times` times all over the text; what is asked about a
 * mention, at mentions.
 */
export function asking(text: BenchText, times: number): Measurement[] {
  const snapshot: Snapshot = {
    uri: 'file:///bench',
    version: 1,
    analysis: service.analyse(text.raw),
    lines: new LineTable(text.raw),
  };
  const { references, tree } = snapshot.analysis;
  if (references.length === 0 || tree.children.length === 0) return [];
  const group = `An answer about ${text.name}`;
  return Object.entries(questions).map(([what, ask]) => ({
    group,
    what,
    samples: Array.from({ length: times }, (_, i) => {
      const mention = references[Math.floor((i * references.length) / times)]!;
      const offset = mention.range.raw.start + 1;
      return timed(() => ask(snapshot, offset));
    }),
  }));
}
