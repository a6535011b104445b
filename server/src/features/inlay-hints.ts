import type { InlayHint, MarkupContent } from 'vscode-languageserver';
import { identitiesOf, type ReferenceForm } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { TextRange } from '../text/range.ts';
import { render } from './card.ts';
import type { Surroundings } from './elsewhere.ts';
import { cardOfMention } from './mention-card.ts';
import { type Mention, mentionAt, titleOf } from './mentions.ts';
import { shortName, shortTitle } from './short-name.ts';
import type { Snapshot } from './snapshot.ts';

/** The `data` of a hint, by which its card is made when somebody asks for it. */
export interface InlayHintData {
  readonly uri: string;
  readonly version: number;
  /** UTF-16 raw: of the mention. */
  readonly offset: number;
}

/** What does not say by itself which instrument is meant. */
const SHORT = new Set<ReferenceForm>(['defined-short', 'undefined-short', 'anaphor', 'parallel']);

/** How many names a hint for several instruments has. */
const MOST_NAMES = 3;

/**
 * Behind the short forms in a range (UTF-16 raw), which instrument they mean: where a paragraph has neither named it
 * nor been told before.
 */
export function inlayHints(
  { uri, version, lines, analysis }: Snapshot,
  within: TextRange,
  registry: InstrumentRegistry,
): InlayHint[] {
  const { references, reading } = analysis;
  const { blocks, map } = reading;
  const hints: InlayHint[] = [];
  const clean = map.rangeToClean(within);
  let block = 0;
  // What a paragraph has told does not hang on how much of it is in sight: each is read from its beginning.
  while (block < blocks.length && blocks[block]!.start + blocks[block]!.text.length < clean.start) block++;
  const from = blocks[block]?.start ?? 0;
  let told = new Set<string>();
  for (const mention of references) {
    const { range, form } = mention;
    const identities = identitiesOf(mention);
    if (range.clean.start < from || identities.length === 0) continue;
    if (range.raw.start > within.end) break;
    if (range.clean.start >= (blocks[block + 1]?.start ?? Number.POSITIVE_INFINITY)) told = new Set();
    while (range.clean.start >= (blocks[block + 1]?.start ?? Number.POSITIVE_INFINITY)) block++;
    if (identities.every((identity) => told.has(identity))) continue;
    for (const identity of identities) told.add(identity);
    if (!SHORT.has(form) || range.raw.end < within.start || range.raw.end > within.end) continue;
    const meaning = meaningOf(mention, references, registry);
    if (meaning === undefined) continue;
    const data: InlayHintData = { uri, version, offset: range.raw.start };
    hints.push({
      position: lines.positionAt(range.raw.end),
      label: meaning,
      paddingLeft: true,
      data,
    });
  }
  return hints;
}

/** The card of what a hint is about, for those who look closer. */
export function inlayHintCard(
  snapshot: Snapshot,
  { offset }: InlayHintData,
  around: Surroundings,
  markdown: boolean,
): MarkupContent | undefined {
  const mention = mentionAt(snapshot.analysis.references, offset);
  return mention && render(cardOfMention(snapshot, mention, around), markdown);
}

function meaningOf(
  mention: Mention,
  all: readonly Mention[],
  registry: InstrumentRegistry,
): string | undefined {
  if (mention.members !== undefined) return meaningOfSeveral(mention.members, registry);
  const known = mention.instrument === null ? undefined : registry.byId.get(mention.instrument);
  // Another name of the same instrument is a short one already: what is wanted is its title.
  const title = known?.names.zh ?? bare(titleOf(mention, all));
  const meaning = known === undefined || mention.form === 'parallel' ? shortTitle(title) : shortName(known);
  return bare(mention.text) === meaning || bare(mention.text) === title ? undefined : meaning;
}

function meaningOfSeveral(members: readonly string[], registry: InstrumentRegistry): string {
  const names = members.slice(0, MOST_NAMES).map((identity) => {
    const known = registry.byId.get(identity);
    return known === undefined ? shortTitle(bare(identity)) : shortName(known);
  });
  return names.join('、') + (members.length > MOST_NAMES ? '…' : '');
}

function bare(title: string): string {
  return title.replace(/^《|》$/g, '');
}
