import { type CasReference, type CasStructure, type CasValue, relationEnds } from '../cas/cas.ts';
import type { FormatProblem } from '../format-problem.ts';
import type { TsvColumn, TsvLayer } from './columns.ts';
import { splitUnescaped, unescaped, withoutNumbers } from './escapes.ts';

/** A row of the file beside its cells: a token, or a part of one. */
export interface TsvRow {
  /** Sentence and token, and the number of the part: `1-2.1`. */
  readonly id: string;
  /** UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly line: number;
}

/** An annotation while its rows are read. */
interface Growing extends CasStructure {
  readonly features: Map<string, CasValue>;
  /** The words of its rows. */
  readonly words: string[];
}

/** What a cell refers to, which may stand further below. */
interface Target {
  readonly type: string;
  /** The id of a row. */
  readonly unit: string;
  /** The number in brackets; 0 or none: the only one of its type there. */
  readonly number: number | undefined;
  readonly line: number;
}

/** The links of one feature of an annotation, in two columns. */
interface Slot {
  readonly of: Growing;
  readonly name: string;
  roles: readonly string[];
  targets: readonly Target[];
}

/** What a column of the file is for. */
interface Place extends Pick<TsvLayer, 'kind' | 'type'> {
  readonly column: TsvColumn;
  /** Of a chain layer, the column with the types of its links. */
  readonly typeIndex: number;
}

/** Puts the annotations of a file together from its rows. */
export class TsvAnnotations {
  readonly #places: readonly Place[];
  readonly #problems: FormatProblem[];
  readonly #structures: Growing[] = [];
  /** By row and type: those that stand there, one upon the other. */
  readonly #stacks = new Map<string, Growing[]>();
  /** By type and number in brackets; and by the number alone, for what may be of any type. */
  readonly #numbered = new Map<string, Growing>();
  /** By type and number: a chain's links by their numbers. */
  readonly #chains = new Map<string, { readonly type: string; readonly links: Map<number, Growing> }>();
  readonly #slots = new Map<string, Slot>();
  readonly #relations = new Map<Growing, { readonly from: Target; readonly to: Target }>();

