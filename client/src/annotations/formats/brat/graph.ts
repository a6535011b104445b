import type { AttributeValue } from '../../annotation.ts';
import type { FormatProblem } from '../format-problem.ts';
import { equivalence, nameOfType } from './names.ts';
import { type BratLine, readBratLine } from './standoff.ts';

export type BratSpan = Extract<BratLine, { readonly kind: 'span' }>;
type Of<Kind extends BratLine['kind']> = Extract<BratLine, { readonly kind: Kind }>;
interface Numbered<Line> {
  readonly said: Line;
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** A span of a standoff file with all that other lines say of it. */
export interface BratTag {
  readonly span: BratSpan;
  readonly line: number;
  /** Absent where it is the span itself; else the event, one of several with this trigger. */
  readonly event?: string;
  readonly attributes: Map<string, AttributeValue>;
  /** To the keys of tags, in the order of the file. */
  readonly links: { readonly type: string; readonly target: string }[];
  readonly notes: string[];
  /** The chain that it belongs to, by a name made of the first of its members. */
  chain?: string;
}

/** What a standoff file says, its references resolved. */
export interface BratGraph {
  /** By keys of their own, in the order of the file. */
  readonly tags: ReadonlyMap<string, BratTag>;
  /** Lines that are not understood, as they stand. */
  readonly kept: readonly string[];
  readonly problems: readonly FormatProblem[];
}

/** Reads the lines of a standoff file; a line may refer to a later one. Never throws. */
export function readBratGraph(source: string): BratGraph {
  const reader = new GraphReader();
  for (const [index, text] of source.split(/\r?\n/).entries()) reader.line(text, index + 1);
  return reader.graph();
}

class GraphReader {
  private readonly tags = new Map<string, BratTag>();
  /** The key of the tag that an id of a span or an event stands for. */
  private readonly keys = new Map<string, string>();
  private readonly ids = new Set<string>();
  private readonly triggers = new Set<string>();
  /** How many normalisations a tag has. */
  private readonly references = new Map<BratTag, number>();
  private readonly later: Numbered<Exclude<BratLine, BratSpan>>[] = [];
  private readonly kept: { readonly text: string; readonly line: number }[] = [];
  private readonly problems: FormatProblem[] = [];

  line(text: string, line: number): void {
    if (text.trim() === '') return;
    const said = readBratLine(text);
    const id = said && 'id' in said ? said.id : undefined;
    if (!said || (id !== undefined && this.ids.has(id))) {
      this.keep(text, line, 'unreadable-line');
      return;
    }
    if (id !== undefined) this.ids.add(id);
    if (said.kind !== 'span') this.later.push({ said, text, line });
    else {
      this.keys.set(said.id, said.id);
      this.tags.set(said.id, { span: said, line, attributes: new Map(), links: [], notes: [] });
    }
  }

  graph(): BratGraph {
    const of = <Kind extends BratLine['kind']>(kind: Kind) =>
      this.later.filter((each) => each.said.kind === kind) as unknown as Numbered<Of<Kind>>[];
    const events = of('event').filter((event) => this.event(event));
    for (const { said, line } of events) {
      for (const { role, target } of said.roles) {
        // A second one of a role has a number behind it.
        this.link(role.replace(/(?<=\D)\d+$/, ''), said.id, target, line);
      }
    }
    for (const { said, line } of of('relation')) this.link(said.type, said.from, said.to, line);
    for (const each of of('attribute')) this.attribute(each);
    for (const each of of('normalisation')) this.normalisation(each);
    for (const each of of('note')) this.note(each);
    this.chains(of('equivalence'));
    const kept = this.kept.sort((a, b) => a.line - b.line).map(({ text }) => text);
    return { tags: this.tags, kept, problems: this.problems };
  }

  private keep(text: string, line: number, code: 'unreadable-line' | 'not-understood'): void {
    this.kept.push({ text, line });
    this.problems.push({ code, values: [text], line });
  }

  private tag(id: string): BratTag | undefined {
    const key = this.keys.get(id);
    return key === undefined ? undefined : this.tags.get(key);
  }

  /** The first event with a trigger is the trigger's tag; another one is a tag of its own on the same words. */
  private event({ said, text, line }: Numbered<Of<'event'>>): boolean {
    const trigger = this.tags.get(said.trigger);
    if (!trigger || trigger.span.type !== said.type) {
      this.keep(text, line, 'not-understood');
      return false;
    }
    if (!this.triggers.has(said.trigger)) {
      this.triggers.add(said.trigger);
      this.keys.set(said.id, said.trigger);
      return true;
    }
    const { span } = trigger;
    this.tags.set(said.id, { span, line, event: said.id, attributes: new Map(), links: [], notes: [] });
    this.keys.set(said.id, said.id);
    return true;
  }

  private link(type: string, from: string, to: string, line: number): void {
    const source = this.tag(from);
    const target = this.keys.get(to);
    const missing = source === undefined ? from : to;
    if (!source || target === undefined) {
      this.problems.push({ code: 'no-target', values: [missing], line });
    } else source.links.push({ type: nameOfType(type), target });
  }

  private attribute({ said, text, line }: Numbered<Of<'attribute'>>): void {
    const tag = this.tag(said.target);
    const name = nameOfType(said.type);
    if (!tag || tag.attributes.has(name)) this.keep(text, line, 'not-understood');
    else tag.attributes.set(name, said.value ?? true);
  }

  private normalisation({ said, text, line }: Numbered<Of<'normalisation'>>): void {
    const tag = this.tag(said.target);
    if (!tag) {
      this.keep(text, line, 'not-understood');
      return;
    }
    const copy = (this.references.get(tag) ?? 0) + 1;
    this.references.set(tag, copy);
    const name = copy === 1 ? 'Reference' : `Reference-${copy}`;
    // An attribute of that name has been read already.
    if (tag.attributes.has(name)) this.keep(text, line, 'not-understood');
    else tag.attributes.set(name, said.reference);
  }

  private note({ said, text, line }: Numbered<Of<'note'>>): void {
    const tag = this.tag(said.target);
    if (tag && said.type === 'AnnotatorNotes') {
      if (said.text !== '') tag.notes.push(said.text);
    } else this.keep(text, line, 'not-understood');
  }

  /** Classes that share a member are one, as in brat. */
  private chains(classes: readonly Numbered<Of<'equivalence'>>[]): void {
    const above = new Map<string, string>();
    const root = (key: string): string => {
      let top = key;
      while (above.get(top) !== undefined) top = above.get(top)!;
      for (let at = key; at !== top; ) {
        const next = above.get(at)!;
        above.set(at, top);
        at = next;
      }
      return top;
    };
    const types = new Map<string, string>();
    for (const { said, text, line } of classes) {
      const members = said.members.flatMap((id) => this.keys.get(id) ?? []);
      if (members.length < said.members.length) this.keep(text, line, 'not-understood');
      if (members.length < 2 && members.length < said.members.length) continue;
      for (const member of members) {
        if (!types.has(member)) types.set(member, said.type);
        const [a, b] = [root(members[0]!), root(member)];
        if (a !== b) above.set(b, a);
      }
    }
    for (const member of types.keys()) {
      const first = root(member);
      const type = types.get(first) ?? equivalence;
      this.tags.get(member)!.chain = type === equivalence ? first : `${nameOfType(type)} ${first}`;
    }
  }
}
