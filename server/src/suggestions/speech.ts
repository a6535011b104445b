import type { TextRange } from '../text/range.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import type { Found, Recogniser } from './found.ts';
import type { Paragraph } from './paragraph.ts';
import { type Speaker, type Subject, Subjects } from './speakers.ts';
import { behindParticles, shownAt, type VerbFound, verbAt } from './verbs.ts';

/** A statement of a stance or a commitment while it is read; UTF-16 in the text of the paragraph. */
interface Act {
  readonly verb: Pick<VerbFound, 'canonical' | 'kind' | 'end'>;
  readonly kind: 'position' | 'commitment';
  start: number;
  end: number;
  readonly speaker: Speaker | undefined;
  readonly inherited: boolean;
}

/** What a paragraph that ends with a colon announces: its members say it without a verb of their own. */
interface Lead {
  readonly kind: Act['kind'];
  readonly verb: Act['verb'];
  readonly speaker: Speaker | undefined;
}

/** The mark of a paragraph that is a member of a list. */
const MEMBER =
  /^\s*(?:[—─－]{1,2}|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2})*(?:[.．、]|\s)|[①-⑳]|[•·])\s*/;
const HEADING = /^\s*第[一二三四五六七八九十百\d]{1,5}[条款章]\s*/;
/** Words of circumstance, behind which the one who spoke last goes on. */
const CIRCUMSTANCE =
  /[在为自经当随于]|根据|按照|依据|基于|考虑到|鉴于|面对|本着|作为|对于|关于|通过|除|此外|同时|其中|对此|因此|\d{4}年|[一二]年/y;
/** What in a treaty is a right or says what is, and no commitment. */
const NO_DUTY = /可|有权|享有|是|系|指|为[^了此]|具有|属于/y;
/** 声明如下：, 达成协议如下：: what follows is the whole document. */
const AS_FOLLOWS = /(?:如下|以下(?:共识|协议|声明))$/;
/** In UTF-16: 声明如下, 达成以下共识. */
const LONGEST_FOLLOWS = 16;
/** 将体育政治化: 将 as 把. */
const TURNS = /化$|作为|视为|用于|变[为成]|当[作成]|定[为性]/;
const SHOWING = /^(?:表示|深表|予以|给予|致以)/;
const EDGES = /[\s，,；;：:、。]/;

const startsWith = (pattern: RegExp, text: string, place: number): boolean => {
  pattern.lastIndex = place;
  return pattern.test(text);
};

const actKind = ({ kind }: Act['verb']): Act['kind'] =>
  kind === 'undertakes' || kind === 'must' ? 'commitment' : 'position';

/** 同意，各国应…: an opinion. 同意，双方将…: what is agreed on is to be done. */
function agreesTo(text: string, { canonical, end }: VerbFound, clauseEnd: number): boolean {
  if (canonical !== '同意' || end < clauseEnd || !'，,'.includes(text.charAt(end))) return false;
  return !/^(?:他们|双方|两国|各方|缔约双方)?(?:将|应)/.test(text.slice(end + 1, end + 8));
}

/** Reads one paragraph after the other for who says what. */
class Speech {
  #speaker: Speaker | undefined;
  /** Who spoke where a paragraph of another section announced what follows. */
  #announcer: Speaker | undefined;
  #lead: Lead | undefined;
  /** How many paragraphs ago the lead was. */
  #sinceLead = 0;
  #section = -1;
  #whole: Paragraph['whole'] | undefined;

  // Of the sentence that is read.
  #acts: Act[] = [];
  #open: Act | undefined;
  #said: Speaker | undefined;
  #isOwn = false;
  /** Nobody can tell who the subject of the sentence is. */
  #isUnknown = false;

