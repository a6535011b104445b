import { createStatementService } from '../../../../server/src/service.ts';
import type { NodeKind, Ranged, StatementNode } from '../../../../server/src/statement/node.ts';
import { LineTable } from '../../../../server/src/text/lines.ts';
import type { ReadCommand } from '../command-line.ts';
import type { Messages } from '../messages.ts';
import { readSource, type Source } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';

/** A part of a statement; offsets UTF-16, half-open, in the raw file. */
export interface OutlineNode {
  readonly kind: NodeKind;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly OutlineNode[];
}

export async function outline(
  { file, json, encoding }: ReadCommand,
  terminal: Terminal,
  say: Messages,
): Promise<0> {
  const source = await readSource(file, terminal, encoding);
  const tree = outlineOf(source);
  terminal.out(json ? `${JSON.stringify(tree, null, 2)}\n` : readable(tree, source, say));
  return 0;
}

/** The whole file as one node. */
export function outlineOf({ raw, text, textStart }: Pick<Source, 'raw' | 'text' | 'textStart'>): OutlineNode {
  const { tree } = createStatementService().analyse(text);
  return { ...shifted(tree, textStart), start: 0, end: raw.length };
}

function shifted({ kind, label, range, children }: StatementNode<Ranged>, by: number): OutlineNode {
  return {
    kind,
    label,
    start: range.raw.start + by,
    end: range.raw.end + by,
    children: children.map((child) => shifted(child, by)),
  };
}

/** One line a part: the number of its first line in the file, and its label, indented. Sentences would bury the rest. */
function readable(tree: OutlineNode, { raw }: Source, say: Messages): string {
  const lines = new LineTable(raw);
  const width = String(lines.count).length;
  const rows: string[] = [];
  const add = (node: OutlineNode, depth: number) => {
    if (node.kind === 'sentence') return;
    const line = String(lines.lineAt(node.start) + 1).padStart(width);
    const kind = say.kinds[node.kind];
    // Such a part is called after its first paragraph, which stands below it.
    const label =
      kind !== undefined && node.children[0]?.label === node.label ? '' : visible(node.label).trim();
    // Labels leave out the dash of an item, which here is all that tells an item from a paragraph.
    const dash = node.kind === 'item' && raw.startsWith('—', node.start) ? '——' : '';
    const shown = kind === undefined ? dash + label : `[${kind}] ${label}`.trimEnd();
    rows.push(`${line}  ${'  '.repeat(depth)}${shown}`);
    node.children.forEach((child, i) => {
      // A numbered part is called after its title or first words: once is enough.
      const told = i === 0 && label !== '' && (child.kind === 'title' || child.kind === 'paragraph');
      if (!told || !node.label.endsWith(child.label)) add(child, depth + 1);
    });
  };
  for (const child of tree.children) add(child, 0);
  return rows.length === 0 ? `${say.noStructure}\n` : `${rows.join('\n')}\n`;
}
