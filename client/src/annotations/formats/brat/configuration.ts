import { guessedSuggestion } from '../../guessed-suggestion.ts';
import { spareColours } from '../../label-file-parts.ts';
import {
  type AttributeDefinition,
  type BilingualText,
  type Label,
  type LabelColour,
  type LabelGroup,
  type LabelScheme,
  type RelationDefinition,
  reviewedLabelId,
  sicLabel,
  sicLabelId,
} from '../../labels.ts';
import type { Problem, ProblemCode } from '../../problem.ts';
import { labelColour } from './colour.ts';
import { type BratEntry, type BratSection, readEntries, readSections } from './lines.ts';

export interface BratImport {
  /** Absent where the configuration has no type that tags anything. */
  readonly scheme?: LabelScheme;
  /** What could not be held, or is held otherwise; with lines of `annotation.conf`, in their order. */
  readonly problems: readonly Problem[];
  /** The same of `visual.conf`. */
  readonly visualProblems: readonly Problem[];
}

/**
 * Reads brat's configuration of a project as a scheme of labels. Entity types become labels, with their uppermost
 * type as the group; event types become labels too, and their roles relations from them. Never throws.
 * @param annotation `annotation.conf`
 * @param visual `visual.conf`, for names and colours; empty where there is none
 */
export function importBratConfiguration(annotation: string, visual = ''): BratImport {
  if (annotation.length > longest || visual.length > longest) {
    const problem: Problem = { code: 'brat-too-large', values: [longest], path: '', line: 1 };
    return { problems: [problem], visualProblems: [] };
  }
  const look = readVisual(visual);
  const reader = new ConfigurationReader(look);
  const sections = readSections(annotation);
  const named = (...names: string[]) => sections.filter(({ name }) => names.includes(name));
  // Types first, whatever the order of the sections: all else names them.
  for (const section of named('entities', 'spans')) reader.entities(section);
  for (const section of named('events')) reader.events(section);
  for (const section of named('relations')) reader.relations(section);
  for (const section of named('attributes')) reader.attributes(section);
  const known = ['entities', 'spans', 'events', 'relations', 'attributes'];
  for (const { name, line } of sections.filter(({ name }) => !known.includes(name))) {
    reader.report('brat-section', line, name);
  }
  const scheme = reader.scheme();
  if (!scheme) reader.report('brat-no-types', 1);
  const byLine = (a: Problem, b: Problem) => a.line - b.line;
  return { ...(scheme && { scheme }), problems: reader.problems.sort(byLine), visualProblems: look.problems };
}

/** No scheme for people is longer, in UTF-16 code units. */
const longest = 100_000;

/** Names and colours by the types that they are for, as these are written. */
interface Look {
  readonly names: ReadonlyMap<string, string>;
  readonly colours: ReadonlyMap<string, LabelColour>;
  readonly problems: readonly Problem[];
}

function readVisual(text: string): Look {
  const names = new Map<string, string>();
  const colours = new Map<string, LabelColour>();
  const problems: Problem[] = [];
  for (const section of readSections(text)) {
    for (const { text: each, line } of section.lines) {
      if (section.name === 'labels') {
        const [type = '', name = ''] = each.split('|').map((part) => part.trim());
        if (type !== '' && name !== '') names.set(type, name);
      } else if (section.name === 'drawing') {
        const type = /^\s*(\S+)/.exec(each)?.[1] ?? '';
        const colour = /\bbgColor:\s*([^\s,]+)/.exec(each)?.[1];
        if (colour === undefined) continue;
        const read = labelColour(colour);
        if (read) colours.set(type, read);
        else problems.push({ code: 'brat-colour', values: [colour, type], path: '', line });
      }
    }
  }
  return { names, colours, problems };
}

