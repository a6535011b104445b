import type { TextRange } from '../text/range.ts';
import { bearersOf } from './bearers.ts';
import { BuiltTitles } from './built-title.ts';
import { canonicalText } from './canonical-text.ts';
import { type Circumstance, circumstanceOf } from './circumstance.ts';
import { datedBefore } from './dated-word.ts';
import type { Definition } from './definition.ts';
import { fold, genusOf, isBareGenus, isBetweenStates, isDraftTitle, keyOf } from './genus.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention, TitleMention } from './mention.ts';
import { pointerBefore, pointingAt } from './pointing.ts';
import type { ResolutionName } from './resolution-name.ts';
import { definedTitleStart, unmarkedTitleStart } from './unmarked-title.ts';
import { isCalledWork, isDomestic } from './work.ts';

const DRAFT_AFTER = /^(?:[（(]草案[）)]|草案)/;
const DRAFT_BEFORE = /(?:[（(]草案[）)]|草案)$/;
const JOINED = /^(?:|、|和|与|與|及|以及|或|暨|，以及|，和|、以及|，|；)$/;
/** 北大西洋公约组织 is no convention. */
const NOT_AFTER = /^(?:组织|組織|集团|集團|国(?!际|家管)|國(?!際|家管))/;
/** 反联合国宪章 is no name of the charter; 违反联合国宪章 holds one. */
const NOT_BEFORE = /(?<!违)反$|[非伪假]$/;
const LONGEST_BEFORE = 60;

/** Whether words without a name of their own begin where longer ones do, or after that. */
function isInside(last: Mention | undefined, start: number): boolean {
  return (last?.what === 'word' || last?.what === 'anaphor') && last.start >= start;
}