  constructor(layers: readonly TsvLayer[], problems: FormatProblem[]) {
    this.#places = layers.flatMap(({ kind, type, columns }) => {
      const typeIndex = columns.find(({ name }) => name === 'referenceType')?.index ?? -1;
      return columns.map((column) => ({ kind, type, column, typeIndex }));
    });
    this.#problems = problems;
  }

  addRow(row: TsvRow, cells: readonly string[]): void {
    for (const [index, cell] of cells.entries()) {
      const place = this.#places[index];
      if (!place || cell === '_' || cell === '') continue;
      const { kind, type, column, typeIndex } = place;
      if (kind !== 'chain') this.#addCell(type, column, row, cell);
      else if (column.name === 'referenceRelation') this.#addLinks(type, row, cell, cells[typeIndex] ?? '_');
    }
  }

  /** All annotations, and of each the words that its rows have. */
  finish(): { readonly structures: readonly CasStructure[]; readonly quotes: ReadonlyMap<number, string> } {
    for (const { type, links } of this.#chains.values()) this.#finishChain(type, links);
    for (const slot of this.#slots.values()) this.#finishSlot(slot);
    const loose = new Set<Growing>();
    for (const [relation, ends] of this.#relations) {
      const [from, to] = [this.#found(ends.from), this.#found(ends.to)];
      if (from && to) {
        relation.features.set(relationEnds.from, from);
        relation.features.set(relationEnds.to, to);
      } else loose.add(relation);
    }
    const structures = this.#structures.filter((each) => !loose.has(each));
    const quotes = structures.map(({ id, words }) => [id, words.join('')] as const);
    return { structures, quotes: new Map(quotes.filter(([, words]) => words !== '')) };
  }

  #addCell(type: string, column: TsvColumn, row: TsvRow, cell: string): void {
    splitUnescaped(cell, '|').forEach((stacked, index) => {
      const target = (unit: string, number: number | undefined): Target => ({
        type: column.type,
        unit,
        number,
        line: row.line,
      });
      if (column.kind === 'target') {
        const slot = this.#slot(this.#annotation(type, row, index, undefined), column.name);
        slot.targets = splitUnescaped(stacked, ';').map((each) => {
          const { value, first } = withoutNumbers(each);
          return target(value, first);
        });
        return;
      }
      const { value, first, second } = withoutNumbers(stacked);
      if (column.kind === 'source') {
        const relation = this.#annotation(type, row, index, undefined);
        this.#relations.set(relation, { from: target(value, first), to: target(row.id, second) });
        return;
      }
      const annotation = this.#annotation(type, row, index, first);
      if (column.kind === 'role') {
        this.#slot(annotation, column.name).roles = value === '_' ? [] : splitUnescaped(value, ';');
      } else if (column.kind === 'value' && value !== '*') {
        annotation.features.set(column.name, unescaped(value));
      }
    });
  }

  /** The annotation in this place of a stack; else one that began in an earlier row, by its number; else a new one. */
  #annotation(type: string, row: TsvRow, index: number, number: number | undefined): Growing {
    const key = `${row.id} ${type}`;
    const stack = this.#stacks.get(key) ?? [];
    this.#stacks.set(key, stack);
    const here = stack[index];
    if (here) return here;
    const before = number === undefined ? undefined : this.#numbered.get(`${type} ${number}`);
    const annotation = before ?? this.#structure(type, row.line);
    extend(annotation, row);
    stack.push(annotation);
    if (number !== undefined && !before) {
      this.#numbered.set(`${type} ${number}`, annotation);
      this.#numbered.set(`${number}`, annotation);
    }
    return annotation;
  }

  #structure(type: string, line: number): Growing {
    const id = this.#structures.length + 1;
    const structure = { id, type, features: new Map<string, CasValue>(), line, words: [] };
    this.#structures.push(structure);
    return structure;
  }

  #slot(of: Growing, name: string): Slot {
    const key = `${of.id} ${name}`;
    const slot = this.#slots.get(key) ?? { of, name, roles: [], targets: [] };
    this.#slots.set(key, slot);
    return slot;
  }

  #finishSlot({ of, name, roles, targets }: Slot): void {
    const links = roles.flatMap((role, i) => {
      const target = targets[i];
      if (!target || target.unit === '*' || target.unit === '_') return [];
      const found = this.#found(target);
      if (!found) return [];
      const link = this.#structure('', target.line);
      if (role !== '*') link.features.set('role', unescaped(role));
      link.features.set('target', found);
      return [{ to: link.id }];
    });
    if (links.length > 0) of.features.set(name, links);
  }

  #found({ type, unit, number, line }: Target): CasReference | undefined {
    const there = this.#stacks.get(`${unit} ${type}`) ?? [];
    const only = there.length === 1 ? there[0] : undefined;
    const found = number
      ? (this.#numbered.get(`${type} ${number}`) ?? this.#numbered.get(`${number}`))
      : only;
    if (!found) this.#problems.push({ code: 'no-target', values: [unit], line });
    return found && { to: found.id };
  }

  /** A link of a chain is known again by the numbers of the chain and of the link, which stand behind its relation. */
  #addLinks(type: string, row: TsvRow, relations: string, written: string): void {
    const types = splitUnescaped(written, '|');
    splitUnescaped(relations, '|').forEach((stacked, index) => {
      const [, relation = '', chain, number] = /^(.*)->(\d{1,9})-(\d{1,9})$/s.exec(stacked) ?? [];
      if (chain === undefined) {
        this.#problems.push({ code: 'left-out', values: [stacked], line: row.line });
        return;
      }
      const { links } = this.#chains.get(`${type} ${chain}`) ?? { links: new Map<number, Growing>() };
      this.#chains.set(`${type} ${chain}`, { type, links });
      const link = links.get(Number(number)) ?? this.#structure(type, row.line);
      links.set(Number(number), link);
      extend(link, row);
      const { value } = withoutNumbers(types[index] ?? '*');
      if (value !== '*' && value !== '_') link.features.set('referenceType', unescaped(value));
      if (relation !== '*') link.features.set('referenceRelation', unescaped(relation));
    });
  }

  #finishChain(type: string, links: ReadonlyMap<number, Growing>): void {
    const inOrder = [...links].sort(([a], [b]) => a - b).map(([, link]) => link);
    for (const [i, link] of inOrder.entries()) {
      const next = inOrder[i + 1];
      if (next) link.features.set('next', { to: next.id });
    }
    const chain = this.#structure(type.replace(/(?:Link)?$/, 'Chain'), 0);
    chain.features.set('first', { to: inOrder[0]!.id });
  }
}

/** An annotation of several rows lies from the first to the last. */
function extend({ features, words }: Growing, { start, end, words: here }: TsvRow): void {
  const [first, last] = [features.get('begin'), features.get('end')];
  features.set('begin', typeof first === 'number' ? Math.min(first, start) : start);
  features.set('end', typeof last === 'number' ? Math.max(last, end) : end);
  words.push(here);
}
