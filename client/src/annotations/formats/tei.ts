import type { FactsNode } from '../../../../server/src/protocol.ts';
import type { Annotation } from '../annotation.ts';
import { withoutEnding } from '../exchange/document-names.ts';
import { allHeld, foreignLosses, type Holdings, lossesOf, spansWithWords } from './features.ts';
import type { Format, OutputPiece, WritingContext } from './format.ts';
import type { TaggedText, TextFacts } from './tagged-text.ts';
import { teiStructure } from './tei/blocks.ts';
import { headerXml } from './tei/header.ts';
import { TeiIds } from './tei/names.ts';
import { instrumentsXml, tagsXml } from './tei/standoff.ts';
import { type TeiReference, TeiTextWriter } from './tei/text.ts';
import { countForbiddenAround } from './xml/characters.ts';
import { countForbiddenInXml } from './xml/xml.ts';

const holdings: Holdings = { ...allHeld, orphans: 'no', unknown: 'no', foreign: 'no', characters: 'part' };

/**
 * An edition: structure, instruments cited, emendations, and the tags apart from the text. Written only. Source: TEI P5,
 * chapters 2 (header), 4 (structure), 3.5 (sic, corr), 12.3 (surplus), 16.10 (standOff), 18 (feature structures).
 */
export const tei: Format = {
  id: 'tei',
  unit: 'code-points',
  holdings,
  needsFacts: true,
  losses(document) {
    const losses = [...lossesOf(document.tags, holdings), ...foreignLosses(document)];
    const count = countForbiddenInXml(document.text) + countForbiddenAround(document);
    return count === 0 ? losses : [...losses, { feature: 'characters', count, tags: [], tagsLeftOut: false }];
  },
  write: (context) => ({
    document: (document) => write(document, context),
    end: () => [],
  }),
};

function* write(document: TaggedText, { scheme }: WritingContext): Iterable<OutputPiece> {
  const { text } = document;
  const facts = document.facts ?? noFacts(text);
  const tags = document.tags.filter(({ state }) => state !== 'orphan');
  const ids = {
    labels: new TeiIds('label-'),
    people: new TeiIds('person-'),
    tags: new TeiIds('tag-'),
    instruments: new TeiIds('instrument-'),
  };
  for (const { label, creator } of tags) {
    ids.labels.of(label);
    if (creator !== '') ids.people.of(creator);
  }
  if (document.annotator !== '') ids.people.of(document.annotator);
  const references = facts.references.map((each): TeiReference => {
    const identities = each.members ?? (each.identity === null ? [] : [each.identity]);
    return { ...each, targets: identities.map((identity) => ids.instruments.of(identity)) };
  });
  const bounds = tags.flatMap((tag) => spansWithWords(tag).flatMap(({ start, end }) => [start, end]));
  const writer = new TeiTextWriter(text, facts.emendations, references, bounds);
  const body = writer.write(teiStructure(text, facts));
  const title = titleOf(facts.tree) ?? document.name;
  const file = `${withoutEnding(document.name)}.xml`;
  yield {
    file,
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh">\n${headerXml(document, { title, scheme, ...ids })}${body}`,
  };
  const placesOf = (tag: Annotation) => spansWithWords(tag).flatMap((span) => writer.placesOf(span));
  const apart = instrumentsXml(facts.references, ids.instruments) + tagsXml(tags, { ...ids, placesOf });
  const standOff = apart === '' ? '' : `<standOff>\n${apart}</standOff>\n`;
  yield { file, content: `${standOff}</TEI>\n` };
}

function titleOf({ children }: FactsNode): string | undefined {
  return children.find(({ kind }) => kind === 'title')?.label;
}

/** Of a text of which nothing is known, each line is a paragraph. */
function noFacts(text: string): TextFacts {
  const whole = { start: 0, end: text.length };
  const lines = Array.from(text.matchAll(/[^\r\n]+/g), ({ 0: line, index }): FactsNode => {
    const range = { start: index, end: index + line.length };
    return { kind: 'paragraph', label: '', ...range, heading: range, children: [] };
  });
  const tree: FactsNode = { kind: 'document', label: '', ...whole, heading: whole, children: lines };
  return { kind: 'unknown', identity: null, tree, references: [], emendations: [] };
}
