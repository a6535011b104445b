import { type Circumstance, circumstanceOf } from './circumstance.ts';
import { type Definition, definitionsIn } from './definition.ts';
import { canBeSelf, canPoint, fold, genusOf, isDraftTitle, keyOf } from './genus.ts';
import { type Lexicon, lexiconOf, type NamedInstruments, withCanonicalMarks } from './lexicon.ts';
import type { GenusMention, Mention } from './mention.ts';
import { type QuotedResolution, resolutionsIn } from './quoted-resolution.ts';
import { markedTitles } from './title-marks.ts';

export type { NamedInstruments } from './lexicon.ts';
export type { Mention } from './mention.ts';

const DRAFT_AFTER = /^(?:[（(]草案[）)]|草案)/;
const DRAFT_BEFORE = /(?:[（(]草案[）)]|草案)$/;
const WORK_BEFORE =
  /(?:电影|電影|影片|纪录片|紀錄片|故事片|电视剧|電視劇|剧集|话剧|話劇|歌剧|歌劇|舞剧|舞劇|京剧|京劇|歌曲|乐曲|樂曲|专辑|專輯|专著|專著|著作|小说|小說|诗歌|詩歌|图书|圖書|书籍|書籍|丛书|叢書|报纸|報紙|杂志|雜誌|期刊|节目|節目|栏目|專欄|绘本|漫画|漫畫|游戏|遊戲|一书|一書)$/;
const WORK_AFTER =
  /^(?:一书|一書|一文|一剧|一劇|杂志|雜誌|周刊|週刊|报社|報社|电影|電影|节目|節目|影片|纪录片|报(?!告)|報(?!告))/;
const JOINED = /^(?:、|和|与|與|及|以及|或|暨|，以及|，和|、以及)$/;

const DETERMINER =
  /(?:该项|該項|该份|該份|这一|這一|这项|這項|这个|這個|这份|這份|此项|此項|上述|前述|上列|该|該|(?<![因如彼从從为為对對就在由至故据據])此)$/;
/** 本停战协定, 本合作协定: what kind of one this is may stand between. */
const SELF = /本(?:停战|停戰|合作|框架|补充|補充|友好|政府间|政府間|双边|雙邊)?$/;
/** The last characters of these and of 本. */
const POINTERS = new Set('该該项項份一个個述列此本战戰作架充好间間边邊');
/** 日本声明 is of Japan, 基本文件 a kind of document. */
const NOT_SELF = /[日基根原样樣文版资資成剧劇课課书書范範标標蓝藍脚腳副正译譯]$/;
/** 北大西洋公约组织 is no convention, 声明如下 no noun. */
const NOT_AFTER = /^(?:组织|組織|如下|如左)/;

function circumstanceFields({ date, verb }: Circumstance) {
  return { ...(date === undefined ? {} : { date }), ...(verb === undefined ? {} : { verb }) };
}

/** What is read whole, before the words between are looked at. */
type Island =
  | { readonly what: 'title'; readonly start: number; readonly end: number }
  | ({ readonly what: 'definition' } & Definition)
  | ({ readonly what: 'resolution' } & QuotedResolution);

