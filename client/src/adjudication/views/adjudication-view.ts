import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Comparison } from '../../annotations/adjudication/difference.ts';
import type { AdjudicationRecord } from '../../annotations/adjudication/record.ts';
import type { Item, Settlement } from '../../annotations/adjudication/settlement.ts';
import { sourceKey } from '../../annotations/adjudication/sides.ts';
import type { Decision } from '../../annotations/adjudication/standing.ts';
import { type Annotation, extent } from '../../annotations/annotation.ts';
import { attributesOf } from '../../annotations/labels.ts';
import { excerpt } from '../../panel/views/excerpt.ts';
import { attributeViews } from '../../panel/views/label-views.ts';
import { remembered } from '../../panel/views/remembered.ts';
import { fieldViews } from '../../panel/views/tag-view.ts';
import type { Editing } from '../editing.ts';
import type { AdjudicationSession } from '../session.ts';
import type {
  AdjudicationState,
  ColumnView,
  CurrentView,
  DecisionView,
  EditView,
  EntryView,
  LabelLook,
  ListView,
} from '../state.ts';
import { piecesOf } from './column-view.ts';
import type { AdjudicationFacts } from './facts.ts';
import { labelLook, saidView, wordsOf } from './said-view.ts';

const mostEntries = 100;
const mostLabels = 300;
const mostEntryWords = 60;
const mostEntryLabels = 4;
const mostTags = 12;
const mostFormer = 5;
const mostEdited = 400;
const mostName = 200;

/** Makes the page's states. */
export type AdjudicationView = (session: AdjudicationSession, facts: AdjudicationFacts) => AdjudicationState;

export function createAdjudicationView(): AdjudicationView {
  const labelsIn = remembered(usedLabels);
  return (session, facts) => {
    const { settlement, current, editing } = session;
    const { counts } = settlement;
    const { problem, unfinished, document } = facts;
    const used = labelsIn(settlement);
    return {
      top: {
        document,
        sides: settlement.comparison.sides.map(({ annotator }) => nameOf(facts, annotator)),
        settled: counts.settled,
        total: counts.settled + counts.open,
        agreed: counts.agreed,
        canUndo: session.canUndo,
        unfinished,
        ...(problem && { problem }),
      },
      list: listView(session, facts, used, current),
      current: current ? currentView(session, facts, current) : null,
      edit: editing ? editView(facts, editing) : null,
      labels: editing ? editLabels(facts, editing) : [],
      attributes: editing ? attributeViews(facts) : [],
    };
  };
}

function nameOf(facts: AdjudicationFacts, annotator: string): string {
  return excerpt(facts.nameOf(annotator), mostName);
}

/** The labels of all differences, in the order in which they first come. */
function usedLabels({ items }: Settlement): readonly string[] {
  return [...new Set(items.flatMap(({ difference }) => difference.tags.map(({ tag }) => tag.label)))];
}

function listView(
  session: AdjudicationSession,
  facts: AdjudicationFacts,
  used: readonly string[],
  current: Item | undefined,
): ListView {
  const { listed, shown, label } = session;
  const at = current ? listed.indexOf(current) : 0;
  const first = Math.max(0, Math.min(at - mostEntries / 2, listed.length - mostEntries));
  const entries = listed.slice(first, first + mostEntries).map((item) => entryView(facts, item));
  return {
    shown,
    ...(label !== undefined && { label }),
    labels: used.slice(0, mostLabels).map((id) => labelLook(facts, id)),
    first: entries.length === 0 ? 0 : first + 1,
    total: listed.length,
    entries,
  };
}

function entryView(facts: AdjudicationFacts, { difference, state, former }: Item): EntryView {
  const tags =
    difference.tags.length > 0
      ? difference.tags.map(({ tag }) => tag)
      : former.flatMap(({ settled }) => settled);
  const labels = [...new Set(tags.map(({ label }) => label))];
  const isOnWords = difference.place.start < difference.place.end;
  return {
    id: difference.id,
    words: isOnWords ? excerpt(facts.words(difference.place), mostEntryWords) : '',
    state,
    changed: former.length > 0,
    aspects: difference.aspects,
    labels: labels.slice(0, mostEntryLabels).map((id) => labelLook(facts, id)),
  };
}

