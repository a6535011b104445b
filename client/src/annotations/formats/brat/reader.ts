import type { Annotation, AttributeValue } from '../../annotation.ts';
import { comparePlace } from '../../annotation.ts';
import { stripBlanks } from '../../bare-text.ts';
import type { LabelScheme } from '../../labels.ts';
import { derivedId } from '../derived-id.ts';
import type { ReadDocument, ReadingContext } from '../format.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { decodedText, type InputFile, wholeText } from '../input-file.ts';
import { labelIdOf } from '../label-naming.ts';
import { createUnitMap, type UnitMap } from '../offset-unit.ts';
import { readTag, type WrittenSpan } from '../read-tag.ts';
import { withUnknownParts } from '../unknown-parts.ts';
import { importBratConfiguration } from './configuration.ts';
import { type BratGraph, type BratTag, readBratGraph } from './graph.ts';
import { type BratMemory, memoryEnding, type RememberedTag, readMemory } from './memory.ts';
import { nameOfType, typeName } from './names.ts';
import { onOneLine } from './text.ts';

/** Reads a standoff file, with the text that lies beside it, and the configuration of its folder or of one above. */
export async function* readBratFile(file: InputFile, context: ReadingContext): AsyncIterable<ReadDocument> {
  const stem = file.name.replace(/\.ann$/i, '');
  const graph = readBratGraph(await wholeText(file));
  const bytes = await context.beside(`${stem}.txt`);
  if (!bytes) throw new FormatProblemError({ code: 'no-text', values: [`${stem}.txt`], line: 0 });
  const text = decodedText(bytes, `${stem}.txt`);
  const memory = await memoryBeside(`${stem}${memoryEnding}`, context);
  // What was written here has names and kinds in the scheme that it was written by.
  const scheme = memory ? undefined : await schemeAbove(stem, context);
  const name = memory?.name ?? `${stem}.txt`;
  const reader = new DocumentReader(name, text, graph, memory, context.scheme);
  const tags = reader.tags();
  const ids = Object.fromEntries(reader.bratIds());
  const former = reader.former(tags);
  yield {
    document: {
      name,
      ...(memory?.path !== undefined && { path: memory.path }),
      text,
      ...(memory?.form && { form: memory.form }),
      tags: [...tags].sort(comparePlace),
      annotator: memory?.annotator ?? '',
      ...(graph.kept.length > 0 && { foreign: { brat: { lines: graph.kept, ids } } }),
    },
    ...(former.size > 0 && { former }),
    problems: [...graph.problems, ...reader.problems].sort((a, b) => a.line - b.line),
    ...(scheme && { scheme }),
  };
}

async function memoryBeside(path: string, context: ReadingContext): Promise<BratMemory | undefined> {
  const bytes = await context.beside(path);
  return bytes && readMemory(new TextDecoder().decode(bytes));
}

/** The configuration of the nearest folder that has one (server/src/projectconfig.py, __read_first_in_directory_tree). */
async function schemeAbove(stem: string, context: ReadingContext): Promise<LabelScheme | undefined> {
  const nearest = async (name: string) => {
    const folders = stem.split('/');
    while (folders.length > 0) {
      folders.pop();
      const bytes = await context.beside([...folders, name].join('/'));
      if (bytes) return new TextDecoder().decode(bytes);
    }
    return undefined;
  };
  const annotation = await nearest('annotation.conf');
  if (annotation === undefined) return undefined;
  return importBratConfiguration(annotation, (await nearest('visual.conf')) ?? '').scheme;
}

class DocumentReader {
  readonly problems: FormatProblem[] = [];
  private readonly name: string;
  private readonly text: string;
  private readonly graph: BratGraph;
  private readonly scheme: LabelScheme;
  private readonly map: UnitMap;
  /** Of tags that are known again, by their keys in the graph. */
  private readonly remembered = new Map<string, RememberedTag>();
  private readonly ids = new Map<string, string>();
  private readonly chainNames = new Map<string, string>();

  constructor(
    name: string,
    text: string,
    graph: BratGraph,
    memory: BratMemory | undefined,
    scheme: LabelScheme,
  ) {
    this.name = name;
    this.text = text;
    this.graph = graph;
    this.scheme = scheme;
    this.map = createUnitMap(text, 'code-points');
    const taken = new Set<string>();
    for (const [key, tag] of graph.tags) {
      const known = tag.event === undefined ? memory?.tags.get(key) : undefined;
      if (known && !taken.has(known.id) && touches(known.at, tag.span.at)) {
        taken.add(known.id);
        this.remembered.set(key, known);
        this.ids.set(key, known.id);
        const named = tag.chain !== undefined && !this.chainNames.has(tag.chain);
        if (named && known.chain !== undefined) this.chainNames.set(tag.chain!, known.chain);
      } else {
        const { type, at } = tag.span;
        this.ids.set(key, derivedId([this.name, 'brat', key, type, at]));
      }
    }
  }

  bratIds(): Iterable<readonly [string, string]> {
    return [...this.ids].filter(([key]) => /^T\d+$/.test(key));
  }

  tags(): readonly Annotation[] {
    return [...this.graph.tags].map(([key, tag]) => this.tag(key, tag));
  }

