import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Instrument } from '../instruments/instrument.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { t } from '../l10n/language.ts';
import { clientCommands } from '../protocol.ts';
import { LineTable } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';
import { instrumentInsertion } from '../workspace/instrument-insertion.ts';
import { instrumentSkeleton } from '../workspace/instrument-skeleton.ts';
import type { Mention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

const show = clientCommands.showInstrumentEntry;

/** The file of a folder's own instruments. */
export interface InstrumentsFile {
  readonly uri: string;
  /** Undefined where there is none. */
  readonly text: string | undefined;
  /** The instruments that are known in the folder. */
  readonly registry: InstrumentRegistry;
}

/** What the client can take of an edit of another file, and show of it. */
export interface FileEditSupport {
  /** Edits bound to a version. */
  readonly versioned: boolean;
  /** Files may be made by an edit. */
  readonly createsFiles: boolean;
  /** The commands of the client that an action may name. */
  readonly commands: ReadonlySet<string>;
}

/**
 * For each full title in a range (UTF-16 raw) that nobody knows, the beginning of an entry for it in the folder's own
 * instruments, for a person to complete.
 */
export function addInstruments(
  { analysis }: Snapshot,
  within: TextRange,
  file: InstrumentsFile,
  support: FileEditSupport,
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const mention of analysis.references) {
    const { raw } = mention.range;
    if (raw.start > within.end || within.start > raw.end || !isUnknownTitle(mention)) continue;
    const entry = entryFor(mention, analysis.tree.label, file);
    const edit = additionOf(entry, file, support);
    if (edit === undefined) continue;
    const title = t('Add {0} to the instruments of this folder', mention.text);
    actions.set(title, {
      title,
      kind: CodeActionKind.QuickFix,
      edit,
      ...(support.commands.has(show)
        ? { command: { title, command: show, arguments: [file.uri, entry.id] } }
        : {}),
    });
  }
  return [...actions.values()];
}

function isUnknownTitle({ form, instrument, candidates, identity }: Mention): boolean {
  return form === 'full' && instrument === null && candidates.length === 0 && identity !== null;
}

function entryFor({ text: title, date }: Mention, source: string, { registry }: InstrumentsFile): Instrument {
  const said = date === undefined || source === '' ? {} : { date, source };
  return instrumentSkeleton({ title, ...said }, registry.byId);
}

/** Undefined where the client cannot make the file, or a person has to mend it first. */
function additionOf(
  entry: Instrument,
  { uri, text }: InstrumentsFile,
  { versioned, createsFiles }: FileEditSupport,
): WorkspaceEdit | undefined {
  if (text === undefined && !(versioned && createsFiles)) return undefined;
  const insertion = instrumentInsertion(text, entry);
  if (insertion === null) return undefined;
  const edits = [{ range: new LineTable(text ?? '').toPositions(insertion), newText: insertion.text }];
  if (!versioned) return { changes: { [uri]: edits } };
  const change = { textDocument: { uri, version: null }, edits };
  return {
    documentChanges:
      text === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}