function currentView(session: AdjudicationSession, facts: AdjudicationFacts, item: Item): CurrentView {
  const { difference, state, decision, former } = item;
  const { comparison } = session.settlement;
  const settled = (decision ? [decision] : former.slice(0, 1)).flatMap((each) => each.settled);
  const accepted = settled.filter(({ review, state }) => review === 'accepted' && state === 'anchored');
  const place = hull(difference.place, accepted);
  const column = (name: string, tags: readonly Annotation[], taken: boolean, target: Target): ColumnView => ({
    name,
    pieces: piecesOf(facts, session.text, place, tags),
    tags: tags.slice(0, mostTags).map((tag) => saidView(facts, tag, target)),
    taken,
  });
  const columns = comparison.sides.map(({ annotator }, side) => {
    const tags = difference.tags.filter((tag) => tag.side === side).map(({ tag }) => tag);
    return column(
      nameOf(facts, annotator),
      tags,
      isTaken(decision, annotator),
      targetOf(comparison, annotator),
    );
  });
  const here = new Set(accepted.map(({ id }) => id));
  const isLost = session.looseLinks.filter(({ from, why }) => why !== 'open' && here.has(from)).length;
  return {
    id: difference.id,
    state,
    aspects: difference.aspects,
    ...(place.start < place.end ? facts.around(place) : { before: '', after: '' }),
    columns: difference.tags.length > 0 ? columns : [],
    ...(settled.length > 0 && {
      settled: column('', accepted, false, (id) => session.settledTag(id)),
    }),
    ...(decision && { decision: decisionView(facts, decision.record) }),
    former: former.slice(0, mostFormer).map(({ record }) => decisionView(facts, record)),
    looseLinks: isLost,
  };
}

type Target = (id: string) => Annotation | undefined;

function targetOf({ byTag }: Comparison, annotator: string): Target {
  return (id) =>
    byTag
      .get(sourceKey({ annotator, id }))
      ?.tags.find(({ tag, annotator: owner }) => tag.id === id && owner === annotator)?.tag;
}

/** Whether a decision has taken what an annotator has there. */
function isTaken(decision: Decision | undefined, annotator: string): boolean {
  if (!decision) return false;
  const { record } = decision;
  if (record.decision === 'agreed' || record.decision === 'all')
    return record.of.some((source) => source.annotator === annotator);
  return record.decision === 'taken' && record.from === annotator;
}

function hull(place: TextRange, tags: readonly Annotation[]): TextRange {
  const extents = tags.filter(({ spans }) => spans.length > 0).map(extent);
  if (place.start === place.end && extents.length === 0) return place;
  const all = place.start === place.end ? extents : [place, ...extents];
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  };
}

function decisionView(facts: AdjudicationFacts, record: AdjudicationRecord): DecisionView {
  const { decision, from, by, at } = record;
  return {
    decision,
    ...(from !== undefined && { from: nameOf(facts, from) }),
    none: decision === 'taken' && record.of.every(({ annotator }) => annotator !== from),
    by: excerpt(by, mostName),
    at: excerpt(at, mostName),
  };
}

function editView(facts: AdjudicationFacts, editing: Editing): EditView {
  const { label, spans, scope, attributes, note } = editing;
  const place = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  const hasWords = scope !== 'document' && place.start < place.end;
  return {
    label,
    ...(hasWords ? facts.around(place) : { before: '', after: '' }),
    words: hasWords ? excerpt(spans.map(facts.words).join(' … '), mostEdited) : '',
    hasWords,
    fields: fieldViews(attributesOf(facts.scheme, label), attributes),
    note,
  };
}

function editLabels(facts: AdjudicationFacts, { label }: Editing): readonly LabelLook[] {
  const ids = facts.scheme.labels.slice(0, mostLabels).map(({ id }) => id);
  return (ids.includes(label) ? ids : [...ids, label]).map((id) => labelLook(facts, id));
}

/** The words of a difference, for who hears of it. */
export function wordsOfItem(facts: AdjudicationFacts, { difference, former }: Item): string {
  const tag = difference.tags[0]?.tag ?? former[0]?.settled[0];
  return tag ? wordsOf(facts, tag, mostEntryWords) : '';
}