class ConfigurationReader {
  readonly problems: Problem[] = [];
  private readonly look: Look;
  private readonly labels = new Map<string, Label>();
  private readonly groups = new Map<string, LabelGroup>();
  private readonly attributeDefinitions = new Map<string, AttributeDefinition>();
  /** By the names that the configuration gives them. */
  private readonly relationIds = new Map<string, string>();
  private readonly relationDefinitions = new Map<string, RelationDefinition>();
  /** The ids of types by the names that the configuration gives them; of an unusable one those below it. */
  private readonly entityIds = new Map<string, string[]>();
  private readonly eventIds = new Map<string, string[]>();

  /** How many ids have been made of one form. */
  private readonly copies = new Map<string, number>();

  constructor(look: Look) {
    this.look = look;
  }

  report(code: ProblemCode, line: number, ...values: string[]): void {
    this.problems.push({ code, values, path: '', line });
  }

  scheme(): LabelScheme | undefined {
    if (this.labels.size === 0) return undefined;
    const keys = [...'123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const labels = [...this.labels.values()].map((label, index) => {
      const key = keys[index];
      return key === undefined || label.key !== undefined ? label : { ...label, key };
    });
    return {
      labels: this.labels.has(sicLabelId) ? labels : [...labels, sicLabel],
      groups: [...this.groups.values()],
      attributes: [...this.attributeDefinitions.values()],
      relations: [...this.relationDefinitions.values()],
    };
  }

  entities(section: BratSection): void {
    this.types(this.entries(section), this.entityIds);
  }

  events(section: BratSection): void {
    const entries = this.entries(section);
    this.types(entries, this.eventIds);
    for (const { terms, args, unusable, line } of entries) {
      if (unusable) continue;
      this.report('brat-event', line, terms[0]);
      const from = this.eventIds.get(terms[0]) ?? [];
      for (const { name, values } of args) {
        if (!name.startsWith('<')) this.relate(name, from, this.typesOf(values, line), line);
      }
    }
  }

  relations(section: BratSection): void {
    for (const { terms, args, line } of this.entries(section)) {
      const [name] = terms;
      const end = (arg: string) => args.find((each) => each.name === arg)?.values;
      const [from, to] = [end('Arg1'), end('Arg2')];
      if (name === 'ENTITY-NESTING' || name.startsWith('<')) this.report('brat-overlap', line, name);
      else if (!from || !to) this.report('brat-relation', line, name);
      else {
        const kind = end('<REL-TYPE>')?.join('-') ?? '';
        if (/symmetric|transitive/.test(kind)) this.report('brat-symmetric', line, name);
        this.relate(name, this.typesOf(from, line), this.typesOf(to, line), line);
      }
    }
  }

  attributes(section: BratSection): void {
    for (const { terms, args, line } of this.entries(section)) {
      const [name] = terms;
      const targets = args.find((each) => each.name === 'Arg')?.values ?? ['<ANY>'];
      const choices = args.find((each) => each.name === 'Value')?.values ?? [];
      for (const each of args) {
        if (each.name !== 'Arg' && each.name !== 'Value') this.report('brat-argument', line, each.name);
      }
      const held = targets.filter((target) => target !== '<RELATION>');
      if (held.length < targets.length) this.report('brat-of-relation', line, name);
      if (held.length === 0) continue;
      const labels = this.typesOf(held, line);
      const id = this.newId(
        name,
        this.attributeDefinitions,
        Object.getOwnPropertyNames(Object.prototype),
        line,
      );
      this.attributeDefinitions.set(id, {
        id,
        name: this.nameOf(name),
        description: { zh: '', en: '' },
        kind: choices.length > 0 ? 'choice' : 'flag',
        choices: [...new Set(choices)].map((choice) => ({ id: choice, name: this.nameOf(choice) })),
        labels,
      });
    }
  }

  private entries(section: BratSection): BratEntry[] {
    const entries = readEntries(section, ({ text, line }) => this.report('brat-line', line, text.trim()));
    for (const { strange, line } of entries) {
      for (const each of strange) this.report('brat-argument', line, each);
    }
    return entries;
  }

  /** Labels of the types, and groups of the uppermost ones that have others below them. */
  private types(entries: readonly BratEntry[], ids: Map<string, string[]>): void {
    const above: { readonly depth: number; readonly term: string }[] = [];
    let group: string | undefined;
    entries.forEach((entry, index) => {
      const { terms, depth, unusable, line } = entry;
      // A macro that nobody has defined, or that comes to be too long.
      if (/[<>]/.test(terms[0])) {
        this.report('brat-line', line, terms[0]);
        return;
      }
      while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
      if (above.length === 0) {
        const isHead = (entries[index + 1]?.depth ?? 0) > depth;
        group = isHead ? this.newGroup(terms[0], line) : undefined;
      }
      above.push({ depth, term: terms[0] });
      if (unusable) return;
      const id = this.newId(terms[0], this.labels, [reviewedLabelId], line);
      for (const { term } of above) ids.set(term, [...(ids.get(term) ?? []), id]);
      const also = terms.slice(1).join('、');
      const suggestion = guessedSuggestion([...terms, this.nameOf(terms[0]).en]);
      this.labels.set(id, {
        id,
        name: this.nameOf(terms[0]),
        colour: this.look.colours.get(terms[0]) ?? spareColours[this.labels.size % spareColours.length]!,
        description: { zh: also, en: also },
        ...(group !== undefined && { group }),
        ...(suggestion !== undefined && { suggestion }),
      });
    });
  }

  private newGroup(term: string, line: number): string {
    const id = this.newId(term, this.groups, [], line);
    this.groups.set(id, { id, name: this.nameOf(term) });
    return id;
  }

  /** The ids of the labels that types stand for; none where they are all of them, as a scheme says it. */
  private typesOf(types: readonly string[], line: number): string[] {
    const all = [...this.labels.keys()];
    const found = types.flatMap((type) => {
      if (type === '<ANY>') return all;
      if (type === '<ENTITY>') return [...this.entityIds.values()].flat();
      if (type === '<EVENT>') return [...this.eventIds.values()].flat();
      const ids = this.entityIds.get(type) ?? this.eventIds.get(type);
      if (!ids) this.report('brat-type', line, type);
      return ids ?? [];
    });
    const wanted = new Set(found);
    const ids = all.filter((id) => wanted.has(id));
    // That of no type at all would be for every label: the name is kept, though no label bears it.
    if (ids.length === 0) return types.map(storageForm);
    return ids.length === all.length ? [] : ids;
  }

  /** One relation may stand on several lines, with other ends on each: then it leads from all of them to all. */
  private relate(name: string, from: readonly string[], to: readonly string[], line: number): void {
    const known = this.relationDefinitions.get(this.relationIds.get(name) ?? '');
    const both = (a: readonly string[], b: readonly string[]) =>
      a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])];
    if (known) {
      const wider = { ...known, from: both(known.from, from), to: both(known.to, to) };
      this.relationDefinitions.set(known.id, wider);
      return;
    }
    const id = this.newId(name, this.relationDefinitions, [], line);
    this.relationIds.set(name, id);
    const description = { zh: '', en: '' };
    this.relationDefinitions.set(id, { id, name: this.nameOf(name), description, from, to });
  }

  private nameOf(term: string): BilingualText {
    const name = this.look.names.get(term) ?? (term.replaceAll('_', ' ').trim() || term);
    return { zh: name, en: name };
  }

  /** The term as an id that nothing else has; says so where it had to be another. */
  private newId(
    term: string,
    taken: ReadonlyMap<string, unknown>,
    reserved: readonly string[],
    line: number,
  ): string {
    const form = storageForm(term);
    let id = form;
    while (taken.has(id) || reserved.includes(id)) {
      const n = (this.copies.get(form) ?? 1) + 1;
      this.copies.set(form, n);
      id = `${form}-${n}`;
    }
    if (id !== term) this.report('brat-id', line, term, id);
    return id;
  }
}

/** As brat stores a type: in ASCII letters, digits, `_` and `-`. A name of other characters alone would be lines only. */
function storageForm(term: string): string {
  const form = term.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 56);
  return /[A-Za-z0-9]/.test(form) ? form : 'type';
}
