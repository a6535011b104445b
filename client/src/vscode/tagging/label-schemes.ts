import * as vscode from 'vscode';
import { diplomaticScheme } from '../../annotations/diplomatic-scheme.ts';
import { parseLabels, serialiseLabels } from '../../annotations/label-file.ts';
import { type RenamedLabel, renamedLabels } from '../../annotations/label-mapping.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Problem, ProblemCode } from '../../annotations/problem.ts';
import type { TextFiles } from '../files.ts';
import { showWarningMessage } from '../notice.ts';
import { openTroubled } from './actions.ts';
import { problemText, whatIsWrong } from './problem-text.ts';

const place = ['.jiaozhu', 'labels.json'] as const;

/** The label schemes of the workspace's folders. */
export interface LabelSchemes extends vscode.Disposable {
  /** The labels for a document or a folder: those of the workspace's folder, else the built-in ones. */
  of(document: Pick<vscode.TextDocument, 'uri'>): Promise<LabelScheme>;
  /** The scheme of some folder has changed. */
  readonly onDidChange: vscode.Event<void>;
  /** Labels of a folder have other ids than before. */
  readonly onDidRename: vscode.Event<{
    readonly folder: vscode.Uri;
    readonly renamed: readonly RenamedLabel[];
  }>;
}

/** Reads schemes when they are first asked for, and again when their files change. */
export function labelSchemes(files: TextFiles): LabelSchemes {
  const changed = new vscode.EventEmitter<void>();
  const renames = new vscode.EventEmitter<{ folder: vscode.Uri; renamed: readonly RenamedLabel[] }>();
  const schemes = new Map<string, Promise<LabelScheme>>();
  /** The last schemes that could be read: while a file is being written, its labels are those that it had. */
  const former = new Map<string, LabelScheme>();
  const marks = vscode.languages.createDiagnosticCollection('jiaozhu-labels');
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${place.join('/')}`);
  const forget = () => {
    schemes.clear();
    changed.fire();
  };
  watcher.onDidCreate(forget);
  watcher.onDidChange(forget);
  watcher.onDidDelete(forget);

  const read = async (folder: vscode.Uri): Promise<LabelScheme> => {
    const file = labelsFileOf(folder);
    const text = await files.read(file).catch(() => undefined);
    const before = former.get(folder.toString());
    if (text === undefined) return diplomaticScheme;
    const { scheme, problems } = parseLabels(text);
    marks.set(file, problems.filter(({ code }) => beyondSchema.has(code)).map(markOf));
    const first = problems[0];
    if (first) void warn(file, told(file, first, problems.length), first.line);
    if (first?.code === 'not-json' && before) return before;
    const renamed = before ? renamedLabels(before, scheme) : [];
    former.set(folder.toString(), scheme);
    if (renamed.length > 0) renames.fire({ folder, renamed });
    return scheme;
  };

  return {
    async of(document) {
      const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
      if (!folder) return diplomaticScheme;
      const name = folder.toString();
      const scheme = schemes.get(name) ?? read(folder);
      schemes.set(name, scheme);
      return scheme;
    },
    onDidChange: changed.event,
    onDidRename: renames.event,
    dispose() {
      watcher.dispose();
      changed.dispose();
      renames.dispose();
      marks.dispose();
    },
  };
}

/** What one entry says of another: no schema can tell, so that the editor does not mark it by itself. */
const beyondSchema: ReadonlySet<ProblemCode> = new Set([
  'id-twice',
  'key-twice',
  'unknown-group',
  'unknown-label',
]);

function markOf(problem: Problem): vscode.Diagnostic {
  const line = new vscode.Range(problem.line - 1, 0, problem.line - 1, Number.MAX_SAFE_INTEGER);
  const mark = new vscode.Diagnostic(line, whatIsWrong(problem), vscode.DiagnosticSeverity.Warning);
  mark.source = 'jiaozhu';
  mark.code = problem.code;
  return mark;
}

function told(file: vscode.Uri, first: Problem, count: number): string {
  const text = problemText(file, first);
  return count === 1 ? text : `${text} ${vscode.l10n.t('(and {0} more)', count - 1)}`;
}

async function warn(file: vscode.Uri, message: string, line: number): Promise<void> {
  const open = vscode.l10n.t('Open the Labels File');
  if ((await showWarningMessage(message, open)) === open) await openTroubled(file, line);
}

/** Opens the labels of a folder; where it has none yet, with the built-in ones to begin from. */
export async function defineLabels(files: TextFiles): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const file = labelsFileOf(folder);
  if ((await files.read(file).catch(() => '')) === undefined) {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder, place[0]));
    await files.replace(file, serialiseLabels(diplomaticScheme));
  }
  await vscode.window.showTextDocument(file);
}

/** The file that the labels of a folder are defined in; it need not be there. */
export function labelsFileOf(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, ...place);
}

/** The folder of the document at hand, else one that the person chooses. */
export async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = active && vscode.workspace.getWorkspaceFolder(active);
  if (folder) return folder.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  return folders[0]?.uri;
}
