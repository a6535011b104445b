import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import type { Annotation, AttributeValue } from '../../annotation.ts';
import { isWritten, spansWithWords } from '../features.ts';
import type { OutputPiece } from '../format.ts';
import { createUnitMap, type UnitMap } from '../offset-unit.ts';
import type { TaggedText } from '../tagged-text.ts';
import { unknownOfWords } from '../unknown-parts.ts';
import { type BratSeen, isListed } from './configuration-writer.ts';
import { bratHoldings } from './holdings.ts';
import { memoryEnding, type RememberedTag, writeRemembered } from './memory.ts';
import { equivalence } from './names.ts';
import { bratFragments, onOneLine } from './text.ts';

/** What a reader kept of a file that is not understood; in {@link TaggedText.foreign} by the id of the format. */
export interface BratForeign {
  /** Lines as they stood. */
  readonly lines: readonly string[];
  /** The ids of tags by those of brat, which the lines may name. */
  readonly ids: Readonly<Record<string, string>>;
}

/** A tag with what is written of it. */
interface NumberedTag {
  readonly tag: Annotation;
  readonly id: string;
  readonly fragments: readonly TextRange[];
}

/** Whether a tag has words that brat can quote: line ends alone are none. */
export function hasBratWords(text: string, tag: Annotation): boolean {
  return spansWithWords(tag).some((span) => bratFragments(text, span).length > 0);
}

/** The text, its standoff file, and what brat has no place for. @param stem the path without ending */
export function* writeBratDocument(
  document: TaggedText,
  stem: string,
  seen: BratSeen,
): Iterable<OutputPiece> {
  const { text } = document;
  yield { file: `${stem}.txt`, content: text };
  const map = createUnitMap(text, 'code-points');
  const foreign = foreignOf(document);
  const tags = numbered(document, foreign);
  const chains = new Map<string, string[]>();
  for (const { tag, id } of tags) {
    if (tag.chain === undefined) continue;
    const members = chains.get(tag.chain);
    if (members) members.push(id);
    else chains.set(tag.chain, [id]);
  }
  const file = `${stem}.ann`;
  const lines = new LineWriter(seen, tags, foreign);
  // Also an empty one: brat shows a text only with a file of annotations beside it.
  yield { file, content: '' };
  for (const numberedTag of tags) yield { file, content: lines.tag(numberedTag, text, map) };
  for (const members of chains.values()) {
    if (members.length > 1) yield { file, content: `*\t${equivalence} ${members.join(' ')}\n` };
  }
  for (const line of lines.foreign()) yield { file, content: `${line}\n` };
  yield* writeMemory(document, `${stem}${memoryEnding}`, tags, chains, map, seen);
}

/** Lines that were kept of a file, and that name what is not written, or not under the id that they give. */
export function staleLines(document: TaggedText): readonly string[] {
  const foreign = foreignOf(document);
  if (foreign.lines.length === 0) return [];
  const written = new Set(numbered(document, foreign).map(({ id }) => id));
  return foreign.lines.filter((line) => !namesOnly(line, written));
}

/** Whether all that a line names is among these: links and events may have other numbers now. */
function namesOnly(line: string, ids: ReadonlySet<string>): boolean {
  const named = line.split('\t')[1]?.match(/(?<![\w-])[A-Z]\d+/g) ?? [];
  return named.every((id) => ids.has(id));
}

function numbered({ text, tags }: TaggedText, { ids, lines }: BratForeign): readonly NumberedTag[] {
  const former = new Map(Object.entries(ids).map(([bratId, id]) => [id, bratId]));
  const taken = new Set([...Object.keys(ids), ...lines.map((line) => line.split('\t', 1)[0]!)]);
  let next = 1;
  const newId = () => {
    while (taken.has(`T${next}`)) next += 1;
    next += 1;
    return `T${next - 1}`;
  };
  return tags.flatMap((tag) => {
    if (!isWritten(tag, bratHoldings)) return [];
    const fragments = spansWithWords(tag).flatMap((span) => bratFragments(text, span));
    if (fragments.length === 0) return [];
    return [{ tag, id: former.get(tag.id) ?? newId(), fragments }];
  });
}

function placesOf(fragments: readonly TextRange[], map: UnitMap): string {
  return fragments.map(({ start, end }) => `${map.fromUtf16(start)} ${map.fromUtf16(end)}`).join(';');
}

/** Writes the lines of one file, each kind with numbers of its own. */
class LineWriter {
  private readonly seen: BratSeen;
  private readonly ids: ReadonlyMap<string, string>;
  private readonly kept: BratForeign;
  private readonly numbers = new Map<string, number>();

