import { isObject, type JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../annotation.ts';
import { foreignLosses } from './features.ts';
import type { Format, FormatWriter, WritingContext } from './format.ts';
import { keepDocument, keptMember } from './kept/document.ts';
import { heldBeside, isForTools, keepTag } from './kept/tag.ts';
import { placeKey } from './kept/tags.ts';
import { createUnitMap, type UnitMap } from './offset-unit.ts';
import { readProdigy } from './prodigy/reader.ts';
import { type SpacyToken, spacyTokens } from './prodigy/spacy-tokens.ts';
import type { TaggedText } from './tagged-text.ts';

/**
 * JSON Lines of Prodigy, as its interfaces `spans_manual` and `relations` have them (prodigy.ai/docs/api-interfaces),
 * and what spaCy is trained on. Python counts code points. “You can include any other custom properties”, and they come
 * back with the answers (prodigy.ai/docs/api-loaders): there we keep what it has no room for.
 */
export const prodigy: Format = {
  id: 'prodigy',
  unit: 'code-points',
  corpusEnding: '.jsonl',
  holdings: heldBeside,
  losses: (document) => foreignLosses(document, 'prodigy'),
  write: (context) => new ProdigyWriter(context),
  reader: {
    reads: (name) => /\.jsonl?$/i.test(name) && !/(?:\.annotations|\.jiaozhu|labels)\.json$/i.test(name),
    read: readProdigy,
  },
};

class ProdigyWriter implements FormatWriter {
  readonly #file: string;

  constructor({ corpus }: WritingContext) {
    this.#file = `${corpus}.jsonl`;
  }

  *document(document: TaggedText) {
    yield { file: this.#file, content: `${taskLine(document)}\n` };
  }

  *end() {
    // A corpus of no documents is a file all the same.
    yield { file: this.#file, content: '' };
  }
}

/** A span with its tokens, the last one included. */
interface TaskSpan extends JsonObject {
  readonly start: number;
  readonly end: number;
  readonly token_start: number;
  readonly token_end: number;
  readonly label: string;
}

function taskLine(document: TaggedText): string {
  const { text } = document;
  const map = createUnitMap(text, 'code-points');
  const tokens = spacyTokens(text);
  const tokenAt = tokensByPlace(tokens, map.length);
  const spans: TaskSpan[] = [];
  /** The first span of each tag. */
  const firsts = new Map<string, TaskSpan>();
  const places = new Map<string, number>();
  const shown = document.tags.filter(isForTools);
  for (const tag of shown) {
    for (const range of tag.spans) {
      const [start, end] = [map.fromUtf16(range.start), map.fromUtf16(range.end)];
      if (start === end) continue;
      const first = tokenAt[start]!;
      const last = tokenAt[end - 1]!;
      // A space belongs to the token before it, which a tag that begins with it does not have.
      const isBehind = tokens[first]!.end <= start && first < last;
      const token_start = isBehind ? first + 1 : first;
      const span = { start, end, token_start, token_end: last, label: tag.label };
      spans.push(span);
      places.set(placeKey(span), (places.get(placeKey(span)) ?? 0) + 1);
      if (!firsts.has(tag.id)) firsts.set(tag.id, span);
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  // A relation names spans by place and label: where two are alike in both, it could be of either.
  const clear = new Map([...firsts].filter(([, span]) => places.get(placeKey(span)) === 1));
  const foreign = document.foreign?.prodigy;
  const { meta, ...others } = isObject(foreign) ? foreign : {};
  const answer = answerOf(shown);
  // By hand where there is a part for each character.
  return [
    `{"text":${JSON.stringify(text)}`,
    `"tokens":[${tokens.map(tokenJson).join()}]`,
    `"spans":${JSON.stringify(spans)}`,
    `"relations":${JSON.stringify(relationsOf(document, clear))}`,
    ...(answer ? [`"answer":"${answer}"`] : []),
    `"meta":${JSON.stringify({ ...(isObject(meta) && meta), source: document.name })}`,
    ...Object.entries(others).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
    `${JSON.stringify(keptMember)}:${JSON.stringify(keepDocument(document, keptTags(document, map, clear)))}}`,
  ].join();
}

function tokenJson({ text, start, end, ws }: SpacyToken, id: number): string {
  return `{"text":${JSON.stringify(text)},"start":${start},"end":${end},"id":${id},"ws":${ws}}`;
}

/** For each code point the token that it is in, or that it follows as its space. */
function tokensByPlace(tokens: readonly SpacyToken[], length: number): Uint32Array {
  const byPlace = new Uint32Array(length);
  tokens.forEach(({ start, end, ws }, index) => {
    byPlace.fill(index, start, ws ? end + 1 : end);
  });
  return byPlace;
}

/**
 * The answer that somebody has given: none where nothing is tagged, or something is not yet decided, so that nobody
 * takes it for a decision.
 */
function answerOf(shown: readonly Annotation[]): 'accept' | undefined {
  return shown.length > 0 && shown.every(({ review }) => review === 'accepted') ? 'accept' : undefined;
}

function relationsOf({ tags }: TaggedText, clear: ReadonlyMap<string, TaskSpan>): JsonObject[] {
  return tags.flatMap((tag) =>
    tag.relations.flatMap(({ type, target }): JsonObject[] => {
      const [head, child] = [clear.get(tag.id), clear.get(target)];
      if (!head || !child) return [];
      return [
        { head: head.token_end, child: child.token_end, head_span: head, child_span: child, label: type },
      ];
    }),
  );
}

function keptTags({ tags }: TaggedText, map: UnitMap, clear: ReadonlyMap<string, TaskSpan>): JsonObject[] {
  return tags.map((tag) => {
    const isInTool = clear.has(tag.id) && tag.relations.every(({ target }) => clear.has(target));
    return keepTag(isInTool ? { ...tag, relations: [] } : tag, map);
  });
}
