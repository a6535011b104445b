import * as vscode from 'vscode';
import type { ComparedAnnotator } from '../../adjudication/session.ts';
import { isCompared } from '../../annotations/adjudication/sides.ts';
import { isDocumentFinished } from '../../annotations/finished.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import type { OtherAnnotator, TaggedDocument } from '../tagging/tagged-document.ts';

type Annotator = Pick<OtherAnnotator, 'annotator' | 'store' | 'isSettled' | 'problem'>;

/** The reader and the others of a document, but for what was settled of their tags. */
export function annotatorsOf({ annotator, store, isSettled, others }: TaggedDocument): readonly Annotator[] {
  return [{ annotator, store, isSettled, problem: undefined }, ...others].filter((each) => !each.isSettled);
}

/** Those who have tags that can be compared, or say that they have finished without any, by their names. */
export function comparable(tagged: TaggedDocument): readonly ComparedAnnotator[] {
  return annotatorsOf(tagged).filter(
    ({ store }) => store.snapshot.anchored.some(isCompared) || isFinished(store),
  );
}

export function isFinished(store: ComparedAnnotator['store']): boolean {
  return isDocumentFinished(store.snapshot.anchored);
}

/**
 * Asks whose tags are to be compared, where there are more than two who have some.
 * @param before who was compared before
 */
export async function chooseAnnotators(
  tagged: TaggedDocument,
  before: readonly string[],
): Promise<readonly string[] | undefined> {
  const names = comparable(tagged).map(({ annotator }) => annotator);
  const isAsBefore = names.length === before.length && names.every((name) => before.includes(name));
  if (names.length <= 2 || isAsBefore) return names;
  const entries = comparable(tagged).map(({ annotator, store }) => ({
    label: annotatorName(annotator),
    description: vscode.l10n.t('tags: {0}', store.snapshot.anchored.length),
    picked: before.length === 0 || before.includes(annotator),
    annotator,
  }));
  const title = vscode.l10n.t('Whose Tags to Settle');
  const chosen = await vscode.window.showQuickPick(entries, {
    title,
    placeHolder: vscode.l10n.t('Two or more'),
    canPickMany: true,
  });
  return chosen?.map(({ annotator }) => annotator);
}
