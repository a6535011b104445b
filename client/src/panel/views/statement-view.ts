import { type Annotation, extent } from '../../annotations/annotation.ts';
import { type LabelScheme, labelOf, reviewedLabelId } from '../../annotations/labels.ts';
import type { AnnotationSnapshot } from '../../annotations/store.ts';
import type { GuidelineView, PanelState } from '../state.ts';
import { excerpt } from './excerpt.ts';
import { attributeViews, groupViews, labelViews, pendingCounts, unknownLabelViews } from './label-views.ts';
import { indexParts, type PartIndex } from './part-index.ts';
import { partsAround, partViews, progressView } from './progress-view.ts';
import { createQueueWindow } from './queue-view.ts';
import { remembered } from './remembered.ts';
import type { PanelChoices, StatementFacts } from './statement-facts.ts';
import { indexTags } from './tag-index.ts';
import { tagView } from './tag-view.ts';

/** How many tags are shown in full at one place, and how much of other words, in characters. */
const mostTags = 12;
const mostSelected = 60;
/** Longer than any guideline that is read; a longer one is cut, in UTF-16 units. */
const longestGuideline = 30_000;

/** What the page is to show of a statement. */
export interface StatementView {
  state(facts: StatementFacts, choices: PanelChoices): PanelState;
  /** The parts as the page names them. */
  parts(facts: Pick<StatementFacts, 'parts'>): PartIndex;
}

/**
 * Makes states. What is counted over all tags is counted when they change, so that a move of the cursor costs no more
 * in a statement of many tags than in one of few.
 */
export function createStatementView(): StatementView {
  const partIndex = remembered(indexParts);
  const tagIndex = remembered(indexTags);
  const parts = remembered(partViews);
  const labels = remembered(
    (
      scheme: LabelScheme,
      snapshot: AnnotationSnapshot,
      pending: ReadonlyMap<string, number>,
      read: StatementFacts['read'],
    ) => labelViews({ scheme, snapshot, read }, pending),
  );
  const unknown = remembered((scheme: LabelScheme, snapshot: AnnotationSnapshot) =>
    unknownLabelViews({ scheme, snapshot }),
  );
  const groups = remembered((scheme: LabelScheme, read: StatementFacts['read']) =>
    groupViews({ scheme, read }),
  );
  const attributes = remembered((scheme: LabelScheme, read: StatementFacts['read']) =>
    attributeViews({ scheme, read }),
  );
  const countPending = pendingCounts();
  const queueWindow = createQueueWindow();
  return {
    parts: (facts) => partIndex(facts.parts),
    state(facts, choices) {
      const { scheme, snapshot, cursor, pending, problem, read } = facts;
      const index = tagIndex(snapshot);
      const places = partIndex(facts.parts);
      const at = places.at(cursor);
      const done = parts(places, snapshot.anchored, pending, index);
      const here = facts.here.filter(isShown);
      const onSection = index.onSections.filter((tag) => places.at(extent(tag).start) === at);
      const view = (tag: Annotation) => tagView(facts, index, tag);
      return {
        top: {
          statement: true,
          selection: facts.selection.start === facts.selection.end ? '' : selected(facts),
          canUndo: snapshot.canUndo,
          canRedo: snapshot.canRedo,
          orphans: snapshot.orphans.length,
          tagsHere: here.length,
          ...(problem ? { problem } : {}),
        },
        groups: groups(scheme, read),
        labels: labels(scheme, snapshot, countPending(pending), read),
        unknownLabels: unknown(scheme, snapshot),
        attributes: attributes(scheme, read),
        guideline: choices.guideline === undefined ? null : guidelineView(facts, choices.guideline),
        tags: here.slice(0, mostTags).map(view),
        wider: [...onSection.slice(0, mostTags), ...index.onDocument.slice(0, mostTags)].map(view),
        ...queueWindow.view(facts, places, choices.queueLabel),
        progress: progressView(done, at, index),
        parts: partsAround(done, at),
      };
    },
  };
}

/** Tags on words; those that were rejected, and the marks on sections, are told elsewhere or not at all. */
function isShown({ scope, review, label }: Annotation): boolean {
  return scope === 'words' && review !== 'rejected' && label !== reviewedLabelId;
}

/** A selection of a million characters is not read for the sixty that are shown. */
function selected({ selection: { start, end }, words }: StatementFacts): string {
  return excerpt(words({ start, end: Math.min(end, start + 8 * mostSelected) }), mostSelected);
}

function guidelineView({ scheme, read }: StatementFacts, id: string): GuidelineView {
  const label = labelOf(scheme, id);
  return {
    label: id,
    name: read(label.name),
    description: read(label.description),
    text: label.guideline ? read(label.guideline).slice(0, longestGuideline) : '',
  };
}
