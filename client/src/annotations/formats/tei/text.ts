import type { FactsReference } from '../../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import { isBlank } from '../../bare-text.ts';
import { isHigh, isLow } from '../../offsets.ts';
import type { Emendation } from '../tagged-text.ts';
import { xmlAttributes, xmlText } from '../xml/xml.ts';
import type { TeiBlock, TeiContainer, TeiLeaf, TeiStructure } from './blocks.ts';
import { withWholeLineEnds } from './line-ends.ts';

/** The place of a range in an element that holds text: code points of all text in it, 0-based. */
export interface TeiPlace {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
}

export interface TeiReference extends TextRange {
  /** The ids of what it refers to; empty where that is not known. */
  readonly targets: readonly string[];
  readonly form: FactsReference['form'];
}

/**
 * Writes `<text>`. All text of it in order is the text as it stands, with line feeds for all line ends. In it are marked: what
 * is not read (`surplus`, `fw`, a line feed before `lb break="no"`), and what is read otherwise (`choice` of `sic` and
 * `corr`).
 */
export class TeiTextWriter {
  readonly #text: string;
  readonly #emendations: readonly Emendation[];
  readonly #references: readonly TeiReference[];
  readonly #bounds: readonly number[];
  readonly #written: string[] = [];
  readonly #places: LeafPlaces[] = [];
  #emendation = 0;
  #reference = 0;
  #bound = 0;
  #at = 0;

  /** @param bounds offsets that must be found again, UTF-16 */
  constructor(
    text: string,
    emendations: readonly Emendation[],
    references: readonly TeiReference[],
    bounds: Iterable<number>,
  ) {
    this.#text = text;
    this.#emendations = withWholeLineEnds(text, emendations);
    this.#references = [...references].sort((a, b) => a.start - b.start || b.end - a.end);
    const all = [...bounds, ...references.flatMap(({ start, end }) => [start, end])];
    this.#bounds = [...new Set(all.map((offset) => whole(text, offset)))].sort((a, b) => a - b);
  }

  write({ front, body }: TeiStructure): string {
    this.#written.push('<text xml:id="text" xml:space="preserve">');
    // A dateline may stand in a division only, not in `front` itself (model.pLike.front).
    if (front.length > 0) this.#within('front', {}, [{ name: 'div', type: 'title', children: front }]);
    this.#within('body', {}, body);
    this.#lineEnds(this.#text.length);
    this.#written.push('</text>\n');
    return this.#written.join('');
  }

  /** Where the range is, an element after the other; empty where only line ends are in it. */
  placesOf(range: TextRange): readonly TeiPlace[] {
    const start = whole(this.#text, range.start);
    const end = whole(this.#text, range.end);
    const places: TeiPlace[] = [];
    for (let i = this.#firstLeafEndingAfter(start); i < this.#places.length; i += 1) {
      const leaf = this.#places[i]!;
      if (leaf.start >= end) break;
      const from = start <= leaf.start ? 0 : (leaf.starts.get(start) ?? 0);
      const to = end >= leaf.end ? leaf.length : (leaf.ends.get(end) ?? leaf.length);
      if (to > from) places.push({ id: leaf.id, offset: from, length: to - from });
    }
    return places;
  }

  #firstLeafEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#places[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #within(name: string, attributes: Record<string, string | undefined>, blocks: readonly TeiBlock[]): void {
    this.#written.push(`<${name}${xmlAttributes(attributes)}>`);
    for (const block of blocks) {
      if ('children' in block) this.#container(block);
      else this.#leaf(block);
    }
    this.#written.push(`</${name}>`);
  }

  #container({ name, type, children }: TeiContainer): void {
    this.#within(name, { type }, children);
  }

