import type { Analysis } from '../analysis.ts';
import { citationsOf } from '../instruments/citation.ts';
import type { ReferenceForm } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { NodeKind, Ranged, StatementNode } from '../statement/node.ts';
import type { LineTable, PositionRange } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';

/**
 * A raw place as editors count: first line and character, last line and character, from 0, the characters in UTF-16
 * code units. As a list, because an index holds a hundred thousand of them, and writes them to disk.
 */
export type Place = readonly [line: number, character: number, endLine: number, endCharacter: number];

/** The kinds of parts that are found by their names; items and paragraphs would bury them. */
export type IndexedKind = Extract<NodeKind, 'section' | 'article'>;

export interface PartSummary {
  readonly kind: IndexedKind;
  /** Clean text. */
  readonly label: string;
  /** Of the heading. */
  readonly place: Place;
}

/** All mentions of one instrument in one statement. */
export interface CitedSummary {
  readonly identity: string;
  /** Without 《》: see `Citation.title`. */
  readonly title: string;
  /** In order of place, one at least. */
  readonly mentions: readonly MentionSummary[];
}

export type MentionSummary = readonly [form: IndexedForm, ...place: Place];

/** A mention of several instruments at once (中美三个联合公报) names none of them. */
export type IndexedForm = ReferenceForm | 'several';

/** What the index holds of one statement. Plain data: it can be sent to another thread and kept as JSON. */
export interface StatementSummary {
  /** Clean text; empty where there is none. */
  readonly title: string;
  /** Of the title; of the beginning where there is none. */
  readonly place: Place;
  /** What the statement is itself, as its mentions in others are told: null where it has no title. */
  readonly identity: string | null;
  readonly parts: readonly PartSummary[];
  readonly cited: readonly CitedSummary[];
}

/** What the index is to hold of a statement; `lines` are those of the analysed text. */
export function summaryOf(
  { tree, identity, references }: Pick<Analysis, 'tree' | 'identity' | 'references'>,
  lines: LineTable,
  registry: InstrumentRegistry,
): StatementSummary {
  const place = (range: TextRange) => placeOf(lines.toPositions(range));
  const title = tree.children.find(({ kind }) => kind === 'title');
  return {
    title: tree.label,
    place: title === undefined ? [0, 0, 0, 0] : place(title.range.raw),
    identity,
    parts: [...partsOf(tree, place)],
    cited: citationsOf(references, registry).map(({ identity, title, references: all }) => ({
      identity,
      title,
      mentions: all.map(({ form, members, range }): MentionSummary => {
        return [members === undefined ? form : 'several', ...place(range.raw)];
      }),
    })),
  };
}

function* partsOf(
  { children }: StatementNode<Ranged>,
  place: (range: TextRange) => Place,
): Generator<PartSummary> {
  for (const child of children) {
    const { kind, label, heading } = child;
    if (kind === 'section' || kind === 'article') {
      yield { kind, label, place: place(heading.raw) };
      yield* partsOf(child, place);
    } else if (kind === 'annex' || kind === 'document') yield* partsOf(child, place);
  }
}

export function placeOf({ start, end }: PositionRange): Place {
  return [start.line, start.character, end.line, end.character];
}

export function rangeOf([line, character, endLine, endCharacter]: Place): PositionRange {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
