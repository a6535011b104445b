import {
  acceptAgreed,
  type Choice,
  changedSet,
  decide,
} from '../../../client/src/annotations/adjudication/deciding.ts';
import { type Comparison, compareSides } from '../../../client/src/annotations/adjudication/difference.ts';
import { type LooseLink, withLinks } from '../../../client/src/annotations/adjudication/settled-links.ts';
import {
  type Item,
  type Settlement,
  settlementOf,
} from '../../../client/src/annotations/adjudication/settlement.ts';
import type { Side } from '../../../client/src/annotations/adjudication/sides.ts';
import { decisionsOf } from '../../../client/src/annotations/adjudication/standing.ts';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { annotationOf } from '../marked-text.ts';

/**
 * `[party:中国]愿同[party:俄方]合作` → the tags of an annotator, with ids Li1, Li2 … in the order in which they begin. Marks may
 * nest.
 */
export function sideOf(
  annotator: string,
  marked: string,
  over: Readonly<Record<string, Partial<Annotation>>> = {},
): Side & { readonly text: string } {
  let text = '';
  const open: number[] = [];
  const tags: { label: string; start: number; end: number }[] = [];
  for (const [part, label] of marked.matchAll(/\[([\w-]+):|\]|[^[\]]+/g)) {
    if (label !== undefined) open.push(tags.push({ label, start: text.length, end: -1 }) - 1);
    else if (part === ']') tags[open.pop()!]!.end = text.length;
    else text += part;
  }
  return {
    annotator,
    text,
    tags: tags.map(({ label, start, end }, i) => {
      const id = `${annotator}${i + 1}`;
      return annotationOf(id, { start, end }, { label, creator: annotator, ...over[id] });
    }),
  };
}

/** Settles the tags of several annotators, as a person would do it in the view, but without a file. */
export class Settling {
  sides: readonly Side[];
  text: string;
  settled: readonly Annotation[] = [];
  loose: readonly LooseLink[] = [];
  #minutes = 0;

  constructor(...sides: readonly (Side & { readonly text: string })[]) {
    this.sides = sides;
    this.text = sides[0]!.text;
  }

  get comparison(): Comparison {
    return compareSides(this.sides, this.text, decisionsOf(this.settled));
  }

  get settlement(): Settlement {
    return settlementOf(this.comparison, this.settled);
  }

  get #decider() {
    const at = new Date(Date.UTC(2025, 0, 1, 9, this.#minutes++)).toISOString();
    return { by: '主编', at, text: this.text };
  }

  acceptAgreed(): this {
    const { comparison, items } = this.settlement;
    return this.#apply(comparison, acceptAgreed(items, comparison, this.#decider));
  }

  /** Decides the difference that holds a tag, or that of a settled tag whose sources are gone. */
  decide(tag: string, choice: Choice): this {
    const { comparison, items } = this.settlement;
    const item = items.find(
      ({ difference: { tags }, former, decision }) =>
        tags.some((each) => each.tag.id === tag) ||
        (tags.length === 0 &&
          [...former, ...(decision ? [decision] : [])].some(({ settled }) => settled[0]!.id === tag)),
    );
    if (!item) throw new Error(`No difference holds ${tag}.`);
    return this.#apply(comparison, decide(item, choice, comparison, this.#decider));
  }

  decideItem(item: Item, choice: Choice): this {
    const { comparison } = this;
    return this.#apply(comparison, decide(item, choice, comparison, this.#decider));
  }

  #apply(comparison: Comparison, change: { gone: readonly string[]; put: readonly Annotation[] }): this {
    const linked = withLinks(this.settled, change, comparison, new Date(Date.UTC(2025, 1)).toISOString());
    this.settled = changedSet(this.settled, linked);
    this.loose = linked.loose;
    return this;
  }

  /** What is settled, in order of place: `中国 party`; what was decided against in brackets. */
  get result(): readonly string[] {
    return [...this.settled]
      .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || (a.id < b.id ? -1 : 1))
      .map((tag) => {
        const words = tag.spans.map(({ start, end }) => this.text.slice(start, end)).join('…');
        const said = `${words} ${tag.label}`;
        return tag.review === 'rejected' ? `(${said})` : said;
      });
  }

  /** All differences: state, the ids of the tags, and in what they differ. */
  get told(): readonly string[] {
    return this.settlement.items.map(({ state, difference, former }) =>
      [
        `${state}${former.length > 0 ? '!' : ''}`,
        difference.tags.map(({ tag }) => tag.id).join('+'),
        difference.aspects.join(','),
      ]
        .filter(Boolean)
        .join(' '),
    );
  }
}
