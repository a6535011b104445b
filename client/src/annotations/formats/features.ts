import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation } from '../annotation.ts';
import type { BilingualText } from '../labels.ts';
import type { FormatId } from './format-names.ts';
import type { TaggedText } from './tagged-text.ts';
import { hasUnknownParts } from './unknown-parts.ts';

/** What of tags a format may be unable to hold. */
export const features = {
  tags: { en: 'texts and tags themselves', zh: '文本与标注本身' },
  fragments: { en: 'fragments of one tag', zh: '同一标注的多个片段' },
  overlaps: { en: 'tags that overlap', zh: '互相重叠的标注' },
  attributes: { en: 'attributes', zh: '属性' },
  relations: { en: 'links', zh: '关联' },
  chains: { en: 'chains of mentions of one thing', zh: '所指相同的链' },
  notes: { en: 'notes', zh: '备注' },
  sections: { en: 'tags of a section', zh: '对一节的标注' },
  documents: { en: 'tags of the whole document', zh: '对全文的标注' },
  orphans: { en: 'tags whose words are gone', zh: '文字已不在的标注' },
  reviews: { en: 'whether a tag is accepted, suggested or rejected', zh: '标注已采纳、为建议还是已拒绝' },
  people: { en: 'who made a tag', zh: '标注者' },
  times: { en: 'when a tag was made and changed', zh: '标注与修改的时间' },
  ids: { en: 'the ids of tags, by which they are known again', zh: '标注的标识（用于再次识别）' },
  unknown: { en: 'what other programs said of a tag', zh: '其他程序对标注的说明' },
  foreign: {
    en: 'what files of other programs said beside tags',
    zh: '其他程序的文件在标注之外的内容',
  },
  blanks: { en: 'tags on white space alone', zh: '仅在空白上的标注' },
  characters: { en: 'characters that the format forbids', zh: '该格式不允许的字符' },
} as const satisfies Record<string, BilingualText>;

export type Feature = keyof typeof features;

/** Which of these a format holds: wholly, not at all, or in part, as its page says. */
export type Holdings = Readonly<Record<Feature, 'yes' | 'part' | 'no'>>;

/** Where all is held, and where nothing is: a format says what is otherwise. */
export const allHeld = holding('yes');
export const noneHeld = holding('no');

function holding(answer: 'yes' | 'no'): Holdings {
  return Object.fromEntries(Object.keys(features).map((feature) => [feature, answer])) as Holdings;
}

/** What of a document a format cannot hold. */
export interface Loss {
  readonly feature: Feature;
  /** How many tags, characters, or other programs' files it concerns. */
  readonly count: number;
  /** Ids of the first few tags, for showing; of tags that are left out all. */
  readonly tags: readonly string[];
  /** Whether the tags themselves are left out; else only this about them. */
  readonly tagsLeftOut: boolean;
}

/** Whether a tag has this; of features that tags have by themselves, without regard to others or the text. */
export function hasFeature(tag: Annotation, feature: Feature): boolean {
  switch (feature) {
    case 'fragments':
      return tag.spans.length > 1;
    case 'attributes':
      return Object.keys(tag.attributes).length > 0;
    case 'relations':
      return tag.relations.length > 0;
    case 'chains':
      return tag.chain !== undefined;
    case 'notes':
      return tag.note !== '';
    case 'sections':
      return tag.scope === 'section';
    case 'documents':
      return tag.scope === 'document';
    case 'orphans':
      return tag.state === 'orphan' || hasLostFragment(tag);
    case 'reviews':
      return tag.review !== 'accepted';
    case 'people':
      return tag.creator !== '';
    case 'times':
      return tag.created !== '' || tag.modified !== '';
    case 'ids':
      return true;
    case 'unknown':
      return hasUnknownParts(tag);
    case 'tags':
    case 'overlaps':
    case 'foreign':
    case 'blanks':
    case 'characters':
      return false;
  }
}

/** Whether the tag stands on words, but those of one of its fragments are gone. */
function hasLostFragment({ state, spans }: Annotation): boolean {
  return state === 'anchored' && spans.some(({ start, end }) => start === end);
}

/** The spans of a tag that have words: what is written of one that has lost a fragment, where a format holds no more. */
export function spansWithWords({ spans }: Pick<Annotation, 'spans'>): readonly TextRange[] {
  return spans.filter(({ start, end }) => start < end);
}

const mostExamples = 5;

/**
 * The loss of what a format does not hold at all, as far as tags tell by themselves. What it holds in part, overlaps
 * and characters, the format tells.
 * @param leftOut features whose tags are left out with them, such as tags of the whole document
 * @param looseLinks whether the format holds links that lead to no tag that is written; else they are lost with it
 */
export function lossesOf(
  tags: readonly Annotation[],
  holdings: Holdings,
  leftOut: readonly Feature[] = ['documents', 'orphans'],
  looseLinks: 'held' | 'lost' = 'lost',
): Loss[] {
  const losses = (Object.keys(features) as Feature[]).flatMap((feature) => {
    if (holdings[feature] !== 'no') return [];
    const concerned = tags.filter((tag) => hasFeature(tag, feature));
    if (feature !== 'orphans' || !leftOut.includes(feature)) {
      return concerned.length === 0 ? [] : [lossOf(feature, concerned, leftOut.includes(feature))];
    }
    // A tag that has lost one of its fragments is written with the others.
    const whole = concerned.filter(({ state }) => state === 'orphan');
    const inPart = concerned.filter(hasLostFragment);
    return [
      ...(whole.length > 0 ? [lossOf(feature, whole, true)] : []),
      ...(inPart.length > 0 ? [lossOf(feature, inPart, false)] : []),
    ];
  });
  if (holdings.relations === 'no' || looseLinks === 'held') return losses;
  const written = tags.filter((tag) => isWritten(tag, holdings, leftOut));
  const ids = new Set(written.map(({ id }) => id));
  const loose = written.filter(({ relations }) => relations.some(({ target }) => !ids.has(target)));
  return loose.length === 0 ? losses : [...losses, lossOf('relations', loose, false)];
}

/** Whether the tag itself is written, as {@link lossesOf} has it. */
export function isWritten(
  tag: Annotation,
  holdings: Holdings,
  leftOut: readonly Feature[] = ['documents', 'orphans'],
): boolean {
  return !leftOut.some(
    (feature) =>
      holdings[feature] === 'no' &&
      (feature === 'orphans' ? tag.state === 'orphan' : hasFeature(tag, feature)),
  );
}

/**
 * The loss of what files of other formats said beside tags, of which a format keeps its own at most.
 * @returns counted by the formats that it comes from
 */
export function foreignLosses({ foreign = {} }: Pick<TaggedText, 'foreign'>, own?: FormatId): Loss[] {
  const count = Object.keys(foreign).filter((id) => id !== own).length;
  return count === 0 ? [] : [{ feature: 'foreign', count, tags: [], tagsLeftOut: false }];
}

export function lossOf(feature: Feature, tags: readonly Annotation[], tagsLeftOut: boolean): Loss {
  return {
    feature,
    count: tags.length,
    tags: (tagsLeftOut ? tags : tags.slice(0, mostExamples)).map(({ id }) => id),
    tagsLeftOut,
  };
}