/** Reads the mentions of one paragraph from left to right. Offsets: UTF-16 in its text. */
export class ParagraphReader {
  readonly found: Mention[] = [];
  /** The text as the lexicon knows it. */
  readonly canonical: string;
  private readonly text: string;
  private readonly folded: string;
  private readonly lexicon: Lexicon;
  private readonly builtTitles: BuiltTitles;
  private previousEnd = -1;
  /** How far the titles and names that were found reach: the last may stand inside another. */
  private furthest = 0;
  /** Where what may be defined starts, in order of place. */
  private readonly starts: number[] = [];
  /** By the offset where a mention ends, which one it is: a definition after it is short for it. */
  private readonly byEnd = new Map<number, number>();

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.canonical = canonicalText(text);
    this.folded = fold(text);
    this.lexicon = lexicon;
    this.builtTitles = new BuiltTitles(this.folded);
  }

  title(start: number, end: number): void {
    const named = this.named(start, end, this.text.slice(start + 1, end - 1));
    this.found.push({ what: 'title', ...named, ...this.kindOfTitle(named) });
  }

  /** A title inside another: of no account for dates and for what is named together. */
  nestedTitle(start: number, end: number): void {
    const name = this.text.slice(start + 1, end - 1);
    const named = { start, end, name, key: keyOf(name) };
    this.found.push({ what: 'title', ...named, ...this.kindOfTitle(named) });
  }

  name(start: number, end: number, name = this.text.slice(start, end)): void {
    this.found.push({ what: 'name', ...this.named(start, end, name) });
  }

  definition(definition: Definition): void {
    const { start, end, name, marked, together } = definition;
    if (definition.precedes !== true) this.nameBefore(definition);
    const of =
      definition.precedes === true ? this.startAfter(definition.after) : this.startBefore(definition);
    this.found.push({
      what: 'definition',
      start,
      end,
      name,
      marked,
      ...(of === undefined ? {} : { of }),
      ...(together === undefined ? {} : { together }),
    });
  }

  resolution({ start, end, subject, key, proposed }: ResolutionName): void {
    const known = subject !== undefined && proposed !== true && this.lexicon.named(subject).length > 0;
    if (known) this.name(start, end, subject);
    else if (subject !== undefined && (key === undefined || genusOf(subject) !== undefined)) {
      this.subject(start, end, subject, proposed === true);
    } else this.found.push({ what: 'name', ...this.named(start, end, key!), resolution: true });
  }

  /** A resolution that nobody has registered, by its subject. */
  private subject(start: number, end: number, subject: string, proposed: boolean): void {
    const genus = proposed ? this.text.slice(end - 2, end) : '决议';
    const name = genusOf(subject) === undefined || proposed ? `“${subject}”${genus}` : subject;
    this.name(start, end, name);
  }

  /** Names and genus words in the text between islands. */
  between(from: number, to: number): void {
    let genusEnd = from;
    let at = this.lexicon.nextStart(this.canonical, from, to);
    while (at < to) {
      const match = this.lexicon.longestAt(this.canonical, at);
      if (match !== undefined && match.end <= to) {
        if (match.what === 'name' && this.standsFree(at, match.end)) {
          this.name(this.wholeStart(at, match.end), match.end, this.text.slice(at, match.end));
          at = this.lexicon.nextStart(this.canonical, match.end, to);
          genusEnd = Math.max(genusEnd, match.end);
          continue;
        }
        if (match.what === 'genus' && at >= genusEnd) {
          this.genus(from, at, match.end);
          genusEnd = match.end;
        }
      }
      at = this.lexicon.nextStart(this.canonical, at + 1, to);
    }
  }

  private standsFree(start: number, end: number): boolean {
    return (
      !NOT_AFTER.test(this.text.slice(end, end + 3)) &&
      !NOT_BEFORE.test(this.folded.slice(Math.max(0, start - 2), start))
    );
  }

  /** The parties before 关于 belong to a name that is known without them. */
  private wholeStart(start: number, end: number): number {
    const genus = this.folded.startsWith('关于', start) ? genusOf(this.text.slice(start, end)) : undefined;
    const whole = genus === undefined ? undefined : this.builtTitles.startOf(end - genus.length, end);
    const free = Math.max(this.furthest, this.found.at(-1)?.end ?? 0);
    return whole !== undefined && whole >= free ? Math.min(whole, start) : start;
  }

  private genus(from: number, start: number, end: number): void {
    const mention = pointingAt(this.folded, start, end);
    if (mention === null) return;
    if (mention.what !== 'word') {
      // 框架 in 本框架协定 is no word of its own, nor 上述条约 in 上述条约和协定.
      while (isInside(this.found.at(-1), mention.start)) this.found.pop();
      const last = this.found.at(-1);
      if (mention.start < Math.max(from, this.furthest, last?.end ?? 0)) return;
      this.placed(mention.start, end);
    } else if (isBetweenStates(mention.genus)) {
      const title = unmarkedTitleStart(this.folded, start, end, this.builtTitles);
      // 协定 in 甲国和乙国关于执行…协定的议定书 is no word of its own.
      while (title !== undefined && this.found.at(-1)?.what === 'word' && this.found.at(-1)!.start >= title)
        this.found.pop();
      const last = this.found.at(-1);
      const free = Math.max(from, this.furthest, last?.end ?? 0);
      if (title !== undefined && title >= free) {
        this.name(title, end);
        return;
      }
    }
    const dated = isBetweenStates(mention.genus) ? datedBefore(this.folded, start) : undefined;
    this.found.push(mention.what === 'word' && dated !== undefined ? { ...mention, dated } : mention);
  }

  private kindOfTitle({
    start,
    end,
    name,
    key,
  }: TextRange & { name: string; key: string }): Partial<TitleMention> {
    if (isCalledWork(this.text, start, end)) return { work: true };
    if (isBareGenus(key)) {
      const pointer = pointerBefore(this.text.slice(Math.max(0, start - 3), start));
      if (pointer?.what !== 'self') return pointer === null ? {} : { pointed: pointer.what };
      return { pointed: pointer.what, start: start - pointer.length };
    }
    const genus = bearersOf(name, this.lexicon).length > 0 ? undefined : genusOf(key);
    if (genus === undefined) return {};
    const before = this.folded.slice(Math.max(0, start - LONGEST_BEFORE), start);
    return isDomestic(key, isBetweenStates(genus), before) ? { domestic: true } : {};
  }

  private named(start: number, end: number, name: string) {
    // What is no instrument's name has no date and verb that anyone asks for.
    const telling = this.lexicon.named(name).length > 0 || genusOf(name) !== undefined;
    const circumstance: Circumstance = telling ? circumstanceOf(this.text, start, end) : { start };
    const joined =
      this.previousEnd >= 0 &&
      circumstance.start - this.previousEnd <= 4 &&
      JOINED.test(this.text.slice(this.previousEnd, circumstance.start));
    this.previousEnd = end;
    this.furthest = Math.max(this.furthest, end);
    this.placed(start, end);
    const { date, verb } = circumstance;
    const draft = isDraftTitle(name) || DRAFT_AFTER.test(this.text.slice(end, end + 4));
    return {
      start,
      end,
      name,
      key: keyOf(name),
      ...(date === undefined ? {} : { date }),
      ...(verb === undefined ? {} : { verb }),
      ...(draft ? { draft: true as const } : {}),
      ...(joined ? { joined: true as const } : {}),
    };
  }

  /** A title without 《》 that only its short form tells to be one. */
  private nameBefore({ after, name }: Definition): void {
    const word = this.found.at(-1);
    if (word?.what !== 'word' || word.end !== after || genusOf(name) === undefined) return;
    const start = definedTitleStart(this.folded, after);
    if (start === undefined || start >= word.start || start < this.furthest) return;
    const before = this.found.at(-2);
    if (before !== undefined && start < before.end) return;
    this.found.pop();
    this.name(start, after);
  }

  private placed(start: number, end: number): void {
    this.byEnd.set(end, this.starts.push(start) - 1);
  }

  /** Start of the mention that a short form stands for: of the one that ends where the short form is introduced. */
  private startBefore({ after, fromLast }: Definition): number | undefined {
    const draft = DRAFT_BEFORE.exec(this.text.slice(Math.max(0, after - 4), after));
    const last = this.byEnd.get(after - (draft?.[0].length ?? 0));
    return last === undefined ? undefined : this.starts[last - fromLast];
  }

  /** Start of the first title after “公约”系指, in the same clause. */
  private startAfter(after: number): number | undefined {
    const title = this.text.indexOf('《', after);
    if (title < 0 || /[，。；：]/.test(this.text.slice(after, title))) return undefined;
    return title - after <= LONGEST_BEFORE ? title : undefined;
  }
}
