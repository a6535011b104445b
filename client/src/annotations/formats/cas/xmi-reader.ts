import type { FormatReader, ReadingContext } from '../format.ts';
import { formatNames } from '../format-names.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { decodedText, wholeText } from '../input-file.ts';
import { xmlEvents } from '../xml/xml.ts';
import {
  type Cas,
  type CasStructure,
  type CasType,
  type CasValue,
  initialView,
  isReference,
  otherTexts,
  relationEnds,
  typeNames,
} from './cas.ts';
import { readMetadata } from './metadata.ts';
import { documentOf } from './reading.ts';
import { readTypeSystem } from './type-system-reader.ts';
import { rangeOf } from './types.ts';

export const xmiReader: FormatReader = {
  reads: (name) => /\.xmi$/i.test(name),
  async *read(file, context) {
    const problems: FormatProblem[] = [];
    const elements = readElements(await wholeText(file));
    const types = await typesBeside(file.name, context, problems);
    const read = documentOf(
      casOf(elements, types, problems),
      file.name.replace(/\.xmi$/i, ''),
      context.scheme,
    );
    yield { ...read, problems: [...problems, ...read.problems] };
  },
};

/** An element of the file, which stands for a structure, before it is known what its values mean. */
interface XmiElement {
  readonly type: string;
  readonly line: number;
  /** By the names of features; `xmi:id` apart. */
  readonly values: Map<string, string | string[]>;
  readonly id: string | undefined;
}

const xmiUri = 'http://www.omg.org/XMI';

function readElements(source: string): readonly XmiElement[] {
  const elements: XmiElement[] = [];
  let depth = 0;
  let text = '';
  for (const event of xmlEvents(source)) {
    if (event.kind === 'text') {
      text += event.text;
      continue;
    }
    if (event.kind === 'end') {
      depth -= 1;
      // The values of a feature with several: an element for each.
      if (depth === 2) addValue(elements.at(-1)!, event.local, text);
      continue;
    }
    if (depth === 0 && (event.uri !== xmiUri || event.local !== 'XMI')) {
      throw notOfFormat(event.line, event.local);
    }
    if (depth === 1) {
      const values = new Map<string, string | string[]>();
      for (const [name, value] of event.attributes) if (!name.startsWith('{')) values.set(name, value);
      const id = event.attributes.get(`{${xmiUri}}id`);
      elements.push({ type: typeOf(event.uri, event.local), line: event.line, values, id });
    }
    depth += 1;
    text = '';
  }
  return elements;
}

function addValue({ values }: XmiElement, name: string, value: string): void {
  const before = values.get(name);
  if (Array.isArray(before)) before.push(value);
  else values.set(name, [value]);
}

function notOfFormat(line: number, what: string): FormatProblemError {
  return new FormatProblemError({ code: 'not-of-format', values: [formatNames['cas-xmi'], what], line });
}

/** `http:///a/b.ecore` and `Type` are `a.b.Type`. */
function typeOf(uri: string, local: string): string {
  const [, path] = /^http:\/\/\/(.*)\.ecore$/.exec(uri) ?? [];
  return path === undefined || path === 'uima/noNamespace' ? local : `${path.replaceAll('/', '.')}.${local}`;
}

/** The types of a type system in the file's folder or above it. */
async function typesBeside(
  name: string,
  { beside }: ReadingContext,
  problems: FormatProblem[],
): Promise<ReadonlyMap<string, CasType>> {
  const folders = name.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    for (const each of ['TypeSystem.xml', 'typesystem.xml']) {
      const file = [...folders.slice(0, depth), each].join('/');
      const bytes = await beside(file);
      if (!bytes) continue;
      try {
        return readTypeSystem(decodedText(bytes));
      } catch (error) {
        if (!(error instanceof FormatProblemError)) throw error;
        problems.push({ ...error.problem, file });
      }
    }
  }
  return new Map();
}

