import type { TextRange } from '../text/range.ts';
import { contains } from '../text/range.ts';
import type { Ranged, StatementNode } from './node.ts';

/** A piece of furniture: its raw range, and the words on it. */
export interface Furniture extends Ranged {
  readonly label: string;
}

/**
 * The same tree with the furniture of the print put in where it stands: in the innermost node around it, or
 * between two. Recognisers never see it, since it is no part of the clean text: its clean range is empty.
 * @param document the range of the root: the whole of both texts, so that furniture at the edges is inside it
 * @param furniture in order of place
 */
export function withFurniture(
  root: StatementNode<Ranged>,
  document: Ranged,
  furniture: readonly Furniture[],
): StatementNode<Ranged> {
  return new FurnishedNode(root, document, furniture);
}

class FurnishedNode implements StatementNode<Ranged> {
  readonly #node: StatementNode<Ranged>;
  readonly #furniture: readonly Furniture[];
  readonly range: Ranged;
  #children: readonly StatementNode<Ranged>[] | undefined;

  constructor(node: StatementNode<Ranged>, range: Ranged, furniture: readonly Furniture[]) {
    this.#node = node;
    this.range = range;
    this.#furniture = furniture;
  }

  get kind() {
    return this.#node.kind;
  }

  get label(): string {
    return this.#node.label;
  }

  get heading(): Ranged {
    return this.#node.heading;
  }

  get children(): readonly StatementNode<Ranged>[] {
    this.#children ??= furnished(this.#node.children, this.#furniture);
    return this.#children;
  }

  toJSON(): StatementNode<Ranged> {
    const { kind, label, range, heading, children } = this;
    return { kind, label, range, heading, children };
  }
}

function furnished(
  children: readonly StatementNode<Ranged>[],
  furniture: readonly Furniture[],
): StatementNode<Ranged>[] {
  const made: StatementNode<Ranged>[] = [];
  let next = 0;
  const putBefore = (raw: number) => {
    while (next < furniture.length && furniture[next]!.raw.end <= raw)
      made.push(furnitureNode(furniture[next++]!));
  };
  for (const child of children) {
    const { raw }: { raw: TextRange } = child.range;
    putBefore(raw.start);
    const inside: Furniture[] = [];
    while (next < furniture.length && contains(raw, furniture[next]!.raw)) inside.push(furniture[next++]!);
    made.push(inside.length === 0 ? child : new FurnishedNode(child, child.range, inside));
  }
  putBefore(Number.POSITIVE_INFINITY);
  return made;
}

function furnitureNode({ clean, raw, label }: Furniture): StatementNode<Ranged> {
  const range = { clean, raw };
  return { kind: 'furniture', label, range, heading: range, children: [] };
}
