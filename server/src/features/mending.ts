import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, FindingOptions } from '../analysis.ts';
import type { RuleId } from '../artefacts/artefact.ts';
import type { StatementService } from '../service.ts';
import { type Edit, sortEdits } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { Snapshot } from './snapshot.ts';
import { type EditSupport, workspaceEdit } from './workspace-edits.ts';

/** What an action will do, told in words that survive the way to the client and back. Offsets: UTF-16 raw. */
export type Mending =
  /** The findings of a rule, those that are only likely among them or not; in the paragraphs of `at`, or everywhere. */
  | { readonly what: 'rule'; readonly rule: RuleId; readonly likely: boolean; readonly at?: TextRange }
  | { readonly what: 'paragraph'; readonly at: TextRange }
  | { readonly what: 'document' };

export interface MendingContext {
  readonly snapshot: Snapshot;
  readonly service: StatementService;
  readonly options: FindingOptions;
  readonly support: EditSupport;
}

/** The edit of an action that was offered without one. Likely mends in bulk are looked at before they are applied. */
export function resolveMending(context: MendingContext, mending: Mending): WorkspaceEdit {
  const { snapshot, support } = context;
  const wantsLook = mending.what === 'rule' && mending.likely;
  return workspaceEdit(snapshot, editsOf(context, mending), support, wantsLook);
}

function editsOf({ snapshot, service, options }: MendingContext, mending: Mending): readonly Edit[] {
  const { analysis } = snapshot;
  switch (mending.what) {
    case 'document':
      return service.cleaning(analysis, options).edits;
    case 'paragraph':
      return service.cleaning(analysis, options, mending.at).edits;
    case 'rule': {
      const { limit: _, ...all } = options;
      const chosen = service
        .findings(analysis, all, mending.at)
        .filter((finding) => finding.rule === mending.rule && isBulk(finding, mending.likely));
      return sortEdits(chosen.flatMap(({ edits }) => edits));
    }
  }
}

/** Whether a finding may be mended together with others: where it is suspect, a person looks at each. */
export function isBulk(finding: Finding, likely: boolean): boolean {
  if (finding.edits.length === 0) return false;
  return finding.class === 'safe' || (likely && finding.class === 'likely');
}
