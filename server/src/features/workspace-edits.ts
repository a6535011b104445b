import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';
import type { Edit } from '../text/edit.ts';
import type { Snapshot } from './snapshot.ts';

/** What the client can take of an edit. */
export interface EditSupport {
  /** Edits bound to a version, so that none is applied to another text than it was made for. */
  readonly versioned: boolean;
  /** Edits with a label, which a person can look at before they are applied. */
  readonly annotated: boolean;
}

const LIKELY = 'likely';

/** Edits, sorted and not overlapping, as one step; `wantsLook`: the client should show them before. */
export function workspaceEdit(
  { uri, version, lines }: Snapshot,
  edits: readonly Edit[],
  support: EditSupport,
  wantsLook = false,
): WorkspaceEdit {
  const plain: TextEdit[] = edits.map(({ start, end, text }) => ({
    range: lines.toPositions({ start, end }),
    newText: text,
  }));
  if (!support.versioned) return { changes: { [uri]: plain } };
  const textDocument = { uri, version };
  if (!wantsLook || !support.annotated) return { documentChanges: [{ textDocument, edits: plain }] };
  const annotated: AnnotatedTextEdit[] = plain.map((edit) => ({ ...edit, annotationId: LIKELY }));
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: {
      [LIKELY]: {
        label: t('Likely mends of the text'),
        description: t('Not sure enough to be applied unseen'),
        needsConfirmation: true,
      },
    },
  };
}