  /** The tags that are known again as they were, by id. */
  former(tags: readonly Annotation[]): ReadonlyMap<string, Annotation> {
    const byId = new Map(tags.map((tag) => [tag.id, tag]));
    return new Map(
      [...this.remembered.values()].flatMap((known): [string, Annotation][] => {
        const tag = byId.get(known.id);
        if (!tag || known.label === undefined) return [];
        const places = known.spans ?? placesOf(known.at).map(({ start, end }) => [start, end] as const);
        const spans = places.map(([start, end]) => ({ start, end }));
        const { chain: _, ...others } = tag;
        const fields = {
          ...others,
          label: known.label,
          attributes: { ...known.attributes, ...known.shown },
          ...(known.chain !== undefined && { chain: known.chain }),
          note: known.note ?? '',
        };
        return [[known.id, readTag(this.text, this.map, fields, spans, 0).tag]];
      }),
    );
  }

  private tag(key: string, said: BratTag): Annotation {
    const { span, line } = said;
    const known = this.remembered.get(key);
    const note = said.notes.join('\n');
    const exact =
      known?.at === span.at && known.spans ? this.exactSpans(known.spans, span.quoted) : undefined;
    const chain = said.chain ?? (known?.alone ? known.chain : undefined);
    const { tag, problems } = readTag(
      this.text,
      this.map,
      {
        id: this.ids.get(key)!,
        // A label that another one has as its name is that which was written.
        label:
          known?.label !== undefined && typeName(known.label) === span.type
            ? known.label
            : labelIdOf(this.scheme, nameOfType(span.type)),
        scope: known?.section ? 'section' : 'words',
        attributes: this.attributes(said, known),
        relations: said.links.map(({ type, target }) => ({ type, target: this.ids.get(target)! })),
        ...(chain !== undefined && { chain: this.chainNames.get(chain) ?? chain }),
        note: known?.note !== undefined && onOneLine(known.note) === note ? known.note : note,
        ...(known && {
          creator: known.creator,
          created: known.created,
          modified: known.modified,
          review: known.review,
        }),
      },
      exact ?? this.spans(said),
      line,
    );
    this.problems.push(...problems);
    return withUnknownParts(tag, known?.unknown);
  }

  private attributes(said: BratTag, known: RememberedTag | undefined): Annotation['attributes'] {
    const inBrat = [...said.attributes].map(([name, value]): [string, AttributeValue] => {
      const kind = this.scheme.attributes.find(({ id }) => id === name)?.kind;
      const number = typeof value === 'string' && kind === 'number' ? Number(value) : Number.NaN;
      return [name, Number.isFinite(number) ? number : value];
    });
    return Object.fromEntries([...Object.entries(known?.attributes ?? {}), ...inBrat]);
  }

  /** The whole of spans that are written in parts, if they read what the file quotes. */
  private exactSpans(
    spans: NonNullable<RememberedTag['spans']>,
    quoted: string | undefined,
  ): readonly WrittenSpan[] | undefined {
    const words = spans.map(([start, end]) => {
      const [from, to] = [this.map.toUtf16(start), this.map.toUtf16(end)];
      return from === undefined || to === undefined ? '' : this.text.slice(from, to);
    });
    if (bare(words.join('')) !== bare(quoted ?? '')) return undefined;
    return spans.map(([start, end]) => ({ start, end }));
  }

  /** The spans with what the file quotes of each, where it quotes other words than stand there. */
  private spans({ span }: BratTag): readonly WrittenSpan[] {
    const { spans, quoted } = span;
    if (quoted === undefined) return spans;
    const words = spans.map(({ start, end }) => {
      const [from, to] = [this.map.toUtf16(start), this.map.toUtf16(end)];
      return from === undefined || to === undefined || from > to ? undefined : this.text.slice(from, to);
    });
    if (words.every((each) => each !== undefined) && isQuoted(words, quoted)) return spans;
    // As brat joins them, if it may be told where one ends.
    const characters = Array.from(quoted);
    const lengths = spans.map(({ start, end }) => end - start);
    const isJoined = lengths.reduce((sum, length) => sum + length + 1, -1) === characters.length;
    let at = 0;
    return spans.map((each, i) => {
      const from = at;
      at += lengths[i]! + 1;
      if (!isJoined) return { ...each, quoted: i === 0 ? quoted : '' };
      return { ...each, quoted: characters.slice(from, from + lengths[i]!).join('') };
    });
  }
}

/**
 * Whether these are the words that a line quotes: white space does not count, so neither does whether brat joined them
 * with a space, as since its version 1.3. brat would take more words behind them; here they are other words.
 */
function isQuoted(words: readonly string[], quoted: string): boolean {
  return stripBlanks(words.join('')) === stripBlanks(quoted);
}

/** The words without white space and what ends a line in Python. */
function bare(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines.
  return stripBlanks(text).replace(/[\x1c-\x1e\x85]/g, '');
}

/** Whether two places have a character in common: an id of brat's may be used again for another tag. */
function touches(a: string, b: string): boolean {
  if (a === b) return true;
  const [as, bs] = [placesOf(a), placesOf(b)];
  for (let i = 0, j = 0; i < as.length && j < bs.length; ) {
    const [x, y] = [as[i]!, bs[j]!];
    if (x.start < y.end && y.start < x.end) return true;
    if (x.end <= y.start) i += 1;
    else j += 1;
  }
  return false;
}

/** The places that are written so, in their order. */
function placesOf(at: string): { readonly start: number; readonly end: number }[] {
  const places = at.split(';').flatMap((each) => {
    const [start, end] = each.split(' ').map(Number);
    return start !== undefined && end !== undefined && start < end ? [{ start, end }] : [];
  });
  return places.sort((a, b) => a.start - b.start || a.end - b.end);
}
