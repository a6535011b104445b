import { isSource } from './dateline.ts';
import type { BlockForm } from './heading.ts';
import type { CleanBlock } from './node.ts';

/** The blocks of a text with what each shows by itself; both lists are of one length. */
export interface TextLines {
  readonly blocks: readonly CleanBlock[];
  readonly forms: readonly BlockForm[];
}

/** A date line is looked for at the head of a line among so many first ones, and behind what may be a title. */
const HEAD = 14;

function isParted(lines: TextLines, at: number): boolean {
  const form = lines.forms[at]!;
  if (form.second === 0) return false;
  if (form.scheme !== 'plain' || at < HEAD || lines.forms[at - 1]!.end === 'open') return true;
  return isSource(lines.blocks[at]!.text.slice(form.start, form.second).trimEnd());
}

/** The same lines, with those that hold two blocks parted. */
export function withPartedLines(lines: TextLines, classify: (text: string) => BlockForm): TextLines {
  const parted: number[] = [];
  for (let at = 0; at < lines.forms.length; at++) {
    if (lines.forms[at]!.second > 0 && isParted(lines, at)) parted.push(at);
  }
  if (parted.length === 0) return lines;
  const blocks: CleanBlock[] = [];
  const forms: BlockForm[] = [];
  let next = 0;
  lines.blocks.forEach((block, at) => {
    if (parted[next] !== at) {
      blocks.push(block);
      forms.push(lines.forms[at]!);
      return;
    }
    next++;
    let rest = block;
    let form = lines.forms[at]!;
    // Each part begins one level deeper (五十八、子、（一）…), so there are few.
    while (form.second > 0) {
      const first = rest.text.slice(0, form.second);
      blocks.push({ text: first, start: rest.start });
      forms.push(classify(first));
      rest = { text: rest.text.slice(form.second), start: rest.start + form.second };
      form = classify(rest.text);
    }
    blocks.push(rest);
    forms.push(form);
  });
  return { blocks, forms };
}

/** The lines from one index to another. */
export function linesBetween({ blocks, forms }: TextLines, from: number, to: number): TextLines {
  if (from === 0 && to === blocks.length) return { blocks, forms };
  return { blocks: blocks.slice(from, to), forms: forms.slice(from, to) };
}
