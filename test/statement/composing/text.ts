import type { NodeKind } from '../../../server/src/statement/node.ts';
import type { Random } from '../../setting/random.ts';
import type { Bone } from '../skeleton.ts';
import { type Numbering, numberings } from './numbering.ts';
import { heading, paragraph, saying } from './words.ts';

/** Part of a text that is being composed, with the outline that it must be given. */
export interface Composed {
  readonly lines: readonly string[];
  readonly bones: readonly Bone[];
}

export const bone = (kind: NodeKind, parts: readonly Bone[] = [], mark = ''): Bone => ({ kind, mark, parts });
export const text = (kind: NodeKind, line: string): Composed => ({ lines: [line], bones: [bone(kind)] });
export const line = (words: string): Composed => text('paragraph', words);

/** The parts one after the other. */
export function together(...parts: readonly Composed[]): Composed {
  return { lines: parts.flatMap(({ lines }) => lines), bones: parts.flatMap(({ bones }) => bones) };
}

/** A part that holds others: its first line, if it has one, and what follows. */
export function holding(kind: NodeKind, first: string | undefined, inner: Composed, mark = ''): Composed {
  return {
    lines: [...(first === undefined ? [] : [first]), ...inner.lines],
    bones: [bone(kind, inner.bones, mark)],
  };
}

/** Up to `most` paragraphs, at least one. */
export function paragraphs(random: Random, most: number): Composed {
  return together(...Array.from({ length: 1 + random.below(most) }, () => line(paragraph(random))));
}

/**
 * A list: its members are clauses that end in ；, or sentences; some of them may hold a list of the next numberings.
 * The text before it ends in a colon.
 */
export function list(
  random: Random,
  numbering: Numbering,
  inner: readonly (readonly Numbering[])[],
): Composed {
  const length = 2 + random.below(4);
  const sentences = random.chance(0.4);
  const spaced = random.chance(0.3) && numbering !== numberings.dash ? ' ' : '';
  const members = Array.from({ length }, (_, i) => {
    const mark = numbering(i + 1);
    const nested = inner.length > 0 && numbering !== numberings.dash && random.chance(0.25);
    const words = saying(random);
    if (!nested) {
      const end = sentences || i === length - 1 ? '。' : '；';
      return holding('item', `${mark}${spaced}${words}${end}`, { lines: [], bones: [] }, mark);
    }
    const choices = inner[0]!.filter((other) => other !== numbering);
    const below = list(random, random.pick(choices), inner.slice(1));
    return holding('item', `${mark}${spaced}${words}：`, below, mark);
  });
  return together(...members);
}

/** A paragraph that announces a list, the list, and perhaps a word more. */
export function announcedList(
  random: Random,
  numbering: Numbering,
  inner: readonly (readonly Numbering[])[],
): Composed {
  const after = random.chance(0.3) ? [line(paragraph(random))] : [];
  return together(line(`${saying(random)}：`), list(random, numbering, inner), ...after);
}

/** What stands under a heading or number: paragraphs, and often a list. */
export function body(random: Random, lists: readonly (readonly Numbering[])[]): Composed {
  const parts = [paragraphs(random, 2)];
  if (random.chance(0.4)) parts.push(announcedList(random, random.pick(lists[0]!), lists.slice(1)));
  return together(...parts);
}

/** Parts numbered one after the other, of one kind and shape: with a heading, with text, or with nothing on the line. */
export function numbered(
  random: Random,
  kind: NodeKind,
  numbering: Numbering,
  options: { readonly shape: 'heading' | 'text' | 'bare'; readonly most: number; readonly first?: number },
  inner: (value: number) => Composed,
): Composed {
  const first = options.first ?? 1;
  const gap = random.pick(['', ' ', '　']);
  const ordinal = numbering(1).startsWith('第');
  const members = Array.from({ length: 2 + random.below(options.most - 1) }, (_, i) => {
    const mark = numbering(first + i);
    const space = ordinal ? (options.shape === 'heading' ? '　' : random.pick([' ', '　'])) : gap;
    if (options.shape === 'bare') return holding(kind, mark, inner(first + i), mark);
    if (options.shape === 'heading')
      return holding(kind, `${mark}${space}${heading(random)}`, inner(first + i), mark);
    const below = inner(first + i);
    const own = kind === 'item' ? { lines: [], bones: [] } : { lines: [], bones: [bone('paragraph')] };
    return holding(kind, `${mark}${space}${paragraph(random)}`, together(own, below), mark);
  });
  return together(...members);
}
