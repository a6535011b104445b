import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { Finding, FindingOptions } from '../analysis.ts';
import type { ArtefactClass, RuleId } from '../artefacts/artefact.ts';
import { t } from '../l10n/language.ts';
import { fixTitle, ruleName } from '../l10n/rules.ts';
import type { StatementService } from '../service.ts';
import { type Edit, sortEdits } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import { DIAGNOSTIC_SOURCE, shownRange } from './diagnostics.ts';
import type { Snapshot } from './snapshot.ts';
import { type EditSupport, workspaceEdit } from './workspace-edits.ts';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.jiaozhu`;

/** The kinds that a client may ask for. */
export const codeActionKinds = [CodeActionKind.QuickFix, FIX_ALL_KIND];

/** What an action will do, told in words that survive the way to the client and back. */
export type Mending =
  | { readonly what: 'rule'; readonly rule: RuleId; readonly likely: boolean }
  | { readonly what: 'paragraph'; readonly at: TextRange }
  | { readonly what: 'document' };

/** The `data` of an action whose edit is made when a person chooses it. */
export interface CodeActionData {
  readonly uri: string;
  readonly version: number;
  readonly mending: Mending;
}

/** What was asked for. Offsets: UTF-16 raw. */
export interface CodeActionRequest {
  readonly range: TextRange;
  readonly only?: readonly string[] | undefined;
  /** The diagnostics that the client shows there. */
  readonly diagnostics: readonly Diagnostic[];
  /** A person asked, rather than a save or a cursor that moved. */
  readonly invoked: boolean;
}

export interface CodeActionSupport extends EditSupport {
  /** The client comes back for the edit of the action that was chosen. */
  readonly resolvesEdit: boolean;
  /** The person wants the generic `source.fixAll` to clean too. */
  readonly cleanOnSave: boolean;
}

/** All that a set of actions is made from. */
export interface CodeActionContext {
  readonly snapshot: Snapshot;
  readonly service: StatementService;
  readonly options: FindingOptions;
  readonly support: CodeActionSupport;
}

/** The actions on a range: quick-fixes at the findings there, and cleaning where its kind was asked for. */
export function codeActions(context: CodeActionContext, request: CodeActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request.only, CodeActionKind.QuickFix)) actions.push(...quickFixes(context, request));
  if (wantsFixAll(context, request)) actions.push(...fixAll(context));
  return actions;
}

/** The edit of an action that was offered without one. */
export function resolveMending(context: CodeActionContext, mending: Mending): CodeAction['edit'] {
  const { snapshot, support } = context;
  const wantsLook = mending.what === 'rule' && mending.likely;
  return workspaceEdit(snapshot, editsOf(context, mending), support, wantsLook);
}

function quickFixes(context: CodeActionContext, request: CodeActionRequest): CodeAction[] {
  const { snapshot, service, options, support } = context;
  const { range } = request;
  const here = service
    .findings(snapshot.analysis, options, range)
    .filter(({ start, end, edits }) => start <= range.end && range.start <= end && edits.length > 0);
  if (here.length === 0) return [];
  const single = here.map(
    (finding): CodeAction => ({
      title: fixTitle(finding),
      kind: CodeActionKind.QuickFix,
      diagnostics: request.diagnostics.filter((diagnostic) => isOf(diagnostic, finding, snapshot)),
      ...(finding.class === 'safe' ? { isPreferred: true } : {}),
      edit: workspaceEdit(snapshot, finding.edits, support),
    }),
  );
  const safe = here.filter((finding) => finding.class === 'safe');
  const wider: CodeAction[] = [];
  if (safe.length > 0)
    wider.push(later(context, t('Clean this paragraph'), { what: 'paragraph', at: range }));
  for (const [rule, certainty] of strongest(here)) {
    const likely = certainty === 'likely';
    const title = likely
      ? t('Mend everywhere, likely ones too: {0}', ruleName(rule))
      : t('Mend everywhere: {0}', ruleName(rule));
    wider.push(later(context, title, { what: 'rule', rule, likely }));
  }
  if (safe.length > 0) wider.push(later(context, t('Clean the document'), { what: 'document' }));
  return [...single, ...wider];
}

/** Every rule found here, with its least certain class that may be mended in bulk. */
function strongest(findings: readonly Finding[]): Map<RuleId, ArtefactClass> {
  const classes = new Map<RuleId, ArtefactClass>();
  for (const finding of findings) {
    if (finding.class === 'suspect') continue;
    if (classes.get(finding.rule) !== 'likely') classes.set(finding.rule, finding.class);
  }
  return classes;
}

function later(context: CodeActionContext, title: string, mending: Mending): CodeAction {
  const { uri, version } = context.snapshot;
  const data: CodeActionData = { uri, version, mending };
  const action = { title, kind: CodeActionKind.QuickFix };
  return context.support.resolvesEdit
    ? { ...action, data }
    : { ...action, edit: resolveMending(context, mending)! };
}

/** Whole and at once: a client that saves does not come back for the edit, and mostly sends no diagnostics. */
function fixAll({ snapshot, service, options, support }: CodeActionContext): CodeAction[] {
  const { edits } = service.cleaning(snapshot.analysis, options);
  if (edits.length === 0) return [];
  return [
    { title: t('Clean the document'), kind: FIX_ALL_KIND, edit: workspaceEdit(snapshot, edits, support) },
  ];
}

function editsOf({ snapshot, service, options }: CodeActionContext, mending: Mending): readonly Edit[] {
  const { analysis } = snapshot;
  switch (mending.what) {
    case 'document':
      return service.cleaning(analysis, options).edits;
    case 'paragraph':
      return service.cleaning(analysis, options, mending.at).edits;
    case 'rule': {
      const { limit: _, ...all } = options;
      const chosen = service
        .findings(analysis, all)
        .filter(
          ({ rule, class: is }) =>
            rule === mending.rule && (is === 'safe' || (is === 'likely' && mending.likely)),
        );
      return sortEdits(chosen.flatMap(({ edits }) => edits));
    }
  }
}

function isOf(diagnostic: Diagnostic, finding: Finding, { lines }: Snapshot): boolean {
  if (diagnostic.source !== DIAGNOSTIC_SOURCE || diagnostic.code !== finding.rule) return false;
  const shown = shownRange(finding, lines);
  const { start, end } = lines.toOffsets(diagnostic.range);
  return start === shown.start && end === shown.end;
}

/** Whether a kind is asked for, by itself or by one that holds it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return (
    only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
  );
}

/**
 * Our own kind always; “source” where a person opened that menu. The generic `source.fixAll` is switched on by
 * many for their linters, and a source text must not change behind their back.
 */
function wantsFixAll({ support }: CodeActionContext, { only, invoked }: CodeActionRequest): boolean {
  if (only === undefined || !wants(only, FIX_ALL_KIND)) return false;
  return (
    support.cleanOnSave || only.includes(FIX_ALL_KIND) || (invoked && only.includes(CodeActionKind.Source))
  );
}
