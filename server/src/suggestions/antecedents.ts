import { type Group, groupsIn, type Known } from './pairs.ts';
import type { State } from './states.ts';
import { verbAt } from './verbs.ts';

/** Who 双方 or 两国 is, and where the characters begin that say so (中美 of 中美双方). */
interface Meant {
  /** UTF-16 in the text. */
  readonly start: number;
  /** Empty where that cannot be told. */
  readonly states: readonly State[];
}

/** Others than the parties who were named together. */
interface Others {
  readonly group: Group;
  /** In which sentence. */
  readonly sentence: number;
  /** They are its subject. */
  readonly speaks: boolean;
}

const SENTENCE_END = /[。！？!?]/;

/** A sentence that begins with the parties, or with what they speak about. */
const OURS_GOES_ON = /^(?:双方|两国|关于|对|就|在|围绕|针对|鉴于|为|自|根据|随着|面对)/;

/**
 * Tells of the words 双方, 两国, 三方 of a paragraph who they are: the parties of the document, unless other states were
 * named together before. Right behind these it is they; behind a sentence of which they are the subject it is they in
 * the same sentence and nobody knows who later on; where they are only spoken of, it is the parties who state
 * something, and anyone of whom something is told. To be asked in order of place. Linear over all questions.
 */
export class Antecedents {
  readonly #text: string;
  readonly #known: Known;
  readonly #groups: readonly Group[];
  #next = 0;
  #read = 0;
  /** How many sentences have ended. */
  #sentence = 0;
  #sentenceStart = 0;
  /** Named last. */
  #others: Others | undefined;

  constructor(text: string, known: Known) {
    this.#text = text;
    this.#known = known;
    this.#groups = groupsIn(text, known);
  }

  /** Who the word from `start` to `end` is, which counts `count`. */
  of(start: number, end: number, count: number): Meant {
    const { parties } = this.#known;
    const ours = parties.length === count ? parties : [];
    let beside: Group | undefined;
    for (; this.#next < this.#groups.length; this.#next++) {
      const group = this.#groups[this.#next]!;
      if (group.start >= start) break;
      this.#readTo(group.start);
      if (group.end === start) beside = group;
      this.#others = group.isOurs
        ? undefined
        : { group, sentence: this.#sentence, speaks: group.start === this.#sentenceStart };
    }
    this.#readTo(start);
    if (beside !== undefined) {
      const isNamed = beside.end - beside.start > count;
      const states = beside.states.length === count ? beside.states : [];
      return { start: isNamed ? start : beside.start, states };
    }
    if (this.#others === undefined || count !== 2 || parties.length === 0) return { start, states: ours };
    return { start, states: this.#after(this.#others, start, end) };
  }

  #after({ group, sentence, speaks }: Others, start: number, end: number): readonly State[] {
    const { parties } = this.#known;
    const ours = parties.length === 2 ? parties : [];
    const ago = this.#sentence - sentence;
    if (speaks) return ago === 0 && group.states.length === 2 ? group.states : [];
    if (ago > 1 || (this.#opens(start) && this.#states(end, ago))) {
      this.#others = undefined;
      return ours;
    }
    return [];
  }

  /** Whether a clause begins at `start`. */
  #opens(start: number): boolean {
    return start === this.#sentenceStart || '，；：'.includes(this.#text.charAt(start - 1));
  }

  /** Whether whoever stands before `end` says something of their own. */
  #states(end: number, ago: number): boolean {
    const verb = verbAt(this.#text, end);
    if (verb === undefined) return false;
    if (ago > 0) return verb.kind !== 'must' || verb.canonical === '将';
    // 中方注意到甲国和乙国停火，双方承诺对话: the two. 双方…，双方强调 and 关于…，双方强调: the parties.
    const isOurs = OURS_GOES_ON.test(this.#text.slice(this.#sentenceStart, this.#sentenceStart + 2));
    return isOurs && (verb.kind === 'says' || verb.kind === 'stands');
  }

  #readTo(place: number): void {
    for (; this.#read < place; this.#read++) {
      if (!SENTENCE_END.test(this.#text.charAt(this.#read))) continue;
      this.#sentence++;
      this.#sentenceStart = this.#read + 1;
    }
  }
}
