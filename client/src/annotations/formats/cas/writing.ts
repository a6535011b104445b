import type { JsonObject, JsonValue } from '../../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import type { Annotation } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import { spansWithWords } from '../features.ts';
import { unknownOfWords, writeUnknownParts } from '../unknown-parts.ts';
import { attributeValue, featureOfAttribute } from './features.ts';

/** The tags of a document as annotations of UIMA. */
export interface CasLayers {
  /** In order of place. */
  readonly spans: readonly SpanAnnotation[];
  readonly relations: readonly RelationAnnotation[];
  /** The features of each tag of the whole document. */
  readonly documents: readonly Features[];
}

export interface SpanAnnotation extends TextRange {
  readonly features: Features;
}

export interface RelationAnnotation {
  readonly label: string;
  readonly from: SpanAnnotation;
  readonly to: SpanAnnotation;
}

/** Names and values, in the order of the type; none is there twice. */
export type Features = readonly (readonly [name: string, value: string])[];

/** What the feature `jiaozhu` keeps: what the others cannot tell. */
export interface Remainder {
  /** Attributes that are read as something else from their own features. */
  readonly typed?: JsonObject;
  /** Links that no relation stands for, since one of their ends is no annotation with a place: type and target. */
  readonly links?: readonly JsonValue[];
  /** What other programs said of the tag. */
  readonly unknown?: JsonObject;
}

/**
 * The tags of a document, without those whose words are gone. The first fragment of a tag has all its features, the
 * others its label and its id.
 */
export function layersOf(tags: readonly Annotation[], scheme: LabelScheme): CasLayers {
  const placed = new Map<string, readonly TextRange[]>();
  for (const tag of tags) {
    if (tag.state === 'anchored' && tag.scope !== 'document') placed.set(tag.id, spansWithWords(tag));
  }
  const first = new Map<string, SpanAnnotation>();
  const spans: SpanAnnotation[] = [];
  const documents: Features[] = [];
  for (const tag of tags) {
    if (tag.state === 'orphan') continue;
    const features = featuresOf(tag, scheme, (id) => placed.has(id));
    if (tag.scope === 'document') {
      documents.push(features);
      continue;
    }
    placed.get(tag.id)!.forEach(({ start, end }, i) => {
      const span = { start, end, features: i === 0 ? features : fragmentFeatures(tag) };
      if (i === 0) first.set(tag.id, span);
      spans.push(span);
    });
  }
  const relations = tags.flatMap((tag) => {
    const from = first.get(tag.id);
    return tag.relations.flatMap(({ type, target }) => {
      const to = first.get(target);
      return from && to ? [{ label: type, from, to }] : [];
    });
  });
  return { spans: spans.sort((a, b) => a.start - b.start || b.end - a.end), relations, documents };
}

function fragmentFeatures(tag: Annotation): Features {
  return [
    ['label', tag.label],
    ['tagId', tag.id],
  ];
}

function featuresOf(tag: Annotation, scheme: LabelScheme, isPlaced: (id: string) => boolean): Features {
  const attributes = Object.entries(tag.attributes);
  const order = new Map(scheme.attributes.map(({ id }, i) => [id, i]));
  const place = (id: string) => order.get(id) ?? order.size;
  attributes.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const remainder = remainderOf(tag, scheme, isPlaced);
  const said: (readonly [string, string])[] = [
    ['label', tag.label],
    ...attributes.map(([id, value]) => [featureOfAttribute(id), String(value)] as const),
    ['chain', tag.chain ?? ''],
    ['note', tag.note],
    ['review', tag.review === 'accepted' ? '' : tag.review],
    ['scope', tag.scope === 'section' ? 'section' : ''],
    ['creator', tag.creator],
    ['created', tag.created],
    ['modified', tag.modified],
    ['tagId', tag.id],
    ['jiaozhu', Object.keys(remainder).length === 0 ? '' : JSON.stringify(remainder)],
  ];
  return said.filter(([, value]) => value !== '');
}

function remainderOf(tag: Annotation, scheme: LabelScheme, isPlaced: (id: string) => boolean): Remainder {
  // An empty text is as good as no feature to most tools.
  const typed = Object.entries(tag.attributes).filter(
    ([id, value]) => value === '' || attributeValue(scheme, id, String(value)) !== value,
  );
  const links = tag.relations.filter(({ target }) => !isPlaced(tag.id) || !isPlaced(target));
  return {
    ...(typed.length > 0 && { typed: Object.fromEntries(typed) }),
    ...(links.length > 0 && { links: links.map(({ type, target }) => [type, target]) }),
    ...writeUnknownParts(unknownOfWords(tag)),
  };
}