function casOf(
  elements: readonly XmiElement[],
  types: ReadonlyMap<string, CasType>,
  problems: FormatProblem[],
): Cas {
  const sofas = elements.filter(({ type }) => type === typeNames.sofa);
  const sofa =
    sofas.find(({ values }) => values.get('sofaID') === initialView) ??
    sofas.find(({ values }) => values.has('sofaString'));
  const text = sofa?.values.get('sofaString');
  if (!sofa || typeof text !== 'string') throw notOfFormat(0, 'cas:Sofa sofaString');
  problems.push(
    ...otherTexts(
      sofas.map((each) => ({ line: each.line, name: each.values.get('sofaID'), isRead: each === sofa })),
    ),
  );
  const view = elements.find(
    ({ type, values }) => type === 'uima.cas.View' && values.get('sofa') === sofa.id,
  );
  const members = view?.values.get('members');
  const isMember = typeof members === 'string' ? new Set(members.split(/\s+/)) : undefined;
  const slots = new Set(
    elements.flatMap(({ id, values }) => (id !== undefined && values.has('target') ? [id] : [])),
  );
  const structures = elements
    .filter((each) => {
      const on = each.values.get('sofa');
      if (each === sofa || each === view || each.type === 'uima.cas.NULL') return false;
      // Annotations that were removed may still be there, in no view.
      return on === undefined || (on === sofa.id && (!isMember || isMember.has(each.id ?? '')));
    })
    .map((each): CasStructure => {
      const features = [...each.values].map(
        ([name, value]) => [name, meaningOf(value, name, rangeOf(types, each.type, name), slots)] as const,
      );
      return { id: Number(each.id), type: each.type, features: new Map(features), line: each.line };
    });
  const metadata = structures.find(({ type }) => type === typeNames.metadata);
  return {
    text,
    ...readMetadata(metadata?.features ?? new Map()),
    types,
    structures: withArrays(structures),
  };
}

const references = new Set<string>(['sofa', 'first', 'next', 'target', ...Object.values(relationEnds)]);
const number = /^uima\.cas\.(?:Integer|Long|Short|Byte|Float|Double)$/;
const numbers = /^uima\.cas\.(?:Integer|Long|Short|Byte|Float|Double)(?:Array|List|\[\])$/;
const texts = /^uima\.cas\.(?:String|Boolean)(?:Array|List|\[\])$/;
const listed = /(?:^uima\.cas\.FS(?:Array|List)|\[\])$/;

/**
 * What a value means. XMI does not tell numbers from references: the type system does, and where there is none, the
 * names that every CAS has.
 * @param range the type of the feature, where it is known
 * @param slots ids of structures that have a target
 */
function meaningOf(
  value: string | string[],
  name: string,
  range: string | undefined,
  slots: ReadonlySet<string>,
): CasValue {
  if (typeof value !== 'string') return value;
  if (name === 'begin' || name === 'end') return /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  const words = value.trim() === '' ? [] : value.trim().split(/\s+/);
  const isInteger = words.length === 1 && /^\d+$/.test(words[0]!);
  if (range === undefined) {
    if (references.has(name) && isInteger) return { to: Number(value) };
    const isSlot = words.length > 0 && words.every((each) => slots.has(each));
    return isSlot ? words.map((each) => ({ to: Number(each) })) : value;
  }
  if (range === typeNames.string) return value;
  if (range === typeNames.boolean) return value === 'true' || value === '1';
  if (number.test(range)) return Number(value);
  if (numbers.test(range)) return words.map(Number);
  if (texts.test(range)) return words;
  if (listed.test(range)) return words.map((each) => ({ to: Number(each) }));
  return isInteger ? { to: Number(value) } : value;
}

/** Arrays that are structures of their own are put where they are referred to. */
function withArrays(structures: readonly CasStructure[]): readonly CasStructure[] {
  const arrays = new Map<number, CasValue>();
  for (const { id, type, features } of structures) {
    const elements = features.get('elements');
    if (type !== 'uima.cas.FSArray' || typeof elements !== 'string') continue;
    arrays.set(
      id,
      elements
        .trim()
        .split(/\s+/)
        .map((each) => ({ to: Number(each) })),
    );
  }
  // A list of one array is that array.
  const resolved = (value: CasValue): CasValue => {
    const only = Array.isArray(value) && value.length === 1 ? (value[0] as CasValue) : value;
    return (isReference(only) && arrays.get(only.to)) || value;
  };
  return structures.map((structure) => ({
    ...structure,
    features: new Map([...structure.features].map(([name, value]) => [name, resolved(value)])),
  }));
}
