import type { Annotation } from '../../annotation.ts';
import { derivedId } from '../derived-id.ts';
import type { ReadDocument, ReadingContext } from '../format.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { type InputFile, linesOf } from '../input-file.ts';
import { readOrigin } from '../kept/origin.ts';
import { labelIdOf } from '../label-naming.ts';
import { createUnitMap } from '../offset-unit.ts';
import { readTag } from '../read-tag.ts';

/**
 * Reads columns with a token first and its tag last, as CoNLL-2002 and 2003 and their like have them: between spaces or
 * tabs, with or without columns between, in IOB2, IOB1, BIOES, BILOU or BMES, the documents parted by `-DOCSTART-`.
 */
export async function* readConll(file: InputFile, context: ReadingContext): AsyncIterable<ReadDocument> {
  const name = file.name.replace(/\.[^./]*$/, '');
  let count = 1;
  const origin = await readOrigin(name, context);
  let document = new ConllDocument(name, context, origin);
  /** Whether there was a line with a tag. */
  let isConll = false;
  for await (const { text, line } of linesOf(file)) {
    const columns = columnsOf(text);
    if (columns.length === 0) document.endSentence();
    else if (document.isAtStart && isComment(columns)) document.comment(line);
    else if (columns[0] === '-DOCSTART-') {
      if (!document.isEmpty) {
        yield document.end();
        count += 1;
        document = new ConllDocument(`${name}-${count}`, context, { annotator: origin.annotator });
      }
    } else if (columns.length > 1) {
      isConll = true;
      document.token(columns[0]!, columns.at(-1)!, line);
    } else if (isConll) {
      document.problems.push({ code: 'unreadable-line', values: [text], line });
      document.token(columns[0]!, 'O', line);
    } else {
      throw new FormatProblemError({ code: 'not-of-format', values: ['CoNLL', text], line });
    }
  }
  if (count === 1 || !document.isEmpty) yield document.end();
}

function columnsOf(text: string): readonly string[] {
  if (!text.includes('\t')) {
    // A token that is a space itself.
    const isSpace = /^ +\S+ *$/.test(text);
    const columns = text.split(' ').filter((column) => column !== '');
    return isSpace ? [' ', ...columns] : columns;
  }
  const columns = text.split('\t').map((column) => column.replace(/^ +(?=.)| +$/g, ''));
  while (columns.at(-1) === '') columns.pop();
  if (columns[0] === '') columns[0] = ' ';
  return columns;
}

/**
 * Whether a line before the first token of a sentence is no token but a comment, as shared tasks since CoNLL-U have
 * them: `# id 1f3`, `# text = …`. A `#` that is tagged is a token.
 */
function isComment(columns: readonly string[]): boolean {
  const [first = '', second] = columns;
  const tag = columns.at(-1)!;
  if (!first.startsWith('#')) return false;
  return columns.includes('=') || second === undefined || !(isOutside(tag) || schemeTag.test(tag));
}

function isOutside(tag: string): boolean {
  // What begins a chunk of nothing has no label.
  return /^[O_-]$|^[BIOMESLUW]-$/.test(tag);
}

/** How a tag of any of the schemes begins: what begins a chunk, goes on with one, ends one, or is one by itself. */
const schemeTag = /^([BIOMESLUW])-(.+)$/u;

type Origin = Awaited<ReturnType<typeof readOrigin>>;

class ConllDocument {
  readonly problems: FormatProblem[] = [];
  readonly #name: string;
  readonly #origin: Origin;
  readonly #context: ReadingContext;
  readonly #pieces: string[] = [];
  readonly #chunks: { label: string; start: number; end: number; line: number }[] = [];
  #length = 0;
  #last = '';
  #isOpen = false;
  #isNewSentence = false;
  /** How many, from which line on. */
  #comments: { readonly line: number; count: number } | undefined;
  /** Tags of no scheme that have been told. */
  readonly #bare = new Set<string>();

  constructor(name: string, context: ReadingContext, origin: Origin) {
    this.#name = name;
    this.#origin = origin;
    this.#context = context;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Whether no token of a sentence has been read yet. */
  get isAtStart(): boolean {
    return this.isEmpty || this.#isNewSentence;
  }

  comment(line: number): void {
    this.#comments ??= { line, count: 0 };
    this.#comments.count += 1;
  }

  endSentence(): void {
    this.#isOpen = false;
    this.#isNewSentence = true;
  }

  token(token: string, tag: string, line: number): void {
    if (!this.isEmpty) this.#add(this.#isNewSentence ? '\n' : between(this.#last, token));
    this.#isNewSentence = false;
    const start = this.#length;
    this.#add(token);
    this.#last = token;
    const [, prefix = '', label = ''] = schemeTag.exec(tag) ?? ['', isOutside(tag) ? 'O' : 'I', tag];
    this.#tell(tag, line);
    const open = this.#isOpen ? this.#chunks.at(-1) : undefined;
    if (prefix === 'O') this.#isOpen = false;
    else {
      const goesOn = open?.label === label && /[IMEL]/.test(prefix);
      if (goesOn) open.end = this.#length;
      else this.#chunks.push({ label, start, end: this.#length, line });
      this.#isOpen = !/[ELSUW]/.test(prefix);
    }
  }

  #tell(tag: string, line: number): void {
    if (/^[BIMESLUW]-$/.test(tag)) this.problems.push({ code: 'no-label', values: [], line });
    else if (!isOutside(tag) && !schemeTag.test(tag) && !this.#bare.has(tag)) {
      this.#bare.add(tag);
      this.problems.push({ code: 'no-scheme', values: [tag], line });
    }
  }

  end(): ReadDocument {
    if (this.#comments) {
      const { line, count } = this.#comments;
      this.problems.push({ code: 'comments', values: [count], line });
    }
    const text = this.#pieces.join('');
    const map = createUnitMap(text, 'utf-16');
    const tags = this.#chunks.map(({ label: written, start, end, line }): Annotation => {
      const label = labelIdOf(this.#context.scheme, written);
      const id = derivedId([this.#name, label, start, end]);
      const { tag, problems } = readTag(text, map, { id, label }, [{ start, end }], line);
      this.problems.push(...problems);
      return tag;
    });
    return { document: { name: this.#name, ...this.#origin, text, tags }, problems: this.problems };
  }

  #add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}

const isWide =
  /[\u2e80-\u303f\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|\p{Script=Han}/u;

/** A space between words that are written with one: not beside Chinese, and not between single characters. */
function between(left: string, right: string): string {
  const [last, first] = [Array.from(left), Array.from(right)];
  if (last.length === 1 && first.length === 1) return '';
  return isWide.test(last.at(-1)!) || isWide.test(first[0]!) ? '' : ' ';
}