/** Reads the mentions of one paragraph from left to right. */
class Reader {
  readonly found: Mention[] = [];
  private readonly text: string;
  /** The same with the marks that the lexicon knows. */
  readonly canonical: string;
  private readonly lexicon: Lexicon;
  private previousEnd = -1;
  /** Where titles and names start, in order of place. */
  private readonly starts: number[] = [];
  /** By the offset where a title or name ends, which one it is: a definition after it is short for it. */
  private readonly byEnd = new Map<number, number>();

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.canonical = withCanonicalMarks(text);
    this.lexicon = lexicon;
  }

  private named(start: number, end: number, name: string) {
    // What is no instrument's name has no date and verb that anyone asks for.
    const telling = genusOf(name) !== undefined || this.lexicon.named(name).length > 0;
    const circumstance: Circumstance = telling ? circumstanceOf(this.text, start, end) : { start };
    const gap = circumstance.start - this.previousEnd;
    const joined =
      this.previousEnd >= 0 && gap <= 4 && JOINED.test(this.text.slice(this.previousEnd, circumstance.start));
    this.previousEnd = end;
    this.byEnd.set(end, this.starts.push(start) - 1);
    const draft = isDraftTitle(name) || DRAFT_AFTER.test(this.text.slice(end, end + 4));
    return {
      start,
      end,
      name,
      key: keyOf(name),
      ...circumstanceFields(circumstance),
      ...(draft ? { draft: true as const } : {}),
      ...(joined ? { joined: true as const } : {}),
    };
  }

  title(start: number, end: number): void {
    const work =
      WORK_BEFORE.test(this.text.slice(Math.max(0, start - 4), start)) ||
      WORK_AFTER.test(this.text.slice(end, end + 4));
    const named = this.named(start, end, this.text.slice(start + 1, end - 1));
    this.found.push({ what: 'title', ...named, ...(work ? { work: true as const } : {}) });
  }

  /** A title inside another: of no account for dates and for what is named together. */
  nestedTitle(start: number, end: number): void {
    const name = this.text.slice(start + 1, end - 1);
    this.found.push({ what: 'title', start, end, name, key: keyOf(name) });
  }

  name(start: number, end: number, name = this.text.slice(start, end)): void {
    this.found.push({ what: 'name', ...this.named(start, end, name) });
  }

  definition({ start, end, name, marked, after, fromLast }: Definition): void {
    const draft = DRAFT_BEFORE.exec(this.text.slice(Math.max(0, after - 4), after));
    const last = this.byEnd.get(after - (draft?.[0].length ?? 0));
    const of = last === undefined ? undefined : this.starts[last - fromLast];
    this.found.push({ what: 'definition', start, end, name, marked, ...(of === undefined ? {} : { of }) });
  }

  resolution({ start, end, quoted }: QuotedResolution): void {
    const known = quoted !== undefined && this.lexicon.named(quoted).length > 0;
    this.name(start, end, known ? quoted : this.text.slice(start, end));
  }

  genus(start: number, end: number): void {
    if (NOT_AFTER.test(this.text.slice(end, end + 2))) return;
    const genus = fold(this.text.slice(start, end));
    const mention = (what: GenusMention['what'], from: number): GenusMention => ({
      what,
      start: from,
      end,
      genus,
    });
    if (!POINTERS.has(this.text.charAt(start - 1))) {
      this.found.push(mention('word', start));
      return;
    }
    const before = this.text.slice(Math.max(0, start - 6), start);
    const determiner = DETERMINER.exec(before);
    const self = determiner === null ? SELF.exec(before) : null;
    if (determiner !== null && canPoint(genus)) {
      this.found.push(mention('anaphor', start - determiner[0].length));
    } else if (self !== null && canBeSelf(genus) && !NOT_SELF.test(before.slice(0, self.index))) {
      this.found.push(mention('self', start - self[0].length));
    } else this.found.push(mention('word', start));
  }

  /** Names and genus words in the text between islands. */
  between(from: number, to: number): void {
    let genusEnd = from;
    let at = this.lexicon.nextStart(this.canonical, from, to);
    while (at < to) {
      const match = this.lexicon.longestAt(this.canonical, at);
      if (match !== undefined && match.end <= to) {
        if (match.what === 'name' && !NOT_AFTER.test(this.text.slice(match.end, match.end + 2))) {
          this.name(at, match.end);
          at = this.lexicon.nextStart(this.canonical, match.end, to);
          continue;
        }
        if (match.what === 'genus' && at >= genusEnd) {
          this.genus(at, match.end);
          genusEnd = match.end;
        }
      }
      at = this.lexicon.nextStart(this.canonical, at + 1, to);
    }
  }
}

function islandsIn(text: string): { islands: Island[]; nested: { start: number; end: number }[] } {
  const titles = markedTitles(text);
  const definitions = definitionsIn(text);
  const defined = new Set(definitions.map((definition) => definition.start));
  const all: Island[] = [
    ...definitions.map((definition): Island => ({ what: 'definition', ...definition })),
    ...titles
      .filter((title) => !title.nested && !defined.has(title.start))
      .map(({ start, end }): Island => ({ what: 'title', start, end })),
    ...resolutionsIn(text).map((resolution): Island => ({ what: 'resolution', ...resolution })),
  ];
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const islands: Island[] = [];
  for (const island of all) {
    if (island.start >= (islands.at(-1)?.end ?? 0)) islands.push(island);
  }
  return { islands, nested: titles.filter((title) => title.nested) };
}

/** What `mentionsIn` finds with a lexicon at hand. */
export function mentionsWith(text: string, lexicon: Lexicon): readonly Mention[] {
  const reader = new Reader(text, lexicon);
  const { islands, nested } = islandsIn(text);
  let at = 0;
  for (const island of islands) {
    if (island.start < at) {
      // Taken in by a name that begins with a title.
      if (island.what === 'title') reader.nestedTitle(island.start, island.end);
      continue;
    }
    reader.between(at, island.start);
    at = island.end;
    if (island.what === 'definition') reader.definition(island);
    else if (island.what === 'resolution') reader.resolution(island);
    else {
      const longer = lexicon.longestAt(reader.canonical, island.start);
      if (longer?.what === 'name' && longer.end > island.end) {
        at = longer.end;
        reader.name(island.start, longer.end);
        reader.nestedTitle(island.start, island.end);
      } else reader.title(island.start, island.end);
    }
  }
  reader.between(at, text.length);
  for (const { start, end } of nested) reader.nestedTitle(start, end);
  const whole = text.trim().length;
  return reader.found
    .filter((mention) => mention.what !== 'name' || mention.end - mention.start < whole)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Everything in a paragraph that may speak of an instrument, in order of place, outer before inner; UTF-16 offsets
 * in `text`. Depends on nothing but its arguments, so that it can be kept with the paragraph. A paragraph that is
 * nothing but a name is a heading and mentions nothing. Linear.
 */
export function mentionsIn(text: string, registry: NamedInstruments): readonly Mention[] {
  return mentionsWith(text, lexiconOf(registry));
}
