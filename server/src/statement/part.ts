import { endingAt } from './closing.ts';
import { isDateline } from './dateline.ts';
import { endsWithGenus, type Head } from './head.ts';
import type { TextLines } from './text-lines.ts';

/** One of the documents that stand in a text one after the other. Indexes of blocks, half-open. */
export interface Part {
  readonly kind: 'document' | 'annex';
  readonly from: number;
  readonly to: number;
}

/** In UTF-16 code units. */
const LONGEST_TITLE = 60;
const SHORTEST_TEXT = 30;

/** In blocks. */
const NEAR = 6;

/** A protocol to the treaty before it in the same text, called no more or with its title on the next line. */
const PROTOCOL = /^(?:附加|任择|任擇|补充|補充|最后|最後)?(?:议定书|議定書)$/;

/**
 * Whether a block reads as the title of a document by itself or with the one behind it. `sourced`: a newspaper's item
 * ends before it, so that any line may be the title of the next.
 */
function opensDocument({ blocks, forms }: TextLines, at: number, sourced: boolean): boolean {
  const isTitle = (index: number) =>
    forms[index]?.scheme === 'plain' &&
    forms[index]!.end === 'open' &&
    blocks[index]!.text.length <= LONGEST_TITLE;
  if (!isTitle(at) || isDateline(blocks[at]!.text)) return false;
  if (endsWithGenus(blocks[at]!.text)) return true;
  if (sourced && forms.slice(at, at + NEAR).some(({ end }) => end === 'stop')) return true;
  let next = at + 1;
  while (next < blocks.length && forms[next]!.scheme === 'blank') next++;
  if (next >= blocks.length) return false;
  const { text } = blocks[next]!;
  return isDateline(text) || (isTitle(next) && endsWithGenus(text));
}

function opensAnnex({ blocks, forms }: TextLines, at: number): boolean {
  const { scheme } = forms[at]!;
  return scheme === 'annex' || (scheme === 'plain' && PROTOCOL.test(blocks[at]!.text.trim()));
}

/** Whether a text goes on behind an ending that says when it was signed: a document that has lost its title. */
function goesOn({ blocks, forms }: TextLines, at: number): boolean {
  const form = forms[at]!;
  if (form.scheme !== 'plain') return form.value === 1;
  return form.end !== 'open' && blocks[at]!.text.length >= SHORTEST_TEXT;
}

/** Index of the title that stands before the first article of a further document, behind `body`; -1 where none does. */
function titleBefore({ blocks, forms }: TextLines, at: number, body: number): number {
  let before = at - 1;
  while (before > body && forms[before]!.scheme === 'blank') before--;
  if (before <= body || forms[before]!.scheme !== 'plain' || forms[before]!.end !== 'open') return -1;
  const { text } = blocks[before]!;
  return text.length <= LONGEST_TITLE && endsWithGenus(text) ? before : -1;
}

/**
 * The documents of a text: mostly one. Linear. `named`: the titles of its head say that it is a statement, which may
 * have annexes without more ado.
 */
export function partsOf(lines: TextLines, head: Head, named: boolean): Part[] {
  const { blocks, forms } = lines;
  const begun: { kind: Part['kind']; from: number }[] = [{ kind: 'document', from: 0 }];
  let { body } = head;
  let annexed = named;
  // Before its first sentence or number nothing of a document can end.
  let told = false;
  for (let at = body; at < blocks.length; at++) {
    if (forms[at]!.scheme === 'article') {
      annexed = true;
      const titled = forms[at]!.value === 1 ? titleBefore(lines, at, body) : -1;
      if (titled >= 0) {
        begun.push({ kind: 'document', from: titled });
        body = at;
        continue;
      }
    }
    if (annexed && opensAnnex(lines, at)) {
      if (at > body || begun.length > 1) begun.push({ kind: 'annex', from: at });
      body = at + 1;
      told = false;
      continue;
    }
    if (!told && at >= body) told = forms[at]!.end === 'stop' || forms[at]!.value > 0;
    if (at <= body || !told) continue;
    const ending = endingAt(lines, at);
    if (ending === null) continue;
    const { next, signed, sourced } = ending;
    if (next >= blocks.length) break;
    if (
      !opensAnnex(lines, next) &&
      (opensDocument(lines, next, sourced) || (signed && goesOn(lines, next)))
    ) {
      begun.push({ kind: 'document', from: next });
      body = next;
      told = false;
    }
    at = next - 1;
  }
  return begun.map(({ kind, from }, i) => ({ kind, from, to: begun[i + 1]?.from ?? blocks.length }));
}
