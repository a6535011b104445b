import { BratSeen } from './brat/configuration-writer.ts';
import { bratHoldings } from './brat/holdings.ts';
import { readBratLabels } from './brat/labels.ts';
import { readBratFile } from './brat/reader.ts';
import { bratStem } from './brat/text.ts';
import { hasBratWords, staleLines, writeBratDocument } from './brat/writer.ts';
import { foreignLosses, isWritten, type Loss, lossesOf, lossOf } from './features.ts';
import type { Format } from './format.ts';
import type { TaggedText } from './tagged-text.ts';

/**
 * brat standoff: a text (`.txt`) with its annotations (`.ann`), and the configuration of the collection. Positions
 * count code points, and a CRLF as two. Source: https://brat.nlplab.org/standoff.html, and the server that reads it.
 */
export const brat: Format = {
  id: 'brat',
  unit: 'code-points',
  holdings: bratHoldings,
  losses,
  write({ scheme, language }) {
    const seen = new BratSeen(scheme);
    const stems = new Set<string>();
    return {
      document(document) {
        const stem = newStem(bratStem(document.name), stems);
        stems.add(stem);
        return writeBratDocument(document, stem, seen);
      },
      end: () => seen.configuration(language),
    };
  },
  reader: { reads: (name) => /\.ann$/i.test(name), read: readBratFile },
  schemeReader: { reads: (name) => /\.conf$/i.test(name), read: readBratLabels },
};

/** `a` and `a.txt` would be one. */
function newStem(wanted: string, taken: ReadonlySet<string>): string {
  let stem = wanted;
  for (let copy = 2; taken.has(stem); copy += 1) stem = `${wanted}-${copy}`;
  return stem;
}

function losses(document: TaggedText): readonly Loss[] {
  const stale = staleLines(document).length;
  return [
    ...tagLosses(document),
    ...foreignLosses(document, 'brat'),
    ...(stale > 0 ? [{ feature: 'foreign' as const, count: stale, tags: [], tagsLeftOut: false }] : []),
  ];
}

function tagLosses({ text, tags }: TaggedText): readonly Loss[] {
  const written = tags.filter((tag) => isWritten(tag, bratHoldings));
  const wordless = written.filter((tag) => !hasBratWords(text, tag));
  if (wordless.length === 0) return lossesOf(tags, bratHoldings);
  // Links to them are lost with them.
  const left = new Set(wordless);
  const others = tags.filter((tag) => !left.has(tag));
  const isOfLinks = ({ feature }: Loss) => feature === 'relations';
  return [
    ...lossesOf(tags, bratHoldings).filter((loss) => !isOfLinks(loss)),
    ...lossesOf(others, bratHoldings).filter(isOfLinks),
    lossOf('blanks', wordless, true),
  ];
}
