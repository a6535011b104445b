import assert from 'node:assert/strict';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import {
  type Feature,
  features,
  hasFeature,
  spansWithWords,
} from '../../../client/src/annotations/formats/features.ts';
import type {
  Format,
  OutputPiece,
  ReadDocument,
  WritingContext,
} from '../../../client/src/annotations/formats/format.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { unknownOfWords } from '../../../client/src/annotations/formats/unknown-parts.ts';
import { quoteOf } from '../../../client/src/annotations/quote.ts';
import { heldInPart } from './held-in-part.ts';

export const context: WritingContext = { scheme: diplomaticScheme, language: 'zh', corpus: 'corpus' };

/** Files by their paths, in the order in which they were begun. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** All that a format writes of documents. */
export function written(format: Format, documents: readonly TaggedText[]): Files {
  const writer = format.write!(context);
  const pieces = new Map<string, Uint8Array[]>();
  const add = (output: Iterable<OutputPiece>) => {
    for (const { file, content } of output) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      pieces.set(file, [...(pieces.get(file) ?? []), bytes]);
    }
  };
  for (const document of documents) add(writer.document(document));
  add(writer.end());
  return new Map([...pieces].map(([file, bytes]) => [file, new Uint8Array(Buffer.concat(bytes))]));
}

/** All documents that a format reads of files. @param pieceLength in bytes: files come in pieces */
export async function readAll(format: Format, files: Files, pieceLength = 1 << 16): Promise<ReadDocument[]> {
  const { reader } = format;
  const read: ReadDocument[] = [];
  for (const [name, bytes] of files) {
    if (!reader!.reads(name)) continue;
    const file = {
      name,
      async *chunks() {
        for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
      },
    };
    const beside = (path: string) => Promise.resolve(files.get(path));
    for await (const document of reader!.read(file, { scheme: diplomaticScheme, beside }))
      read.push(document);
  }
  return read;
}

/**
 * What must come back of a document: all of it but what the format says is lost. What it says is checked on the way:
 * nothing that it holds may be lost without a word, and nothing be told as lost that is not.
 */
export function expected(document: TaggedText, format: Format): TaggedText {
  const { holdings } = format;
  const rules = { ...(holdings.foreign === 'part' && ownForeign(format)), ...heldInPart[format.id]?.rules };
  const losses = format.losses(document, context);
  const told = new Set(losses.map(({ feature }) => feature));
  for (const { feature, tagsLeftOut } of losses) {
    assert.ok(
      holdings[feature] !== 'yes' || feature === 'relations',
      `${feature} are held, and told as lost`,
    );
    if (tagsLeftOut && !rules[feature]) assert.equal(holdings[feature], 'no', feature);
  }
  const leavesOut = losses.filter(({ tagsLeftOut }) => tagsLeftOut).map(({ feature }) => feature);
  let left: TaggedText = {
    ...document,
    tags: document.tags.filter(
      (tag) => !leavesOut.some((feature) => !rules[feature] && isLeftOutBy(feature, tag)),
    ),
  };
  for (const feature of Object.keys(features) as Feature[]) {
    if (holdings[feature] === 'yes') continue;
    const rule = rules[feature] ?? (holdings[feature] === 'no' ? stripped[feature] : undefined);
    assert.ok(rule, `held-in-part.ts must say what is left of ${feature}`);
    const after = rule(left);
    if (!told.has(feature)) assert.deepEqual(after, left, `${feature} are lost, and nobody says so`);
    left = after;
  }
  if (told.has('relations') && holdings.relations !== 'no') left = withoutLooseLinks(left);
  for (const feature of told) {
    if (rules[feature] || holdings[feature] !== 'no' || feature === 'foreign') continue;
    const counts = losses.filter((each) => each.feature === feature).map(({ count }) => count);
    const counted = counts.reduce((sum, count) => sum + count, 0);
    const concerned = document.tags.filter((tag) => hasFeature(tag, feature)).length;
    assert.equal(counted, concerned, `${feature} are told as lost ${counted} times`);
  }
  return left;
}

function isLeftOutBy(feature: Feature, tag: Annotation): boolean {
  return feature === 'orphans' ? tag.state === 'orphan' : hasFeature(tag, feature);
}

