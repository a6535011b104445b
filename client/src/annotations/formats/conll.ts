import { chosenChunks, columnOf } from './conll/chunks.ts';
import { readConll } from './conll/reader.ts';
import { countChanges, sentenceStarts, tokensOf } from './conll/sentences.ts';
import {
  type Feature,
  foreignLosses,
  type Holdings,
  isWritten,
  type Loss,
  lossesOf,
  lossOf,
  noneHeld,
} from './features.ts';
import type { Format, WritingContext } from './format.ts';
import { writeOrigin } from './kept/origin.ts';
import { labelIdOf } from './label-naming.ts';
import type { TaggedText } from './tagged-text.ts';

const holdings: Holdings = { ...noneHeld, tags: 'yes', overlaps: 'part', blanks: 'part', characters: 'part' };

/** What somebody trains on is what was accepted, of words: all else is left out. */
const leftOut: readonly Feature[] = ['sections', 'documents', 'orphans', 'reviews'];

/**
 * The format of the shared task of CoNLL-2002 (Tjong Kim Sang 2002, section 2): a token a line with its tag behind a
 * space, a blank line after each sentence; the first token of a chunk has `B-`, the others `I-`, and those outside `O`
 * (IOB2). For Chinese, a token is a character.
 */
export const conll: Format = {
  id: 'conll',
  holdings,
  losesBlanks: true,
  losses: lossesOfDocument,
  write: () => ({
    *document(document) {
      yield { file: `${document.name}.conll`, content: sentences(document) };
      yield* writeOrigin(document);
    },
    *end() {},
  }),
  reader: {
    reads: (name) => /\.(?:conll|conll2002|conll2003|bio|bioes|bmes|iob|iob2)$/i.test(name),
    read: readConll,
  },
};

function parts({ text, tags }: TaggedText) {
  const tokens = tokensOf(text);
  const chosen = chosenChunks(
    tags.filter((tag) => isWritten(tag, holdings, leftOut)),
    tokens,
  );
  return { tokens, ...chosen, starts: sentenceStarts(text, tokens, chosen.chunks) };
}

function sentences(document: TaggedText): string {
  const { tokens, chunks, starts } = parts(document);
  const tags = new Array<string>(tokens.length).fill('O');
  for (const { label, start, end } of chunks) {
    tags.fill(`I-${label}`, start, end);
    tags[start] = `B-${label}`;
  }
  return starts
    .map((start, index) => {
      const lines = tokens
        .slice(start, starts[index + 1])
        .map((token, i) => `${token.text} ${tags[start + i]}\n`);
      return `${lines.join('')}\n`;
    })
    .join('');
}

function lossesOfDocument(document: TaggedText, { scheme }: WritingContext): Loss[] {
  const { text, tags } = document;
  const { tokens, overlapping, overlappingInPart, blank, starts } = parts(document);
  const changes = countChanges(text, tokens, starts);
  // With white space in it, or with the name of a label that the scheme knows, as which it is read.
  const renamed = tags.filter(
    (tag) => isWritten(tag, holdings, leftOut) && labelIdOf(scheme, columnOf(tag.label)) !== tag.label,
  );
  return [
    ...lossesOf(tags, holdings, leftOut),
    ...foreignLosses(document),
    ...(overlapping.length > 0 ? [lossOf('overlaps', overlapping, true)] : []),
    ...(overlappingInPart.length > 0 ? [lossOf('overlaps', overlappingInPart, false)] : []),
    ...(blank.length > 0 ? [lossOf('blanks', blank, true)] : []),
    ...(renamed.length > 0 ? [lossOf('characters', renamed, false)] : []),
    ...(changes > 0
      ? [{ feature: 'characters' as const, count: changes, tags: [], tagsLeftOut: false }]
      : []),
  ];
}
