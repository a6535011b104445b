import type { Edit } from './edit.ts';
import { type LineTable, type Position, wholeNumber } from './lines.ts';

/**
 * A text in the making: pieces of an old text and of added text in a balanced tree (a treap whose order is the
 * place in the text). Any place is found, and any range replaced, in the logarithm of the number of pieces, so
 * that a notification with thousands of changes, each told in terms of the text after the one before, costs no
 * more than sorting them. Offsets are UTF-16, in the text as it stands, unless said otherwise.
 */
export class Pieces {
  readonly #old: LineTable;
  readonly #added: LineTable;
  #root: Node | undefined;

  /** Starts as the whole old text. `added` holds, one after the other, all texts that will be put in. */
  constructor(old: LineTable, added: LineTable) {
    this.#old = old;
    this.#added = added;
    this.#root = leaf(old, 0, old.text.length);
  }

  /** Forgets all that is there. */
  clear(): void {
    this.#root = undefined;
  }

  get length(): number {
    return this.#root?.length ?? 0;
  }

  /** Replaces a range, which must lie inside the text, by a range of the added text. */
  replace(start: number, end: number, addedStart: number, addedEnd: number): void {
    const [before, rest] = split(this.#root, start);
    const [, after] = split(rest, end - start);
    this.#root = join(join(before, leaf(this.#added, addedStart, addedEnd)), after);
  }

  /** As {@link LineTable.offsetAt}, in the text as it stands. */
  offsetAt(position: Position): number {
    const line = wholeNumber(position.line);
    if (line < 0) return 0;
    const breaks = this.#root?.breaks ?? 0;
    if (line > breaks) return this.length;
    const start = line === 0 ? 0 : this.#endOfBreak(line);
    const end = line === breaks ? this.length : this.#startOfBreak(line + 1);
    return Math.min(start + Math.max(wholeNumber(position.character), 0), end);
  }

  /** The smallest number of edits of the old text, sorted and not overlapping, that make the text as it stands. */
  toEdits(): Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    let texts: string[] = [];
    const kept = (start: number) => {
      if (start > at || texts.length > 0) edits.push({ start: at, end: start, text: texts.join('') });
      texts = [];
    };
    for (const piece of inOrder(this.#root)) {
      if (piece.source === this.#added) texts.push(this.#added.text.slice(piece.start, piece.end));
      else {
        kept(piece.start);
        at = piece.end;
      }
    }
    kept(this.#old.text.length);
    return edits;
  }

  /** Where the nth line end (from 1) ends. */
  #endOfBreak(nth: number): number {
    let node = this.#root;
    let offset = 0;
    let breaks = 0;
    let afterCr = false;
    while (node !== undefined) {
      const { left } = node;
      if (left !== undefined) {
        const withLeft = breaks + left.breaks - (afterCr && left.startsLf ? 1 : 0);
        if (withLeft >= nth) {
          node = left;
          continue;
        }
        breaks = withLeft;
        offset += left.length;
        afterCr = left.endsCr;
      }
      const merged = afterCr && startsLf(node) ? 1 : 0;
      if (breaks - merged + node.own >= nth) {
        const end = offset + endOfPieceBreak(node, nth - breaks + merged);
        // A line end whose \r ends this piece may have its \n in the next.
        return this.#charAt(end - 1) === CR && this.#charAt(end) === LF ? end + 1 : end;
      }
      breaks += node.own - merged;
      offset += node.end - node.start;
      afterCr = endsCr(node);
      node = node.right;
    }
    return this.length;
  }

  #startOfBreak(nth: number): number {
    const end = this.#endOfBreak(nth);
    return this.#charAt(end - 1) === LF && this.#charAt(end - 2) === CR ? end - 2 : end - 1;
  }

  #charAt(offset: number): number {
    let node = this.#root;
    let at = offset;
    while (node !== undefined) {
      const left = node.left?.length ?? 0;
      const own = node.end - node.start;
      if (at < left) node = node.left;
      else if (at < left + own) return node.source.text.charCodeAt(node.start + at - left);
      else {
        at -= left + own;
        node = node.right;
      }
    }
    return Number.NaN;
  }
}