/** What is left of a document without a feature, where the tags themselves stay. */
const stripped: Partial<Record<Feature, (document: TaggedText) => TaggedText>> = {
  attributes: eachTag((tag) => ({ ...tag, attributes: {} })),
  relations: eachTag((tag) => ({ ...tag, relations: [] })),
  chains: eachTag(({ chain: _chain, ...tag }) => tag),
  notes: eachTag((tag) => ({ ...tag, note: '' })),
  sections: eachTag((tag) => ({ ...tag, scope: tag.scope === 'section' ? 'words' : tag.scope })),
  documents: (document) => document,
  orphans: eachTag((tag) =>
    tag.state === 'orphan'
      ? tag
      : {
          ...tag,
          ...unknownOfWords(tag),
          spans: spansWithWords(tag),
          quotes: tag.quotes.filter((_, i) => tag.spans[i]!.start < tag.spans[i]!.end),
        },
  ),
  reviews: eachTag((tag) => ({ ...tag, review: 'accepted' })),
  people: eachTag((tag) => ({ ...tag, creator: '' })),
  times: eachTag((tag) => ({ ...tag, created: '', modified: '' })),
  ids: (document) => document,
  unknown: eachTag(({ unknown: _unknown, ...tag }) => tag),
  foreign: ({ foreign: _foreign, ...document }) => document,
};

/** A format keeps of what files say beside tags what it said itself. */
function ownForeign({ id }: Format): Partial<Record<Feature, (document: TaggedText) => TaggedText>> {
  return {
    foreign: ({ foreign = {}, ...document }) => {
      const own = Object.entries(foreign).filter(([format]) => format === id);
      return { ...document, ...(own.length > 0 && { foreign: Object.fromEntries(own) }) };
    },
  };
}

/** A rule that does one thing to every tag. */
export function eachTag(change: (tag: Annotation) => Annotation): (document: TaggedText) => TaggedText {
  return (document) => ({ ...document, tags: document.tags.map(change) });
}

/** The document with another text of the same length, in which its tags stand at the same places. */
export function onText(document: TaggedText, text: string): TaggedText {
  const change = eachTag((tag) => ({
    ...tag,
    quotes: tag.spans.map((span, i) => (span.start < span.end ? quoteOf(text, span) : tag.quotes[i]!)),
  }));
  return { ...change(document), text };
}

function withoutLooseLinks(document: TaggedText): TaggedText {
  const ids = new Set(document.tags.map(({ id }) => id));
  return eachTag((tag) => ({ ...tag, relations: tag.relations.filter(({ target }) => ids.has(target)) }))(
    document,
  );
}

/**
 * A document as it is compared: what no format promises is left out. That is the place of an orphan, the context of
 * lost words, and the order of tags, links and attributes. A format without ids has its links lead to what their
 * targets say.
 */
export function comparable(document: TaggedText, format: Format): object {
  const isNameless = heldInPart[format.id]?.nameless;
  const plain = new Map(document.tags.map((tag) => [tag.id, JSON.stringify(plainTag(tag, format))]));
  const name = format.holdings.ids === 'yes' ? (id: string) => id : (id: string) => plain.get(id) ?? '';
  const tags = document.tags.map((tag) => {
    const relations = tag.relations.map(({ type, target }) => [type, name(target)]);
    return { ...plainTag(tag, format), relations: relations.sort(byText) };
  });
  return {
    ...(!isNameless && { name: document.name.replace(/\.txt$/, '') }),
    path: document.path,
    text: document.text,
    ...(document.foreign && { foreign: document.foreign }),
    tags: tags.sort(byText),
  };
}

function plainTag(tag: Annotation, { holdings }: Format): object {
  const { id, spans, quotes, relations: _relations, attributes, unknown, ...said } = tag;
  const isLost = (i: number) => spans[i]!.start === spans[i]!.end;
  return {
    ...(holdings.ids === 'yes' && { id }),
    ...said,
    ...(unknown && { unknown }),
    attributes: Object.entries(attributes).sort(byText),
    spans: tag.state === 'orphan' ? [] : spans,
    quotes: quotes.map((quote, i) => (tag.state === 'orphan' || isLost(i) ? quote.exact : quote)),
  };
}

function byText(a: object, b: object): number {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
