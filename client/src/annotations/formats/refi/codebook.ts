import { spareColours } from '../../label-file-parts.ts';
import { type BilingualText, type Label, type LabelGroup, type LabelScheme, labelOf } from '../../labels.ts';
import { labelColour } from '../brat/colour.ts';
import { childrenOf, textOf, type XmlElement } from '../xml/tree.ts';
import { xmlAttributes, xmlText } from '../xml/xml.ts';
import { guidOf, normalGuid } from './guid.ts';
import { readMarks, writeMarks } from './marks.ts';

/** A code as the codebook has it; codes may lie within codes. */
export interface WrittenCode {
  readonly guid: string;
  readonly name: string;
  readonly isCodable: boolean;
  readonly colour?: string;
  readonly description: string;
  readonly codes: readonly WrittenCode[];
}

/** What the GUID of a label's code is of. */
export function labelWords(id: string): readonly string[] {
  return ['label', id];
}

/**
 * The labels as codes: those of a group within a code of its name, which nothing is coded with.
 * @param unknown ids of labels that the scheme does not know
 */
export function labelCodes(
  scheme: LabelScheme,
  language: 'en' | 'zh',
  unknown: Iterable<string>,
): readonly WrittenCode[] {
  const code = (id: string) => labelCode(labelOf(scheme, id), language);
  const grouped = scheme.groups.flatMap((group): WrittenCode[] => {
    const codes = scheme.labels.filter((label) => label.group === group.id).map(({ id }) => code(id));
    if (codes.length === 0) return [];
    const description = writeMarks([['group', group.id], ...names(group.name)]);
    const name = group.name[language] || group.id;
    return [{ guid: guidOf('group', group.id), name, isCodable: false, description, codes: apart(codes) }];
  });
  const known = new Set(scheme.groups.map(({ id }) => id));
  const alone = scheme.labels.filter(({ group }) => group === undefined || !known.has(group));
  return apart([...grouped, ...alone.map(({ id }) => code(id)), ...Array.from(unknown, code)]);
}

function labelCode(label: Label & { readonly known: boolean }, language: 'en' | 'zh'): WrittenCode {
  const { id, name, colour, description, guideline, known } = label;
  const marks: (readonly [string, string | undefined])[] = [['id', id]];
  if (known) {
    marks.push(...names(name), ['said-zh', description.zh], ['said-en', description.en]);
    marks.push(['guideline-zh', guideline?.zh], ['guideline-en', guideline?.en]);
  }
  return {
    guid: guidOf(...labelWords(id)),
    name: name[language] || id,
    isCodable: true,
    ...(known && { colour: colour.light }),
    description: writeMarks(marks),
    codes: [],
  };
}

function names({ zh, en }: BilingualText): (readonly [string, string])[] {
  return [
    ['zh', zh],
    ['en', en],
  ];
}

/** Codes beside each other have different names: some tools take those of one name for one code. */
function apart(codes: readonly WrittenCode[]): readonly WrittenCode[] {
  const taken = new Set<string>();
  return codes.map((code) => {
    let { name } = code;
    for (let n = 2; taken.has(name); n += 1) name = `${code.name} (${n})`;
    taken.add(name);
    return { ...code, name };
  });
}

/** `<Codes>`; empty where there are none, since it must not be empty (Project.xsd, CodesType). */
export function codesXml(codes: readonly WrittenCode[]): string {
  return codes.length === 0 ? '' : `<Codes>\n${codes.map(codeXml).join('')}</Codes>\n`;
}

function codeXml({ guid, name, isCodable, colour, description, codes }: WrittenCode): string {
  const attributes = xmlAttributes({ guid, name, isCodable: String(isCodable), color: colour });
  const said = description === '' ? '' : `<Description>${xmlText(description)}</Description>`;
  return `<Code${attributes}>${said}${codes.map(codeXml).join('')}</Code>\n`;
}

/** A code as a file has it, with those that it lies in, the outermost first. */
export interface ReadCode {
  readonly guid: string;
  readonly name: string;
  readonly colour: string;
  readonly description: string;
  readonly isCodable: boolean;
  readonly within: readonly ReadCode[];
  readonly hasCodes: boolean;
}

