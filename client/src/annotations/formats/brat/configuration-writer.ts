import type { AttributeValue } from '../../annotation.ts';
import type { AttributeDefinition, BilingualText, LabelScheme } from '../../labels.ts';
import type { OutputPiece, WritingContext } from '../format.ts';
import { equivalence, typeName } from './names.ts';
import { canBeListed } from './text.ts';

/** How many values of an attribute without a definition are listed: more of them are no choices. */
const mostValues = 200;

/**
 * Whether brat can have an attribute: a flag that is set, or a choice, which it knows from its configuration alone. One
 * that the scheme does not know is taken for what its value looks like.
 */
export function isListed(name: string, value: AttributeValue, scheme: LabelScheme): boolean {
  const kind = scheme.attributes.find(({ id }) => id === name)?.kind;
  if (value === true) return kind === undefined || kind === 'flag';
  if (typeof value !== 'string' || !canBeListed(value)) return false;
  return kind === undefined || kind === 'choice';
}

/** What the documents have used, which the configuration must have. */
export class BratSeen {
  readonly scheme: LabelScheme;
  private readonly labels = new Set<string>();
  private readonly relations = new Set<string>();
  /** Attributes with their choices; none is a flag. */
  private readonly attributes = new Map<string, Set<string>>();

  constructor(scheme: LabelScheme) {
    this.scheme = scheme;
    for (const { id } of scheme.labels) this.labels.add(id);
    for (const { id } of scheme.relations) this.relations.add(id);
    for (const { id, kind, choices } of scheme.attributes) {
      if (kind === 'flag') this.attributes.set(id, new Set());
      if (kind !== 'choice') continue;
      this.attributes.set(id, new Set(choices.map((choice) => choice.id).filter(canBeListed)));
    }
  }

  /** The type of a label. */
  label(id: string): string {
    this.labels.add(id);
    return typeName(id);
  }

  relation(id: string): string {
    this.relations.add(id);
    return typeName(id);
  }

  attribute(id: string, value: AttributeValue): string {
    const choices = this.attributes.get(id) ?? new Set();
    this.attributes.set(id, choices);
    if (typeof value === 'string' && choices.size < mostValues) choices.add(value);
    return typeName(id);
  }

  /** annotation.conf, visual.conf and kb_shortcuts.conf, for all collections below them. */
  *configuration(language: WritingContext['language']): Iterable<OutputPiece> {
    yield { file: 'annotation.conf', content: this.annotationConf() };
    yield { file: 'visual.conf', content: this.visualConf(language) };
    const keys = this.scheme.labels.flatMap(({ id, key }) =>
      key === undefined ? [] : `${key}\t${typeName(id)}\n`,
    );
    if (keys.length > 0) yield { file: 'kb_shortcuts.conf', content: keys.join('') };
  }

  private annotationConf(): string {
    const types = (ids: readonly string[]) => (ids.length === 0 ? '<ENTITY>' : ids.map(typeName).join('|'));
    const relations = [...this.relations].map((id) => {
      const { from = [], to = [] } = this.scheme.relations.find((each) => each.id === id) ?? {};
      return `${typeName(id)}\tArg1:${types(from)}, Arg2:${types(to)}`;
    });
    const attributes = [...this.attributes].map(([id, choices]) => {
      const { labels = [] } = this.definition(id) ?? {};
      const values = choices.size === 0 ? '' : `, Value:${[...choices].join('|')}`;
      return `${typeName(id)}\tArg:${types(labels)}${values}`;
    });
    return [
      '[entities]',
      ...this.entities(),
      '',
      '[relations]',
      ...relations,
      `${equivalence}\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive`,
      // Tags may lie in, on and across one another; brat would call this an error.
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      '',
      '[events]',
      '',
      '[attributes]',
      ...attributes,
      '',
    ].join('\n');
  }

  /** The labels, those of a group below its name, which tags nothing itself. */
  private entities(): readonly string[] {
    const { labels, groups } = this.scheme;
    const known = new Set(labels.map(({ id }) => id));
    const inGroups = groups.flatMap((group) => {
      const members = labels.filter((label) => label.group === group.id);
      // A type stands once among the types: a group of its label's name is left out.
      if (members.length === 0 || known.has(group.id)) return members.map(({ id }) => typeName(id));
      return [`!${typeName(group.id)}`, ...members.map(({ id }) => `\t${typeName(id)}`)];
    });
    const groupIds = new Set(groups.map(({ id }) => id));
    const others = [...this.labels].filter((id) => {
      const group = labels.find((label) => label.id === id)?.group;
      return group === undefined || !groupIds.has(group);
    });
    return [...inGroups, ...others.map(typeName)];
  }

  private visualConf(language: WritingContext['language']): string {
    const { labels, groups, relations } = this.scheme;
    const names = new Map<string, string>();
    const name = (id: string, said: BilingualText | undefined) => {
      const type = typeName(id);
      const words = visualName(said?.[language] ?? id);
      // What brat would show in any case needs no line, and no name may be told twice.
      if (words !== '' && words !== type && !names.has(type)) names.set(type, words);
    };
    for (const id of this.labels) name(id, labels.find((label) => label.id === id)?.name);
    for (const group of groups) name(group.id, group.name);
    for (const id of this.relations) name(id, relations.find((relation) => relation.id === id)?.name);
    for (const id of this.attributes.keys()) name(id, this.definition(id)?.name);
    const colours = labels.map(({ id, colour }) => `${typeName(id)}\tbgColor:${ground(colour.dark)}`);
    return [
      '[labels]',
      ...[...names].map(([type, words]) => `${type} | ${words}`),
      '',
      '[drawing]',
      'SPAN_DEFAULT\tfgColor:black, bgColor:#e0e0e0, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      `${equivalence}\tdashArray:3-3, arrowHead:none`,
      ...colours,
      '',
    ].join('\n');
  }

  private definition(id: string): AttributeDefinition | undefined {
    return this.scheme.attributes.find((each) => each.id === id);
  }
}

/** A name as a line of `[labels]` can hold it: bars part names there, a tab and `!` have meanings. */
function visualName(name: string): string {
  const words = name
    .replace(/[|\s]+/g, ' ')
    .trim()
    .replace(/^[!#]+/, '');
  return Array.from(words).slice(0, 60).join('');
}

/** A colour as a ground for black letters: the label's own on dark, mixed with white by half. */
function ground(colour: string): string {
  return colour.replace(/[0-9a-f]{2}/gi, (channel) =>
    Math.round((Number.parseInt(channel, 16) + 255) / 2)
      .toString(16)
      .padStart(2, '0'),
  );
}
