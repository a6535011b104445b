import type { FactsReference } from '../../../../../server/src/protocol.ts';
import { type Annotation, type AttributeValue, quotedWords } from '../../annotation.ts';
import { guidIn } from '../refi/guid.ts';
import { xmlAttributes, xmlText } from '../xml/xml.ts';
import { type TeiIds, teiName, teiWord } from './names.ts';
import type { TeiPlace } from './text.ts';

/** What tags refer to. */
export interface TeiTargets {
  readonly labels: TeiIds;
  readonly people: TeiIds;
  readonly tags: TeiIds;
  /** Where a span is. */
  placesOf(tag: Annotation): readonly TeiPlace[];
}

/**
 * The tags, apart from the text, since they overlap and cross its structure (TEI P5, 16.10). Each span points into the
 * elements that hold text: `string-range(ID,OFFSET,LENGTH)`, code points from 0, of all the text that is in the element
 * (TEI P5, 16.2.4).
 */
export function tagsXml(tags: readonly Annotation[], targets: TeiTargets): string {
  const byLabel = new Map<string, Annotation[]>();
  for (const tag of tags) {
    const same = byLabel.get(tag.label);
    if (same) same.push(tag);
    else byLabel.set(tag.label, [tag]);
  }
  const groups = Array.from(byLabel, ([label, same]) => {
    const attributes = xmlAttributes({ type: teiWord(label), ana: `#${targets.labels.of(label)}` });
    return `<spanGrp${attributes}>\n${same.map((tag) => spanXml(tag, targets)).join('')}</spanGrp>\n`;
  });
  const said = tags.map((tag) => featuresXml(tag, targets));
  return [
    ...groups,
    ...said,
    notesXml(tags, targets),
    relationsXml(tags, targets),
    chainsXml(tags, targets),
  ].join('');
}

function spanXml(tag: Annotation, targets: TeiTargets): string {
  const places = targets.placesOf(tag);
  const id = targets.tags.of(tag.id);
  const attributes = xmlAttributes({
    'xml:id': id,
    n: guidIn(tag.id) === undefined ? tag.id : undefined,
    resp: tag.creator === '' ? undefined : `#${targets.people.of(tag.creator)}`,
    ana: hasFeatures(tag) ? `#${id}-fs` : undefined,
    target: tag.scope === 'document' ? '#text' : pointers(places),
  });
  return `<span${attributes}>${xmlText(quotedWords(tag))}</span>\n`;
}

function pointers(places: readonly TeiPlace[]): string {
  if (places.length === 0) return '#text';
  return places.map(({ id, offset, length }) => `#string-range(${id},${offset},${length})`).join(' ');
}

/** What is said of a tag beside its label and its note. */
function facts(tag: Annotation): readonly (readonly [string, AttributeValue])[] {
  return [
    ...(tag.scope === 'words' ? [] : [['scope', tag.scope] as const]),
    ...(tag.review === 'accepted' ? [] : [['review', tag.review] as const]),
    ...(tag.chain === undefined ? [] : [['chain', tag.chain] as const]),
    ...(tag.created === '' ? [] : [['created', tag.created] as const]),
    ...(tag.modified === '' ? [] : [['modified', tag.modified] as const]),
  ];
}

function hasFeatures(tag: Annotation): boolean {
  return facts(tag).length > 0 || Object.keys(tag.attributes).length > 0;
}

function featuresXml(tag: Annotation, { tags }: TeiTargets): string {
  if (!hasFeatures(tag)) return '';
  const attributes = Object.entries(tag.attributes).map(([name, value]) => featureXml(name, value));
  const inner =
    attributes.length === 0
      ? ''
      : `<f name="attributes"><fs type="attributes">${attributes.join('')}</fs></f>`;
  const own = facts(tag).map(([name, value]) => featureXml(name, value));
  return `<fs xml:id="${tags.of(tag.id)}-fs" type="tag">${own.join('')}${inner}</fs>\n`;
}

function featureXml(id: string, value: AttributeValue): string {
  const name = teiName(id);
  return `<f${xmlAttributes({ name, n: name === id ? undefined : id })}>${valueXml(value)}</f>`;
}

function valueXml(value: AttributeValue): string {
  if (typeof value === 'boolean') return `<binary value="${value}"/>`;
  return typeof value === 'number' ? `<numeric value="${value}"/>` : `<string>${xmlText(value)}</string>`;
}

function notesXml(tags: readonly Annotation[], { tags: ids, people }: TeiTargets): string {
  const notes = tags
    .filter(({ note }) => note !== '')
    .map(({ id, note, creator }) => {
      const resp = creator === '' ? undefined : `#${people.of(creator)}`;
      return `<note${xmlAttributes({ target: `#${ids.of(id)}`, resp })}>${xmlText(note)}</note>\n`;
    });
  return notes.length === 0 ? '' : `<listAnnotation>\n${notes.join('')}</listAnnotation>\n`;
}

function relationsXml(tags: readonly Annotation[], { tags: ids }: TeiTargets): string {
  const known = new Set(tags.map(({ id }) => id));
  const relations = tags.flatMap(({ id, relations }) =>
    relations
      .filter(({ target }) => known.has(target))
      .map(({ type, target }) => {
        const name = teiWord(type);
        const n = name === type ? undefined : type;
        return `<relation${xmlAttributes({ name, n, active: `#${ids.of(id)}`, passive: `#${ids.of(target)}` })}/>\n`;
      }),
  );
  return relations.length === 0 ? '' : `<listRelation>\n${relations.join('')}</listRelation>\n`;
}

/** Tags that mean one thing, where there are several. */
function chainsXml(tags: readonly Annotation[], { tags: ids }: TeiTargets): string {
  const chains = new Map<string, string[]>();
  for (const { id, chain } of tags) {
    if (chain === undefined) continue;
    const targets = chains.get(chain) ?? [];
    targets.push(`#${ids.of(id)}`);
    chains.set(chain, targets);
  }
  const links = Array.from(chains)
    .filter(([, targets]) => targets.length > 1)
    .map(([chain, targets]) => `<link${xmlAttributes({ n: chain, target: targets.join(' ') })}/>\n`);
  return links.length === 0 ? '' : `<linkGrp type="coreference">\n${links.join('')}</linkGrp>\n`;
}

/** The instruments that the text refers to, with what it says of them. */
export function instrumentsXml(references: readonly FactsReference[], ids: TeiIds): string {
  const items = Array.from(ids.names, ([identity, id]) => {
    const named = references.filter((each) => each.identity === identity);
    const best = named.find(({ form }) => form === 'full') ?? named[0];
    const title = best?.text ?? identity;
    const date = named.find((each) => each.date !== undefined)?.date;
    const registered = named.some(({ instrument }) => instrument === identity) || !identity.startsWith('《');
    const idno = registered ? `<idno type="jiaozhu">${xmlText(identity)}</idno>` : '';
    const when = date === undefined ? '' : `<date${xmlAttributes({ when: date })}/>`;
    return `<bibl xml:id="${id}"><title>${xmlText(title)}</title>${when}${idno}</bibl>\n`;
  });
  return items.length === 0 ? '' : `<listBibl type="instruments">\n${items.join('')}</listBibl>\n`;
}
