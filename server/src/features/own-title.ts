import { lexiconOf } from '../instruments/lexicon.ts';
import { ownIdentity } from '../instruments/own-identity.ts';
import { identitiesOf } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { datesIn, WRITTEN_DATE } from '../instruments/written-date.ts';
import type { NodeKind, Ranged, StatementNode } from '../statement/node.ts';
import { contains } from '../text/range.ts';
import { type Mention, mentionAt } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** A title that a document of the text bears, as it is printed there. */
export interface OwnTitle {
  readonly document: StatementNode<Ranged>;
  /** Clean text. */
  readonly text: string;
  readonly range: Ranged;
}

/** The titles of a text and of the documents that follow its first, or are annexed to it; outer before inner. */
export function ownTitles({ tree }: Snapshot['analysis']): OwnTitle[] {
  return documentsIn(tree).flatMap((document) => {
    const title = document.children.find(({ kind }) => kind === 'title');
    return title === undefined ? [] : [{ document, text: document.label, range: title.heading }];
  });
}

function documentsIn(node: StatementNode<Ranged>): StatementNode<Ranged>[] {
  const inner = node.children.filter(({ kind }) => kind === 'document' || kind === 'annex');
  return [node, ...inner.flatMap(documentsIn)];
}

/** 本协定于…在甲城签订: how a treaty ends, before it is signed. */
const SIGNED = new RegExp(`[于於]${WRITTEN_DATE}[^，。；\\n]{0,24}[签簽订訂]`);
/** How far before the signatures that stands, in UTF-16 code units. */
const LAST_CLAUSE = 160;

/**
 * The date that a document bears in its title, its date lines, its closing or the clause before it, as ISO; `clean` is
 * the whole clean text.
 */
export function dateBorne({ document: { children }, text }: OwnTitle, clean: string): string | undefined {
  const datesOf = (sought: NodeKind) =>
    children
      .filter(({ kind }) => kind === sought)
      .flatMap(({ range }) => datesIn(clean.slice(range.clean.start, range.clean.end)));
  const told = datesIn(text)[0] ?? datesOf('dateline')[0] ?? datesOf('closing').at(-1);
  const closing = children.find(({ kind }) => kind === 'closing')?.range.clean.start;
  if (told !== undefined || closing === undefined) return told;
  return datesIn(SIGNED.exec(clean.slice(Math.max(0, closing - LAST_CLAUSE), closing))?.[0] ?? '')[0];
}

/** The title of the document in this text that a mention is to, where it is to one of them. */
export function ownTitleOf(
  analysis: Snapshot['analysis'],
  { form, identity, range }: Pick<Mention, 'form' | 'identity' | 'range'>,
  registry: InstrumentRegistry,
): OwnTitle | undefined {
  const titles = ownTitles(analysis);
  const named =
    identity === null
      ? undefined
      : titles.find((title) => identityOf(title, analysis, registry).identity === identity);
  // 本协定 is the innermost document around it, which comes last, where no title tells more.
  const around =
    form === 'self' ? titles.findLast(({ document }) => contains(document.range.raw, range.raw)) : undefined;
  return named ?? around;
}

/** What a document of the text is; the first may be told by more than its title. */
function identityOf(
  { document, text }: OwnTitle,
  analysis: Snapshot['analysis'],
  registry: InstrumentRegistry,
) {
  const told = ownIdentity({ title: text }, lexiconOf(registry));
  return document === analysis.tree && analysis.identity !== null
    ? { ...told, identity: analysis.identity }
    : told;
}

/** What the documents of a text are themselves, by their titles and by what 本协定 is found to mean. */
export function ownIdentities(
  analysis: Snapshot['analysis'],
  registry: InstrumentRegistry,
): ReadonlySet<string> {
  const titles = ownTitles(analysis).map((title) => identityOf(title, analysis, registry));
  const selves = analysis.references.filter(({ form }) => form === 'self');
  return new Set([...titles, ...selves].flatMap(({ identity }) => identity ?? []));
}

/**
 * The innermost mention around an offset (UTF-16 raw). A title of the text counts as a mention of the document that
 * bears it, as 本协定 is one, although nothing is cited there.
 */
export function mentionUnder(
  { analysis }: Snapshot,
  offset: number,
  registry: InstrumentRegistry,
): Mention | undefined {
  return mentionAt(analysis.references, offset) ?? titleUnder(analysis, offset, registry);
}

function titleUnder(
  analysis: Snapshot['analysis'],
  offset: number,
  registry: InstrumentRegistry,
): Mention | undefined {
  const title = ownTitles(analysis).findLast(({ document }) => titleAt(document, offset) !== undefined);
  if (title === undefined) return undefined;
  const { text, document } = title;
  const range = titleAt(document, offset) ?? title.range;
  const { identity, candidates } = identityOf(title, analysis, registry);
  if (identity !== null) {
    const instrument = registry.byId.has(identity) ? identity : null;
    return { range, text, form: 'self', instrument, identity, candidates: [] };
  }
  // A title that does not tell which document it is (联合公报) is what 本公报 means below it.
  const same = analysis.references.find(
    (one) =>
      one.form === 'self' && identitiesOf(one).length === 0 && contains(document.range.raw, one.range.raw),
  );
  return same === undefined
    ? { range, text, form: 'self', instrument: null, identity, candidates }
    : { ...same, range };
}

/** A title may be printed twice. */
function titleAt({ children }: StatementNode<Ranged>, offset: number): Ranged | undefined {
  return children.find(
    ({ kind, heading: { raw } }) => kind === 'title' && raw.start <= offset && offset <= raw.end,
  )?.heading;
}
