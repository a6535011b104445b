/** What of a tag two sides changed differently; `deletion`: one removed the tag that the other changed. */
export type ConflictMember =
  | 'label'
  | 'note'
  | 'review'
  | 'chain'
  | 'creator'
  | 'attribute'
  | 'place'
  | 'other'
  | 'deletion';

/** Where two sides changed the same thing differently, and what came of it. */
export interface MergeConflict {
  /** Of the tag; empty where it is the file's own. */
  readonly id: string;
  readonly member: ConflictMember;
  /** Which attribute, or which part that is not understood; else empty. */
  readonly name: string;
  /** The value that counts, as a text. */
  readonly kept: string;
  /** The value that does not; it stands in the note. */
  readonly other: string;
}

/** What both sides changed, in words of both languages: a note is read by whoever opens the file. */
const memberNames: Readonly<Record<ConflictMember, string>> = {
  label: '标签 label',
  note: '备注 note',
  review: '审阅 review',
  chain: '指代链 chain',
  creator: '标注者 creator',
  attribute: '属性 attribute',
  place: '位置 place',
  other: '其他 other',
  deletion: '删除 deletion',
};

/** The line of a tag's note that keeps a value which does not count. */
export function conflictLine({ member, name, other }: MergeConflict): string {
  const what = [memberNames[member], ...(name === '' ? [] : [`“${name}”`])].join(' ');
  return `⚠ 合并冲突 Merge conflict: ${what}: ${onOneLine(other)}`;
}

function onOneLine(text: string): string {
  // No pattern of a break with blanks around it: that reads long blanks anew from each of them.
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' / ');
}