const CR = 13;
const LF = 10;

/** A piece with what lies left and right of it, and the sums over all three. Never changed once made. */
interface Node {
  readonly source: LineTable;
  readonly start: number;
  readonly end: number;
  /** Random and heaped, which keeps the tree balanced whatever the order of changes. */
  readonly weight: number;
  /** Line ends of the piece by itself; a `\r` at its end counts though its `\n` be cut off. */
  readonly own: number;
  readonly left: Node | undefined;
  readonly right: Node | undefined;
  readonly length: number;
  /** Line ends; a `\r` and a `\n` that meet between two pieces are one. */
  readonly breaks: number;
  readonly startsLf: boolean;
  readonly endsCr: boolean;
}

type Piece = Pick<Node, 'source' | 'start' | 'end' | 'weight' | 'own'>;

function leaf(source: LineTable, start: number, end: number): Node | undefined {
  if (start === end) return undefined;
  const own = source.lineAt(end) - source.lineAt(start) + (cutsCrLf(source, end) ? 1 : 0);
  return node({ source, start, end, own, weight: Math.random() }, undefined, undefined);
}

function node(piece: Piece, left: Node | undefined, right: Node | undefined): Node {
  const { source, start, end, own, weight } = piece;
  const headLf = startsLf(piece);
  const tailCr = endsCr(piece);
  let breaks = own;
  if (left !== undefined) breaks += left.breaks - (left.endsCr && headLf ? 1 : 0);
  if (right !== undefined) breaks += right.breaks - (tailCr && right.startsLf ? 1 : 0);
  return {
    source,
    start,
    end,
    weight,
    own,
    left,
    right,
    length: end - start + (left?.length ?? 0) + (right?.length ?? 0),
    breaks,
    startsLf: left?.startsLf ?? headLf,
    endsCr: right?.endsCr ?? tailCr,
  };
}

function join(a: Node | undefined, b: Node | undefined): Node | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a.weight > b.weight ? node(a, a.left, join(a.right, b)) : node(b, join(a, b.left), b.right);
}

function split(at: Node | undefined, offset: number): [Node | undefined, Node | undefined] {
  if (at === undefined) return [undefined, undefined];
  const left = at.left?.length ?? 0;
  const own = at.end - at.start;
  if (offset <= left) {
    const [a, b] = split(at.left, offset);
    return [a, node(at, b, at.right)];
  }
  if (offset >= left + own) {
    const [a, b] = split(at.right, offset - left - own);
    return [node(at, at.left, a), b];
  }
  // Both halves draw their weights anew: shared ones would make a chain of a text cut often.
  const cut = at.start + offset - left;
  return [join(at.left, leaf(at.source, at.start, cut)), join(leaf(at.source, cut, at.end), at.right)];
}

function startsLf(piece: Piece): boolean {
  return piece.source.text.charCodeAt(piece.start) === LF;
}

function endsCr(piece: Piece): boolean {
  return piece.source.text.charCodeAt(piece.end - 1) === CR;
}

function endOfPieceBreak({ source, start, end }: Piece, nth: number): number {
  const line = source.lineAt(start) + nth;
  return (line <= source.lineAt(end) ? source.startOf(line) : end) - start;
}

function cutsCrLf({ text }: LineTable, at: number): boolean {
  return text.charCodeAt(at - 1) === CR && text.charCodeAt(at) === LF;
}

function* inOrder(root: Node | undefined): Generator<Node> {
  const above: Node[] = [];
  let at = root;
  while (at !== undefined || above.length > 0) {
    for (; at !== undefined; at = at.left) above.push(at);
    const next = above.pop()!;
    yield next;
    at = next.right;
  }
}
