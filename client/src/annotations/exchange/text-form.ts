import type { FactsNode, FactsReference, StatementFacts } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { RunMap } from '../../../../server/src/text/source-map.ts';
import type { Emendation, TextFacts } from '../formats/tagged-text.ts';

/** In which form a text goes out. */
export type TextForm = 'raw' | 'clean';

/** A raw text in the form in which it goes out, with the ways between the two; all offsets UTF-16. */
export interface FormedText {
  readonly form: TextForm;
  readonly text: string;
  readonly rawText: string;
  /** A range of the raw text in this one; empty where it holds only what cleaning leaves out. */
  fromRaw(raw: TextRange): TextRange;
  toRaw(range: TextRange): TextRange;
}

export function rawText(text: string): FormedText {
  const same = (range: TextRange) => range;
  return { form: 'raw', text, rawText: text, fromRaw: same, toRaw: same };
}

/** @param raw the text that the facts are of */
export function cleanText(raw: string, { clean, runs }: StatementFacts): FormedText {
  const map = new RunMap(runs, raw.length);
  return {
    form: 'clean',
    text: clean,
    rawText: raw,
    fromRaw: (range) => map.rangeToClean(range),
    toRaw: (range) => map.rangeToRaw(range),
  };
}

/** What is known of a raw text, counted in the form in which it goes out. */
export function factsIn(form: FormedText, raw: string, facts: StatementFacts): TextFacts {
  const { kind, identity } = facts;
  const tree = (node: FactsNode): FactsNode => ({
    ...node,
    ...form.fromRaw(node),
    heading: form.fromRaw(node.heading),
    children: node.children.map(tree),
  });
  return {
    kind,
    identity,
    tree: form.form === 'raw' ? facts.tree : tree(facts.tree),
    references:
      form.form === 'raw'
        ? facts.references
        : facts.references.map((each): FactsReference => ({ ...each, ...form.fromRaw(each) })),
    emendations: form.form === 'raw' ? emendationsOf(raw, facts) : [],
  };
}

/** Where a raw text is read otherwise than it stands: applied to it, these give the clean text. */
export function emendationsOf(raw: string, { clean, runs }: StatementFacts): readonly Emendation[] {
  const found: Emendation[] = [];
  let at = 0;
  const leaveOut = (end: number) => {
    if (at < end) found.push({ start: at, end, reading: '' });
  };
  for (let run = 0; run < runs.length; run += 3) {
    const from = runs[run]!;
    const start = runs[run + 1]!;
    const length = runs[run + 2]!;
    leaveOut(start);
    for (let i = 0; i < length; ) {
      if (raw.charCodeAt(start + i) === clean.charCodeAt(from + i)) {
        i += 1;
        continue;
      }
      let end = i + 1;
      while (end < length && raw.charCodeAt(start + end) !== clean.charCodeAt(from + end)) end += 1;
      found.push({ start: start + i, end: start + end, reading: clean.slice(from + i, from + end) });
      i = end;
    }
    at = start + length;
  }
  leaveOut(raw.length);
  return found;
}