  constructor(seen: BratSeen, tags: readonly NumberedTag[], kept: BratForeign) {
    this.seen = seen;
    this.ids = new Map(tags.map(({ tag, id }) => [tag.id, id]));
    this.kept = kept;
    // What is kept has its numbers already.
    for (const line of kept.lines) {
      const [, letter, digits] = /^([A-Z#])[A-Za-z]*(\d{1,9})/.exec(line) ?? [];
      if (letter === undefined) continue;
      this.numbers.set(letter, Math.max(this.numbers.get(letter) ?? 0, Number(digits)));
    }
  }

  tag({ tag, id, fragments }: NumberedTag, text: string, map: UnitMap): string {
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
    let lines = `${id}\t${this.seen.label(tag.label)} ${placesOf(fragments, map)}\t${words}\n`;
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (isReference(name, value)) {
        const [key = '', ...called] = value.split(' ');
        lines += `${this.newId('N')}\tReference ${id} ${key}\t${called.join(' ')}\n`;
      } else if (isListed(name, value, this.seen.scheme)) {
        const type = this.seen.attribute(name, value);
        lines += `${this.newId('A')}\t${type} ${id}${value === true ? '' : ` ${value}`}\n`;
      }
    }
    for (const { type, target } of tag.relations) {
      const to = this.ids.get(target);
      if (to === undefined) continue;
      lines += `${this.newId('R')}\t${this.seen.relation(type)} Arg1:${id} Arg2:${to}\t\n`;
    }
    const note = onOneLine(tag.note);
    if (note !== '') lines += `${this.newId('#')}\tAnnotatorNotes ${id}\t${note}\n`;
    return lines;
  }

  /** What was kept of a file, as far as all that it names is there. */
  foreign(): readonly string[] {
    const written = new Set(this.ids.values());
    return this.kept.lines.filter((line) => namesOnly(line, written));
  }

  private newId(letter: string): string {
    const number = (this.numbers.get(letter) ?? 0) + 1;
    this.numbers.set(letter, number);
    return `${letter}${number}`;
  }
}

/** Whether an attribute is what brat calls a normalisation: a key in a data base, and what that is called. */
function isReference(name: string, value: AttributeValue): value is string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines.
  const oneLine = /^[^\s:]+:[^\s\x1c-\x1e\x85]+(?: [^\s\x1c-\x1e\x85]+)*$/;
  return /^Reference(?:-\d+)?$/.test(name) && typeof value === 'string' && oneLine.test(value);
}

function* writeMemory(
  { name, path, annotator, form }: TaggedText,
  file: string,
  tags: readonly NumberedTag[],
  chains: ReadonlyMap<string, readonly string[]>,
  map: UnitMap,
  seen: BratSeen,
): Iterable<OutputPiece> {
  const head = {
    name,
    ...(path !== undefined && { path }),
    ...(annotator !== '' && { annotator }),
    ...(form && { form }),
  };
  yield { file, content: `{"jiaozhu": 1, ${JSON.stringify(head).slice(1, -1)}, "tags": {` };
  let separator = '\n';
  for (const { tag, id, fragments } of tags) {
    const remembered = rememberedOf(tag, placesOf(fragments, map), chains, map, seen);
    yield { file, content: `${separator}"${id}": ${JSON.stringify(writeRemembered(remembered))}` };
    separator = ',\n';
  }
  yield { file, content: '\n}}\n' };
}

function rememberedOf(
  tag: Annotation,
  at: string,
  chains: ReadonlyMap<string, readonly string[]>,
  map: UnitMap,
  seen: BratSeen,
): RememberedTag {
  const spans = spansWithWords(tag);
  const inBrat = ([name, value]: [string, AttributeValue]) =>
    isReference(name, value) || isListed(name, value, seen.scheme);
  return {
    id: tag.id,
    at,
    ...(placesOf(spans, map) !== at && {
      spans: spans.map(({ start, end }) => [map.fromUtf16(start), map.fromUtf16(end)] as const),
    }),
    label: tag.label,
    section: tag.scope === 'section',
    ...(tag.note !== '' && { note: tag.note }),
    shown: Object.fromEntries(Object.entries(tag.attributes).filter(inBrat)),
    attributes: Object.fromEntries(Object.entries(tag.attributes).filter((entry) => !inBrat(entry))),
    ...(tag.chain !== undefined && { chain: tag.chain }),
    alone: tag.chain !== undefined && chains.get(tag.chain)?.length === 1,
    creator: tag.creator,
    created: tag.created,
    modified: tag.modified,
    review: tag.review,
    ...unknownOfWords(tag),
  };
}

function foreignOf({ foreign }: TaggedText): BratForeign {
  const parts: JsonValue | undefined = foreign?.brat;
  const { lines, ids } = isObject(parts) ? (parts as JsonObject) : {};
  return {
    lines: Array.isArray(lines)
      ? (lines as readonly JsonValue[]).filter((line) => typeof line === 'string' && !/[\r\n]/.test(line))
      : [],
    ids: Object.fromEntries(
      Object.entries(isObject(ids) ? ids : {}).filter(
        (entry): entry is [string, string] => /^T\d+$/.test(entry[0]) && typeof entry[1] === 'string',
      ),
    ),
  } as BratForeign;
}