  read(paragraph: Paragraph, before: readonly Found[]): Found[] {
    this.#enter(paragraph);
    if (paragraph.role !== 'body') return [];
    const { text } = paragraph;
    const heading = HEADING.exec(text)?.[0].length ?? 0;
    const mark = MEMBER.exec(text.slice(heading, heading + 12))?.[0].length ?? 0;
    this.#sinceLead++;
    if (mark === 0 && this.#sinceLead > 1) this.#lead = undefined;
    this.#acts = [];
    const subjects = new Subjects(paragraph, before);
    let last: Act | undefined;
    for (const sentence of sentencesOf(text, heading + mark)) {
      this.#sentence(paragraph, sentence, subjects);
      last = this.#open;
      this.#close();
    }
    this.#announce(text, last);
    return this.#acts.filter((act) => says(text, act)).map((act) => foundOf(act, text, paragraph.start));
  }

  #enter({ whole, section }: Paragraph): void {
    if (whole !== this.#whole) {
      this.#speaker = undefined;
      this.#announcer = undefined;
      this.#lead = undefined;
    } else if (section !== this.#section) this.#speaker = this.#announcer;
    this.#whole = whole;
    this.#section = section;
  }

  #announce(text: string, last: Act | undefined): void {
    const words = text.trimEnd();
    if (!/[：:]$/.test(words)) return;
    this.#announcer = this.#speaker;
    this.#sinceLead = 0;
    this.#lead =
      last === undefined || AS_FOLLOWS.test(words.slice(0, -1))
        ? undefined
        : { kind: last.kind, verb: last.verb, speaker: last.speaker };
  }

  #sentence(paragraph: Paragraph, sentence: Sentence, subjects: Subjects): void {
    this.#said = undefined;
    this.#isOwn = false;
    this.#isUnknown = false;
    const { text } = paragraph;
    const known = this.#acts.length;
    let fronted: { readonly start: number; readonly clauses: number } | undefined;
    let subjectEnd: number | undefined;
    sentence.clauses.forEach((clause, index) => {
      const isFirst = index === 0;
      const subject = this.#subjectOf(text, clause, subjects);
      const start = subject ? subject.end : clause.start;
      if (subject && this.#takes(text, subject, isFirst)) {
        if (isFirst) subjectEnd = subject.end;
        fronted = undefined;
        this.#clause(text, clause, start, true, isFirst);
      } else if (subject || (subject === null && !isFirst)) this.#goOn(clause);
      else {
        if (isFirst) this.#carryOver(text, clause, subject === null);
        this.#clause(text, clause, clause.start, false, isFirst);
      }
      // 对甲给予的款待，表示感谢: what it is about may hold commas.
      const about = behindParticles(text, start);
      if (text.charAt(about) === '对' && this.#open === undefined)
        fronted ??= { start: about, clauses: index };
      if (fronted !== undefined && index > fronted.clauses && index <= fronted.clauses + 3) {
        const open = this.#open;
        if (
          open !== undefined &&
          open.start >= clause.start &&
          SHOWING.test(text.slice(open.start, open.start + 2))
        ) {
          open.start = fronted.start;
        }
        const shown = open === undefined ? shownAt(text, fronted.start, clause.end) : undefined;
        if (shown !== undefined) this.#begin(text, shown, fronted.start, clause.end);
      }
    });
    if (paragraph.inArticle && this.#acts.length === known && this.#open === undefined) {
      this.#duty(text, sentence, subjectEnd);
    }
  }

