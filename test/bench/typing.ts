import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { type Random, seededRandom } from '../setting/random.ts';

export type EditKind = 'typing' | 'deletion' | 'joining' | 'splitting' | 'title';
export type Place = 'head' | 'middle' | 'tail';

/** One edit as an editor tells it at once; offsets UTF-16, in the text before it. */
export interface Keystroke {
  readonly kind: EditKind;
  readonly place: Place;
  readonly edit: Edit;
}

const kinds: readonly EditKind[] = [
  ...Array<EditKind>(9).fill('typing'),
  ...Array<EditKind>(4).fill('deletion'),
  ...Array<EditKind>(4).fill('joining'),
  'splitting',
  'title',
  'title',
];
const places: readonly Place[] = ['head', 'middle', 'tail'];
/** What an input method commits at once, and what is typed without one. */
const words = [
  ...[
    '双方',
    '合作',
    '关于',
    '的',
    '和',
    '重申',
    '加强',
    '条约',
    '一',
    '公报',
    '国',
    '友好',
    '睦邻',
    '发展',
    '在',
  ],
  ...[
    '，',
    '。',
    '《',
    '》',
    '“',
    '”',
    '、',
    '；',
    '（',
    '）',
    '——',
    ' ',
    '2',
    '0',
    '24',
    '年',
    '第',
    '条',
    'A',
  ],
];
const titleWords = ['新', '全面', '时代', '的', '联合', ' ', '关于', '友好', '和', '宣言', '与', '5'];

/**
 * Edits as a person makes them: runs of typing and of deletion at one place, lines joined and split, the title
 * changed; in turn at the head, in the middle and at the tail. The same text, number and seed give the same edits.
 */
export function keystrokes(raw: string, count: number, seed: number): Keystroke[] {
  const random = seededRandom(seed);
  const lines = new LineTable(raw);
  const made: Keystroke[] = [];
  const make = (kind: EditKind, place: Place, edit: Edit): void => {
    made.push({ kind, place, edit });
    lines.update([edit], applyEdits(lines.text, [edit]));
  };
  while (made.length < count) {
    const kind = random.pick(kinds);
    const place = random.pick(places);
    const at = placeIn(lines.text.length, place, random);
    if (kind === 'typing') typeRun(at, words, (edit) => make(kind, place, edit), random);
    else if (kind === 'deletion') deleteRun(at, (edit) => make(kind, place, edit), random);
    else if (kind === 'joining') make(kind, place, lineEnd(lines, at));
    else if (kind === 'splitting') make(kind, place, { start: at, end: at, text: '\n' });
    else retitle(lines, (edit) => make(kind, 'head', edit), random);
  }
  return made.slice(0, count);
}

/** A place in the first, middle or last twentieth of the text. */
function placeIn(length: number, place: Place, random: Random): number {
  const share = { head: 0, middle: 0.475, tail: 0.95 }[place] + 0.05 * random.next();
  return Math.min(length, Math.floor(share * length));
}

function typeRun(at: number, from: readonly string[], make: (edit: Edit) => void, random: Random): void {
  let place = at;
  for (let left = 1 + random.below(8); left > 0; left--) {
    const text = random.pick(from);
    make({ start: place, end: place, text });
    place += text.length;
  }
}

/** One after the other with the backspace key, or a selection at once. */
function deleteRun(at: number, make: (edit: Edit) => void, random: Random): void {
  if (random.chance(0.4)) {
    const length = 2 + random.below(40);
    make({ start: Math.max(0, at - length), end: at, text: '' });
    return;
  }
  let end = at;
  for (let left = 1 + random.below(8); left > 0 && end > 0; left--) {
    make({ start: end - 1, end, text: '' });
    end--;
  }
}

/** Takes out the line end behind a place, with the blank lines after it. */
function lineEnd(lines: LineTable, at: number): Edit {
  const start = lines.endOf(lines.lineAt(at));
  let end = start;
  while (end < lines.text.length && /\s/.test(lines.text.charAt(end))) end++;
  return { start, end, text: '' };
}

/** In the first two lines that hold something: types, deletes, or puts one word for another. */
function retitle(lines: LineTable, make: (edit: Edit) => void, random: Random): void {
  const end = Math.min(lines.text.length, lines.endOf(Math.min(1, lines.count - 1)));
  const at = random.below(end + 1);
  if (random.chance(0.5)) typeRun(at, titleWords, make, random);
  else
    make({ start: at, end: Math.min(end, at + 1 + random.below(3)), text: random.chance(0.5) ? '' : '新' });
}
