import type { TextRange } from '../../../../server/src/text/range.ts';
import type { TaggedPassage, WrittenTag } from './written-tag.ts';

/**
 * The passage as XML, well-formed whatever overlaps: each tag is an element named by its label, with its attributes
 * and its note. Where a tag crosses one that is open, it is written as two empty elements, which name each other by
 * `sID` and `eID` (milestones as in OSIS; see DeRose, “Markup Overlap: A Review and a Horse”, 2004). The fragments of one
 * tag share their `group`.
 */
export function inlineXml({ text, tags }: TaggedPassage): string {
  const pieces = nest(tags.flatMap(piecesOf));
  const marks: Mark[] = pieces.flatMap((piece, order) => marksOf(piece, order));
  marks.sort(
    (a, b) =>
      a.at - b.at ||
      Number(b.closes) - Number(a.closes) ||
      (a.closes ? b.order - a.order : a.order - b.order),
  );
  let written = '';
  let from = 0;
  for (const { at, markup } of marks) {
    written += escaped(text.slice(from, at)) + markup;
    from = at;
  }
  return `<statement>${written}${escaped(text.slice(from))}</statement>`;
}

/** One span of a tag. */
interface Piece extends TextRange {
  readonly tag: WrittenTag;
  /** Of a tag of several spans: its number among the tags, and that of the span. */
  readonly fragment: { readonly group: number; readonly index: number } | undefined;
}

interface NestedPiece extends Piece {
  /** Whether it crosses another, and so cannot be an element around its words. */
  readonly crosses: boolean;
}

interface Mark {
  readonly at: number;
  readonly closes: boolean;
  readonly order: number;
  readonly markup: string;
}

function piecesOf(tag: WrittenTag, group: number): Piece[] {
  const several = tag.spans.length > 1;
  return tag.spans.map(({ start, end }, index) => ({
    start,
    end,
    tag,
    fragment: several ? { group: group + 1, index: index + 1 } : undefined,
  }));
}

/** In the order in which they open: by start, then the longer first. */
function nest(pieces: readonly Piece[]): NestedPiece[] {
  const open: Piece[] = [];
  return [...pieces]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((piece) => {
      while (open.length > 0 && open.at(-1)!.end <= piece.start) open.pop();
      const crosses = open.length > 0 && open.at(-1)!.end < piece.end;
      if (!crosses) open.push(piece);
      return { ...piece, crosses };
    });
}

function marksOf(piece: NestedPiece, order: number): Mark[] {
  const { tag, start, end, crosses, fragment } = piece;
  const { name, attributes } = elementOf(tag);
  const group = fragment ? [['group', `${fragment.group}.${fragment.index}`] as const] : [];
  const all = write(unique([...attributes, ...group]));
  if (!crosses) {
    return [
      { at: start, closes: false, order, markup: `<${name}${all}>` },
      { at: end, closes: true, order, markup: `</${name}>` },
    ];
  }
  const id = `m${order + 1}`;
  const first = write(unique([['sID', id], ...attributes, ...group]));
  return [
    { at: start, closes: false, order, markup: `<${name}${first}/>` },
    // An empty element may stand before what closes at its place or behind it.
    { at: end, closes: true, order, markup: `<${name} eID="${id}"/>` },
  ];
}

type Attribute = readonly [name: string, value: string];

function elementOf(tag: WrittenTag): { readonly name: string; readonly attributes: readonly Attribute[] } {
  const attributes: Attribute[] = [
    ...tag.attributes.map(([id, value]): Attribute => [xmlName(id), String(value)]),
    ...(tag.note === '' ? [] : [['note', tag.note] as const]),
  ];
  // A label that is no name in XML is told as an attribute, so that nothing of it is lost.
  const name = xmlName(tag.label);
  return name === tag.label
    ? { name, attributes }
    : { name: 'tag', attributes: [['label', tag.label], ...attributes] };
}

/** The text as a name that XML allows, of ASCII alone; what it does not allow becomes `_`. */
function xmlName(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_-]/g, '_');
  // Names that begin with xml are reserved.
  return /^[A-Za-z_]/.test(name) && !/^xml/i.test(name) ? name : `_${name}`;
}

/** No element has two attributes of one name. */
function unique(attributes: readonly Attribute[]): readonly Attribute[] {
  const taken = new Set<string>();
  return attributes.map(([name, value]) => {
    let free = name;
    while (taken.has(free)) free += '_';
    taken.add(free);
    return [free, value];
  });
}

function write(attributes: readonly Attribute[]): string {
  return attributes
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(value)
          .replaceAll('"', '&quot;')
          .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)}"`,
    )
    .join('');
}

/** What XML 1.0 cannot hold becomes U+FFFD: controls, halves of pairs, U+FFFE and U+FFFF. See its production Char. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that it is about.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replace(impossible, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