  #subjectOf(text: string, clause: TextRange, subjects: Subjects): Subject | null | undefined {
    const place = behindParticles(text, clause.start);
    return (
      subjects.at(place) ??
      (subjects.at(place) === null
        ? null
        : subjects.inside(clause, (end) => (verbAt(text, end)?.end ?? clause.end + 1) <= clause.end))
    );
  }

  /** Whether a subject is one that speaks by itself, and not one of which is spoken. */
  #takes(text: string, { speaker, end }: Subject, isFirst: boolean): boolean {
    const carried = speaker ?? this.#said ?? this.#speaker;
    if (carried === undefined) return false;
    if (!isFirst && this.#open?.verb.kind === 'says') {
      const verb = verbAt(text, end);
      const isSame = speaker === undefined || speaker.state === (this.#said?.state ?? '?');
      const isStance = verb?.kind === 'says' || verb?.kind === 'stands';
      // A person speaks for a side: 总理表示，中方坚持…
      const isWeak = verb?.weak === true && this.#said?.state !== '';
      if (verb === undefined || isWeak || !(isStance || isSame)) return false;
    }
    // 他们 in the sentence that names them is no carrying over.
    this.#isOwn = speaker !== undefined || (this.#isOwn && this.#said !== undefined);
    this.#said = carried;
    this.#speaker = carried;
    this.#isUnknown = false;
    return true;
  }

  /** A first clause without a subject that speaks: whoever spoke last goes on, unless someone else is spoken of. */
  #carryOver(text: string, clause: TextRange, isOwned: boolean): void {
    const goesOn =
      !isOwned &&
      (verbAt(text, clause.start) !== undefined ||
        shownAt(text, behindParticles(text, clause.start), clause.end) !== undefined ||
        startsWith(CIRCUMSTANCE, text, clause.start));
    if (goesOn && !this.#isStranger()) this.#said = this.#speaker;
    else if (this.#lead !== undefined) this.#said = this.#lead.speaker;
    else this.#isUnknown = true;
  }

  /** Whoever spoke last is none of those whose document it is, and what follows is not theirs unless it says so. */
  #isStranger(): boolean {
    const parties = this.#whole?.parties ?? [];
    if (parties.length < 2 || this.#speaker === undefined || this.#speaker.isPerson) return false;
    const states = this.#speaker.state.split('、');
    return !parties.some(({ name }) => states.includes(name));
  }

  #clause(text: string, clause: TextRange, place: number, hasSubject: boolean, isFirst: boolean): void {
    const verb = this.#isUnknown ? undefined : this.#verbOf(text, clause, place);
    if (verb?.kind === 'recites') {
      if (this.#open === undefined || this.#open.verb.kind !== 'says' || !hasSubject) this.#close();
      return;
    }
    if (verb !== undefined && this.#isNew(text, verb, clause, hasSubject, isFirst)) {
      this.#begin(text, verb, verb.start, clause.end);
      this.#part(text, clause);
    } else if (this.#open !== undefined && !(hasSubject && this.#open.verb.kind === 'stands'))
      this.#goOn(clause);
    else if (isFirst && !hasSubject && this.#lead !== undefined) {
      const { kind, verb, speaker } = this.#lead;
      this.#open = {
        kind,
        verb: { ...verb, end: -1 },
        start: clause.start,
        end: clause.end,
        speaker,
        inherited: true,
      };
    } else if (hasSubject) this.#close();
  }

  /** 谴责…并认为…: two stances in one clause. */
  #part(text: string, clause: TextRange): void {
    let open = this.#open;
    if (open?.kind !== 'position') return;
    let place = Math.max(open.verb.end + 2, clause.start + 1);
    for (
      place = text.indexOf('并', place);
      place >= 0 && place < clause.end;
      place = text.indexOf('并', place + 1)
    ) {
      const verb = verbAt(text, place + 1);
      // 强调应尊重并支持…: one stance.
      const isStance = verb?.kind === 'says' || (verb?.kind === 'stands' && open.verb.kind === 'stands');
      if (verb === undefined || verb.weak || !isStance || verb.end >= clause.end) continue;
      open.end = place;
      this.#begin(text, verb, verb.start, clause.end);
      open = this.#open!;
    }
  }

  #verbOf(text: string, clause: TextRange, place: number): VerbFound | undefined {
    const verb = verbAt(text, place);
    if (verb !== undefined && verb.end <= clause.end) {
      // 美方曾承诺: that they did is told, and not done here.
      const isReport = verb.kind === 'undertakes' && text.slice(place, verb.end).includes('曾');
      return isReport ? undefined : verb;
    }
    return shownAt(text, behindParticles(text, place), clause.end);
  }

  #isNew(
    text: string,
    verb: VerbFound,
    { start, end }: TextRange,
    hasSubject: boolean,
    isFirst: boolean,
  ): boolean {
    const open = this.#open;
    const saysNothing =
      open !== undefined &&
      open.verb.end >= 0 &&
      open.verb.kind !== 'stands' &&
      text.slice(open.verb.end, start).trim().length <= 1;
    // 同意，他们将…: what is agreed on is that.
    if (hasSubject) return !(saysNothing && open?.kind === 'commitment' && verb.kind === 'must');
    if (verb.weak) return false;
    // 应 and 将 at the beginning of a sentence have any subject.
    if (verb.kind === 'must') {
      if (TURNS.test(text.slice(verb.end, end))) return false;
      if (open === undefined) return !isFirst && this.#isOwn;
      return !isFirst && open.kind === 'position' && open.verb.kind === 'stands';
    }
    if (open === undefined) return true;
    if (open.kind === 'commitment' && verb.kind === 'undertakes') {
      // 决定，两国…，共同致力于…: one decision; a measure of a list is one as well.
      return (
        open.verb.end >= 0 &&
        open.verb.canonical !== verb.canonical &&
        !/[，,：:]/.test(text.charAt(open.verb.end))
      );
    }
    // 强调，反对…: what is stressed is that.
    return !saysNothing;
  }

  #begin(text: string, verb: VerbFound, start: number, end: number): void {
    this.#close();
    const kind = agreesTo(text, verb, end) ? 'position' : actKind(verb);
    this.#open = { verb, kind, start, end, speaker: this.#said, inherited: !this.#isOwn };
  }

  #goOn(clause: TextRange): void {
    if (this.#open !== undefined) this.#open.end = clause.end;
  }

  #close(): void {
    if (this.#open !== undefined) this.#acts.push(this.#open);
    this.#open = undefined;
  }

  /** In an article of a treaty, what a party does is what it has to do: 缔约双方在平等基础上发展合作. */
  #duty(text: string, { end }: TextRange, subjectEnd: number | undefined): void {
    if (subjectEnd === undefined || this.#said === undefined || this.#said.state === '') return;
    const start = behindParticles(text, subjectEnd);
    if (startsWith(NO_DUTY, text, start)) return;
    const verb = { canonical: '', kind: 'must', end: -1 } as const;
    this.#open = { kind: 'commitment', verb, start, end, speaker: this.#said, inherited: !this.#isOwn };
  }
}