/** All codes of `<Codes>`, in order. One without a name is called by its GUID. */
export function readCodes(codes: XmlElement): readonly ReadCode[] {
  const read: ReadCode[] = [];
  const go = (element: XmlElement, within: readonly ReadCode[]) => {
    for (const child of childrenOf(element, 'Code')) {
      const guid = normalGuid(child.attributes.get('guid') ?? '');
      const name = child.attributes.get('name') ?? '';
      const code: ReadCode = {
        guid,
        name: name === '' ? guid || 'code' : name,
        colour: child.attributes.get('color') ?? '',
        description: textOf(child, 'Description') ?? '',
        isCodable: !/^(false|0)$/.test(child.attributes.get('isCodable') ?? ''),
        within,
        hasCodes: childrenOf(child, 'Code').length > 0,
      };
      read.push(code);
      go(child, [...within, code]);
    }
  };
  go(codes, []);
  return read;
}

/**
 * The codes as labels. Codes of ours say which label they are; of others the outermost is the group of those within
 * it, and a label itself where something may be coded with it.
 */
export function schemeOfCodes(codes: readonly ReadCode[]): LabelScheme {
  const groups = new Map<string, LabelGroup>();
  const labels = new Map<string, Label>();
  const groupIds = new Map<ReadCode, string>();
  const ids = { groups: new FreshIds(), labels: new FreshIds() };
  for (const code of codes) {
    if (isValue(code)) continue;
    const { marks, isOurs } = readMarks(code.description, 'group');
    if (isOurs || (code.hasCodes && code.within.length === 0)) {
      const id = ids.groups.of(marks.get('group') ?? code.name, 'group');
      groups.set(id, { id, name: { zh: marks.get('zh') ?? code.name, en: marks.get('en') ?? code.name } });
      groupIds.set(code, id);
    }
    if (isOurs || !code.isCodable) continue;
    const label = labelOfCode(code, ids.labels, labels.size);
    const group = groupIds.get(code.within[0] ?? code);
    labels.set(label.id, { ...label, ...(group !== undefined && { group }) });
  }
  return { labels: [...labels.values()], groups: [...groups.values()], attributes: [], relations: [] };
}

/** Whether it stands for the value of an attribute and the like, or holds such. */
function isValue({ description }: ReadCode): boolean {
  return readMarks(description, 'value').isOurs || readMarks(description, 'attribute').isOurs;
}

function labelOfCode(code: ReadCode, ids: FreshIds, index: number): Label {
  const { marks, isOurs, rest } = readMarks(code.description, 'id');
  const said = (name: string) => marks.get(name) ?? '';
  const guideline = { zh: said('guideline-zh'), en: said('guideline-en') };
  return {
    id: ids.of(marks.get('id') ?? code.name, 'label'),
    name: { zh: marks.get('zh') ?? code.name, en: marks.get('en') ?? code.name },
    colour: labelColour(code.colour) ?? spareColours[index % spareColours.length]!,
    description: isOurs ? { zh: said('said-zh'), en: said('said-en') } : { zh: rest, en: rest },
    ...((guideline.zh !== '' || guideline.en !== '') && { guideline }),
  };
}

/** Ids as labels have them: ASCII, and none twice. */
class FreshIds {
  readonly #taken = new Set<string>();
  /** The number that comes next behind an id that is taken. */
  readonly #next = new Map<string, number>();

  of(wanted: string, fallback: string): string {
    const base = idLike(wanted, fallback);
    let id = base;
    let number = this.#next.get(base) ?? 2;
    for (; this.#taken.has(id); number += 1) id = `${base}-${number}`;
    this.#next.set(base, number);
    this.#taken.add(id);
    return id;
  }
}

function idLike(wanted: string, fallback: string): string {
  const isFit = (id: string) => /^[A-Za-z0-9_-]+$/.test(id) && !Object.hasOwn(Object.prototype, id);
  if (isFit(wanted)) return wanted;
  const plain = wanted
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return isFit(plain) ? plain : fallback;
}
