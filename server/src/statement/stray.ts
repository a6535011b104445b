import type { Scheme } from './mark.ts';
import { risingSequence } from './sequence.ts';
import type { TextLines } from './text-lines.ts';

/** Marks that text may open with too: a numeral alone on its line, A. of a name. Only their sequence can tell. */
const DOUBTFUL: readonly Scheme[] = ['bare', 'latin-point'];

/** The same lines, with marks that number nothing read as text. */
export function withoutStrays(lines: TextLines): TextLines {
  let { forms } = lines;
  for (const scheme of DOUBTFUL) {
    const candidates: { block: number; value: number }[] = [];
    for (let block = 0; block < forms.length; block++) {
      const form = forms[block]!;
      if (form.scheme === scheme) candidates.push({ block, value: form.value });
    }
    if (candidates.length === 0) continue;
    const numbering = risingSequence(candidates);
    const alone = scheme !== 'bare' && numbering.size < 2;
    const mended = [...forms];
    for (const { block } of candidates) {
      const form = mended[block]!;
      if (alone || !numbering.has(block)) mended[block] = { ...form, scheme: 'plain', mark: form.start };
      else if (scheme !== 'bare') mended[block] = { ...form, sure: true };
    }
    forms = mended;
  }
  return forms === lines.forms ? lines : { blocks: lines.blocks, forms };
}