  #leaf({ name, type, range }: TeiLeaf): void {
    this.#lineEnds(range.start);
    const id = `b${this.#places.length + 1}`;
    this.#written.push(`<${name}${xmlAttributes({ 'xml:id': id, type })}>`);
    const places: LeafPlaces = { id, ...range, length: 0, starts: new Map(), ends: new Map() };
    this.#places.push(places);
    this.#content(places, name === 'fw');
    this.#written.push(`</${name}>`);
  }

  /** What stands between elements: line ends, and beside furniture more than that. */
  #lineEnds(end: number): void {
    while (this.#at < end) {
      const isLeftOut = this.#isLeftOut(this.#at);
      const run = /\r\n?|\n|[^\r\n]+/y;
      run.lastIndex = this.#at;
      const [found] = run.exec(this.#text)!;
      if (/[\r\n]/.test(found)) {
        this.#written.push('\n', isLeftOut ? noBreak : '');
        this.#at += found.length;
        continue;
      }
      const emendation = this.#emendationAt(this.#at);
      const to = emendation ? (isLeftOut ? emendation.end : Math.max(this.#at + 1, emendation.start)) : end;
      const words = found.slice(0, Math.min(end, whole(this.#text, to)) - this.#at);
      const name = isLeftOut ? 'fw' : 'ab';
      this.#written.push(
        /^[ \t]*$/.test(words) && !isLeftOut ? words : `<${name}>${xmlText(words)}</${name}>`,
      );
      this.#at += words.length;
    }
  }

  #isLeftOut(at: number): boolean {
    const found = this.#emendationAt(at);
    return found !== undefined && found.start <= at && found.reading === '';
  }

  /** The emendation that holds the offset, else the next one. */
  #emendationAt(offset: number): Emendation | undefined {
    while (
      this.#emendation < this.#emendations.length &&
      this.#emendations[this.#emendation]!.end <= offset
    ) {
      this.#emendation += 1;
    }
    return this.#emendations[this.#emendation];
  }

  #content(leaf: LeafPlaces, isFurniture: boolean): void {
    const open: number[] = [];
    while (true) {
      const at = this.#at;
      while (open.length > 0 && open.at(-1)! <= at) {
        open.pop();
        this.#written.push('</ref>');
      }
      leaf.ends.set(at, leaf.length);
      if (at >= leaf.end) break;
      leaf.starts.set(at, leaf.length);
      this.#open(at, leaf, open);
      this.#piece(leaf, this.#nextBound(at, leaf.end), isFurniture);
    }
  }

  /** References that begin here and end where nothing else ends in between. */
  #open(at: number, leaf: LeafPlaces, open: number[]): void {
    while (this.#reference < this.#references.length && this.#references[this.#reference]!.start <= at) {
      const { start, end, targets, form } = this.#references[this.#reference]!;
      this.#reference += 1;
      const to = whole(this.#text, end);
      if (start < at && whole(this.#text, start) !== at) continue;
      if (to <= at || to > leaf.end || to > (open.at(-1) ?? to)) continue;
      const target = targets.length > 0 ? targets.map((id) => `#${id}`).join(' ') : undefined;
      this.#written.push(`<ref${xmlAttributes({ type: 'instrument', subtype: form, target })}>`);
      open.push(to);
    }
  }

  #nextBound(at: number, end: number): number {
    while (this.#bound < this.#bounds.length && this.#bounds[this.#bound]! <= at) this.#bound += 1;
    return Math.min(end, this.#bounds[this.#bound] ?? end);
  }

  /** What stands up to an offset and is read in one way. */
  #piece(leaf: LeafPlaces, end: number, isFurniture: boolean): void {
    const start = this.#at;
    const found = this.#emendationAt(start);
    const isIn = found !== undefined && found.start <= start;
    const to = whole(this.#text, Math.min(end, found ? (isIn ? found.end : found.start) : end));
    this.#at = Math.min(Math.max(to, start + 1), leaf.end);
    const words = this.#text.slice(start, this.#at);
    if (!isIn || isFurniture) this.#plain(leaf, words);
    else if (found.reading === '') this.#leftOut(leaf, words);
    else {
      const reading = found.reading.slice(start - found.start, this.#at - found.start);
      this.#written.push('<choice><sic>');
      this.#plain(leaf, words);
      this.#written.push('</sic><corr>');
      this.#plain(leaf, reading);
      this.#written.push('</corr></choice>');
    }
  }

  #plain(leaf: LeafPlaces, words: string): void {
    const text = words.replace(/\r\n?/g, '\n');
    leaf.length += countCodePoints(text);
    this.#written.push(xmlText(text));
  }

  #leftOut(leaf: LeafPlaces, words: string): void {
    for (const [piece] of words.matchAll(/\r\n|\r|\n|[^\r\n]+/g)) {
      if (piece === '\n' || piece.startsWith('\r')) {
        this.#plain(leaf, '\n');
        this.#written.push(noBreak);
      } else {
        const name = [...piece].every((each) => isBlank(each.charCodeAt(0))) ? 'surplus' : 'fw';
        this.#written.push(`<${name}>`);
        this.#plain(leaf, piece);
        this.#written.push(`</${name}>`);
      }
    }
  }
}

/** An element that holds text, and how many code points of it stand before an offset: for what begins, or ends, there. */
interface LeafPlaces extends TextRange {
  readonly id: string;
  length: number;
  readonly starts: Map<number, number>;
  readonly ends: Map<number, number>;
}

/** The line feed before it is not read. */
const noBreak = '<lb break="no"/>';

function countCodePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** The offset, or the end of the surrogate pair or CRLF that it would part. */
function whole(text: string, offset: number): number {
  const at = Math.max(0, Math.min(offset, text.length));
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  const isParted = (isHigh(before) && isLow(after)) || (before === 0x0d && after === 0x0a);
  return at > 0 && at < text.length && isParted ? at + 1 : at;
}
