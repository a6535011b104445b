import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';
import type { TextRange } from '../text/range.ts';
import { addInstruments, type FileEditSupport, type InstrumentsFile } from './add-instrument.ts';
import type { Mending, MendingContext } from './mending.ts';
import { quickFixes } from './quick-fixes.ts';
import { type EditSupport, workspaceEdit } from './workspace-edits.ts';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.jiaozhu`;

/** The kinds that a client may ask for. */
export const codeActionKinds = [CodeActionKind.QuickFix, FIX_ALL_KIND];

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

export interface CodeActionSupport extends EditSupport, FileEditSupport {
  /** The client comes back for the edit of the action that was chosen. */
  readonly resolvesEdit: boolean;
  /** The commands of its own that the client lets actions name. */
  readonly commands: ReadonlySet<string>;
  /** The person wants the generic `source.fixAll` to clean too. */
  readonly cleanOnSave: boolean;
}

/** All that a set of actions is made from. */
export interface CodeActionContext extends MendingContext {
  readonly support: CodeActionSupport;
  /** Absent outside of all folders. */
  readonly instrumentsFile?: InstrumentsFile;
}

/** The actions on a range: quick-fixes at the findings there, entries for titles that nobody knows, and cleaning where its kind was asked for. */
export function codeActions(context: CodeActionContext, request: CodeActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request.only, CodeActionKind.QuickFix)) {
    const { snapshot, support, instrumentsFile } = context;
    actions.push(...quickFixes(context, request));
    if (instrumentsFile) actions.push(...addInstruments(snapshot, request.range, instrumentsFile, support));
  }
  if (wantsFixAll(context, request)) actions.push(...fixAll(context));
  return actions;
}

/** Whole and at once: a client that saves does not come back for the edit, and mostly sends no diagnostics. */
function fixAll({ snapshot, service, options, support }: CodeActionContext): CodeAction[] {
  const { edits } = service.cleaning(snapshot.analysis, options);
  if (edits.length === 0) return [];
  return [
    { title: t('Clean the document'), kind: FIX_ALL_KIND, edit: workspaceEdit(snapshot, edits, support) },
  ];
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
