import type { TextRange } from '../../../server/src/text/range.ts';
import type { EditedTag } from '../annotations/adjudication/deciding.ts';
import type { Annotation, AttributeValue } from '../annotations/annotation.ts';
import { isBlank, onlyBlanks } from '../annotations/bare-text.ts';
import { taggableSpans } from '../annotations/span-joining.ts';

/** A tag that is being written instead of those of the annotators. A value. */
export interface Editing extends EditedTag {
  /** The id of the difference. */
  readonly difference: string;
  readonly scope: Annotation['scope'];
}

/** To begin with, it is as one of the tags. */
export function editingOf(difference: string, tag: Annotation, base: number): Editing {
  const { label, scope, attributes, note } = tag;
  const spans = tag.spans.filter(({ start, end }) => start < end);
  return { difference, base, label, scope, spans, attributes, note };
}

/** With the start of its first span, or the end of its last, a character further on or back. Offsets: UTF-16 raw. */
export function withEndMoved(editing: Editing, end: 'start' | 'end', by: 1 | -1, text: string): Editing {
  const spans = [...editing.spans];
  const at = end === 'start' ? 0 : spans.length - 1;
  const span = spans[at];
  if (!span) return editing;
  const moved = { ...span, [end]: stepped(text, span[end], by) };
  const [before, after] = [spans[at - 1], spans[at + 1]];
  const isFree = (!before || before.end <= moved.start) && (!after || moved.end <= after.start);
  if (!isFree || onlyBlanks(text, moved.start, moved.end)) return editing;
  spans[at] = moved;
  return { ...editing, spans };
}

/** The offset beyond the next character, or before the last one, that is no blank. */
function stepped(text: string, offset: number, by: 1 | -1): number {
  let at = offset;
  const next = () => (by === 1 ? at : at - 1);
  while (next() >= 0 && next() < text.length && isBlank(text.charCodeAt(next()))) at += by;
  const unit = text.charCodeAt(next());
  const other = text.charCodeAt(by === 1 ? at + 1 : at - 2);
  const isPair = by === 1 ? isHigh(unit) && isLow(other) : isLow(unit) && isHigh(other);
  return Math.max(0, Math.min(text.length, at + (isPair ? 2 * by : by)));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** On other words. */
export function withRange(editing: Editing, range: TextRange, text: string): Editing {
  const spans = taggableSpans(text, [range], editing.label);
  return spans.length === 0 || editing.scope === 'document' ? editing : { ...editing, spans };
}

/** With an attribute that has a value, or has none. */
export function withAttribute(editing: Editing, name: string, value: AttributeValue | undefined): Editing {
  const others = Object.entries(editing.attributes).filter(([each]) => each !== name);
  return {
    ...editing,
    attributes: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
  };
}

/** The tag as it can be settled; undefined where nothing is left of its words. */
export function editedTag(editing: Editing, text: string): EditedTag | undefined {
  const { base, label, attributes, note } = editing;
  const spans = editing.scope === 'document' ? [] : taggableSpans(text, editing.spans, label);
  if (spans.length === 0 && editing.scope !== 'document') return undefined;
  return { base, label, spans, attributes, note };
}