/** Whether anything is said behind the verb: 双方声明： says nothing. */
function says(text: string, { verb, end, start }: Act): boolean {
  if (verb.end < 0) return end > start;
  if (end - start <= LONGEST_FOLLOWS && AS_FOLLOWS.test(text.slice(start, end))) return false;
  if (verb.kind === 'stands' && verb.end >= end) return true;
  for (let at = verb.end; at < end; at++) if (!EDGES.test(text.charAt(at))) return true;
  return false;
}

function foundOf({ kind, verb, start, end, speaker, inherited }: Act, text: string, offset: number): Found {
  let last = end;
  while (last > start && EDGES.test(text.charAt(last - 1))) last--;
  return {
    kind,
    start: offset + start,
    end: offset + last,
    attributes: {
      ...(verb.canonical === '' ? {} : { [kind === 'position' ? 'stance' : 'strength']: verb.canonical }),
      ...(speaker === undefined ? {} : { speaker: speaker.words }),
      ...(speaker === undefined || speaker.state === '' ? {} : { state: speaker.state }),
    },
    ...(speaker === undefined || !inherited ? {} : { inherited: speaker.range }),
  };
}

/**
 * Positions and commitments, each with its `speaker` and the `state` that is meant; a position with its `stance`, a commitment with its `strength`.
 *
 * A position is the statement of a stance from its verb, with the words of manner before it (坚决反对), to the end of its
 * last clause, where the next stance, the next commitment or the sentence ends it; a stance that ends in 对…表示欢迎 begins
 * with what it is about. The subject stands outside. 愿 states readiness and binds to nothing: a position. A commitment
 * is what a party says that it will, shall or agrees to do, from 将, 应 or the verb on; in an article of a treaty also
 * what it simply does. 同意 with a clause of its own behind a comma agrees to an opinion, unless it says who will act.
 *
 * Subjects are dropped in this genre. Who spoke last goes on, over sentences and the members of a list, until another
 * subject appears or the section ends; in a new section it is who announced what follows (声明如下：). Then `inherited`
 * is where that one was named. What a party only owns (双方的, 两国关系) does not speak, nor does anyone of whom
 * 认为 or 强调 tells. A sentence about something else has no speaker.
 */
export function speechRecogniser(): Recogniser {
  const speech = new Speech();
  return (paragraph, before) => speech.read(paragraph, before);
}
