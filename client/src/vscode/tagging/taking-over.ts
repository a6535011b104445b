import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import type { AnnotationDraft } from '../../annotations/store.ts';
import type { TaggingActions } from './actions.ts';
import type { OtherAnnotator, TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/**
 * Makes others' tags one's own: copies, as one step of undo. Links and chains stay behind, since the tags that they
 * lead to are not one's own; that is said where there were some.
 *
 * @param allOfLabel whether all tags of the same annotator with the labels of these are meant
 */
export function takeOver(
  documents: TaggedDocuments,
  actions: TaggingActions,
  ids: readonly string[],
  allOfLabel = false,
): void {
  const found = others(documents, ids[0]);
  if (!found || !actions.taggable(found.tagged.document)) return;
  const { tagged, other } = found;
  const named = ids.flatMap((id) => other.store.get(id) ?? []);
  const labels = new Set(named.map(({ label }) => label));
  const wanted = allOfLabel
    ? other.store.snapshot.anchored.filter(({ label, review }) => labels.has(label) && review === 'accepted')
    : named.filter(({ state }) => state === 'anchored');
  const before = tagged.store.snapshot.anchored.length;
  tagged.store.addAll(wanted.flatMap(draftOf));
  const count = tagged.store.snapshot.anchored.length - before;
  const linked = wanted.some(({ relations, chain }) => relations.length > 0 || chain !== undefined);
  actions.say(
    [
      count > 0
        ? vscode.l10n.t('Tags taken over: {0}', count)
        : vscode.l10n.t('You have these tags already.'),
      linked && count > 0 ? vscode.l10n.t('Links and chains were not.') : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** The document and the other annotator that a tag belongs to. */
export function others(
  documents: TaggedDocuments,
  id: string | undefined,
): { readonly tagged: TaggedDocument; readonly other: OtherAnnotator } | undefined {
  if (id === undefined) return undefined;
  for (const document of vscode.workspace.textDocuments) {
    const tagged = documents.of(document);
    const other = tagged?.others.find(({ store }) => store.get(id) !== undefined);
    if (tagged && other) return { tagged, other };
  }
  return undefined;
}

function draftOf(tag: Annotation): AnnotationDraft[] {
  const [range, ...fragments] = tag.spans.filter(({ start, end }) => start < end);
  if (!range && tag.scope !== 'document') return [];
  return [
    {
      label: tag.label,
      range: range ?? { start: 0, end: 0 },
      ...(fragments.length > 0 ? { fragments } : {}),
      scope: tag.scope,
      note: tag.note,
      attributes: tag.attributes,
    },
  ];
}
