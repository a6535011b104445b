import type { Instrument } from '../../../../server/src/instruments/instrument.ts';
import type { InstrumentMention, InstrumentsResult } from '../../../../server/src/protocol.ts';
import { type Wording, wordingsOf } from '../../citations/wordings.ts';
import { type Entry, entriesOf, type Group, grouped, type Order } from './entries.ts';

/** A row of the list, with the rows below it. */
export type Node = GroupNode | EntryNode | WordingNode | MentionNode | CandidateNode;

interface Row {
  /** The same whenever the list is made anew: what is open stays open. */
  readonly id: string;
  /** Absent at the top. */
  readonly parent?: Node;
  readonly children: readonly Node[];
}

export interface GroupNode extends Row {
  readonly row: 'group';
  readonly group: Group | 'unresolved';
}

/** An instrument. */
export interface EntryNode extends Row {
  readonly row: 'entry';
  readonly entry: Entry;
}

/** Words of which nobody could tell what they mean. */
export interface WordingNode extends Row {
  readonly row: 'wording';
  readonly wording: Wording;
}

export interface MentionNode extends Row {
  readonly row: 'mention';
  readonly mention: InstrumentMention;
}

/** What a wording could mean. */
export interface CandidateNode extends Row {
  readonly row: 'candidate';
  readonly instrument: Instrument;
}

/** The rows at the top of the list. */
export function nodesOf(
  { cited, unresolved }: Pick<InstrumentsResult, 'cited' | 'unresolved'>,
  order: Order,
  byKind: boolean,
): Node[] {
  const entries = entriesOf(cited, order);
  const top: Node[] = byKind
    ? grouped(entries).map(([group, members]) => groupNode(group, (node) => members.map(entryNode(node))))
    : entries.map(entryNode(undefined));
  const wordings = wordingsOf(unresolved);
  if (wordings.length > 0) top.push(groupNode('unresolved', (node) => wordings.map(wordingNode(node))));
  return top;
}

/** The row of the mention around a raw offset (UTF-16), the shortest where there are several. */
export function mentionAt(nodes: readonly Node[], offset: number): MentionNode | undefined {
  let found: MentionNode | undefined;
  const length = ({ start, end }: InstrumentMention) => end - start;
  const look = (node: Node) => {
    if (node.row === 'mention' && node.mention.start <= offset && offset <= node.mention.end) {
      if (!found || length(node.mention) < length(found.mention)) found = node;
    }
    node.children.forEach(look);
  };
  nodes.forEach(look);
  return found;
}

function groupNode(group: GroupNode['group'], below: (node: Node) => readonly Node[]): GroupNode {
  return withChildren<GroupNode>({ row: 'group', id: group, group, children: [] }, below);
}

function entryNode(parent: Node | undefined): (entry: Entry) => EntryNode {
  return (entry) => {
    const id = `entry ${entry.cited.identity}`;
    return withChildren<EntryNode>(
      { row: 'entry', id, entry, children: [], ...(parent && { parent }) },
      (node) => entry.cited.mentions.map(mentionNode(node)),
    );
  };
}

function wordingNode(parent: Node): (wording: Wording) => WordingNode {
  return (wording) => {
    const id = `wording ${wording.text}`;
    return withChildren<WordingNode>({ row: 'wording', id, wording, parent, children: [] }, (node) => [
      ...wording.mentions.map(mentionNode(node)),
      ...wording.candidates.map((instrument) => candidateNode(node, instrument)),
    ]);
  };
}

function mentionNode(parent: Node): (mention: InstrumentMention, index: number) => MentionNode {
  return (mention, index) => {
    const id = `${parent.id} mention ${index}`;
    return { row: 'mention', id, mention, parent, children: [] };
  };
}

function candidateNode(parent: Node, instrument: Instrument): CandidateNode {
  const id = `${parent.id} candidate ${instrument.id}`;
  return { row: 'candidate', id, instrument, parent, children: [] };
}

/** A row and the rows below it name each other. */
function withChildren<N extends Node>(node: N, below: (node: N) => readonly Node[]): N {
  return Object.assign(node, { children: below(node) });
}
