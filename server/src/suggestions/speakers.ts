import type { TextRange } from '../text/range.ts';
import type { Found } from './found.ts';
import type { Paragraph } from './paragraph.ts';

/** Who says or does something. */
export interface Speaker {
  /** As the text calls them, in simplified characters: 双方, 中方. */
  readonly words: string;
  /** The names of the states that are meant, with 、 between them; empty where none are known. */
  readonly state: string;
  /** Among them are persons, who may speak for a state that is not named with them. */
  readonly isPerson: boolean;
  /** UTF-16 clean. */
  readonly range: TextRange;
}

/** The subject of a clause. */
export interface Subject {
  /** Undefined for 它 and 他们, who were named before. */
  readonly speaker: Speaker | undefined;
  /** Behind it, UTF-16 in the text of the paragraph. */
  readonly end: number;
}

const KINDS: ReadonlySet<string> = new Set(['party', 'person', 'organisation']);
/** What may stand before a subject: 本条约缔约国, 但是双方. */
const BEFORE =
  /(?:但是?|而且?|并且?|同时|因此|此外|为此|对此|即|且)?(?:本(?:条约|公约|协定|宪章|议定书|组织)的?|上述|所有|有关|各)?/y;
const AND = /(?:以及|[和与及同、暨])/y;
/** （以下简称“双方”）, 及其一行, 代表团. */
const BEHIND = /(?:[（(][^（）()]{0,60}[）)]|及[一-鿿]{0,6}一行|人民和政府|一行)?/y;
const PRONOUN = /(?:它们?|他们|她们?|他(?![国方人们])|我们)/y;
/** Behind a party, what it is not the subject but the owner of. */
const OWNED =
  /的|关系|之间|间|人民|国家|经贸|贸易|元首|企业|外交|内政|事务|合作|领导人|专家|有关|主管|立法|政党|军队|两军|媒体|青年|政府间|籍|社会|文化|学生|境内|领土|内部|是(?!否)/y;
/** What ends the words before a subject that does not begin its clause: 访问期间双方…. */
const CIRCUMSTANCE = /(?:期间|时|后|下|上|之际|以来|为此|此外|同时|，)$/;

const at = (pattern: RegExp, text: string, place: number): string | undefined => {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
};

/** The parties, persons and organisations of a paragraph, as subjects of its clauses. */
export class Subjects {
  readonly #text: string;
  readonly #start: number;
  /** By where they begin, UTF-16 clean, the longest. */
  readonly #named = new Map<number, Found>();
  /** Those of the map, in order of place. */
  readonly #inOrder: readonly Found[];

  constructor({ text, start }: Paragraph, before: readonly Found[]) {
    this.#text = text;
    this.#start = start;
    for (const found of before) {
      if (!KINDS.has(found.kind)) continue;
      const other = this.#named.get(found.start);
      if (other === undefined || other.end < found.end) this.#named.set(found.start, found);
    }
    this.#inOrder = [...this.#named.values()].sort((a, b) => a.start - b.start);
  }

  /**
   * The subject that the words at `place` are (UTF-16 in the text); null where a party stands there that only owns it
   * (双方的, 两国关系); undefined where something else stands there.
   */
  at(place: number): Subject | null | undefined {
    const text = this.#text;
    const pronoun = at(PRONOUN, text, place);
    if (pronoun !== undefined) return { speaker: undefined, end: place + pronoun.length };
    const skipped = at(BEFORE, text, place)!.length;
    const from = this.#named.has(this.#start + place) ? place : place + skipped;
    const first = this.#named.get(this.#start + from);
    if (first === undefined) return undefined;
    const named = [first];
    let end = first.end - this.#start;
    for (;;) {
      const and = at(AND, text, end);
      const next = and && this.#named.get(this.#start + end + and.length);
      if (!next) break;
      named.push(next);
      end = next.end - this.#start;
    }
    end += at(BEHIND, text, end)!.length;
    if (at(OWNED, text, end) !== undefined) return null;
    return { speaker: this.#speakerOf(named, from, end), end };
  }

  /** The subject that stands inside a clause, behind words of circumstance, if `isFollowed` says so of its end. */
  inside(clause: TextRange, isFollowed: (end: number) => boolean): Subject | undefined {
    for (const { start } of this.#from(this.#start + clause.start + 1)) {
      if (start >= this.#start + clause.end) return undefined;
      const place = start - this.#start;
      if (!CIRCUMSTANCE.test(this.#text.slice(Math.max(clause.start, place - 3), place))) continue;
      const subject = this.at(place);
      if (subject && isFollowed(subject.end)) return subject;
    }
    return undefined;
  }

  *#from(clean: number): Generator<Found> {
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#inOrder[middle]!.start < clean) low = middle + 1;
      else high = middle;
    }
    for (; low < this.#inOrder.length; low++) yield this.#inOrder[low]!;
  }

  #speakerOf(named: readonly Found[], from: number, end: number): Speaker {
    const states = named.flatMap(({ attributes }) => attributes.state?.split('、') ?? []);
    return {
      words: this.#text.slice(from, named.at(-1)!.end - this.#start),
      state: [...new Set(states)].join('、'),
      isPerson: named.some(({ kind }) => kind === 'person'),
      range: { start: this.#start + from, end: Math.min(named.at(-1)!.end, this.#start + end) },
    };
  }
}
