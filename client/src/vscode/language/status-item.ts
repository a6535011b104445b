import * as vscode from 'vscode';
import type { StatusParams } from '../../../../server/src/protocol.ts';
import type { MisreadDocuments } from '../encoding/misread-documents.ts';
import { activeStatement } from './active-statement.ts';
import { partsInBrief, partsInFull } from './counted-parts.ts';
import { chooseProfile, profileTold } from './profile.ts';
import type { StatementClient } from './statement-client.ts';

/**
 * What the status bar says of the statement in the active editor; a click opens a menu of what can be done.
 *
 * @param walkthrough the full id of the walkthrough that the menu offers
 */
export function statusItem(
  client: StatementClient,
  misread: MisreadDocuments,
  walkthrough: string,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('jiaozhu.status', vscode.StatusBarAlignment.Right, 99);
  item.name = vscode.l10n.t('Statement');
  item.command = 'jiaozhu.statusMenu';
  const known = new Map<string, StatusParams>();
  const show = () => {
    const document = activeStatement()?.document;
    if (!document) {
      item.hide();
      return;
    }
    const status = known.get(document.uri.toString());
    const { text, tooltip } = misread.is(document)
      ? { text: `$(warning) ${vscode.l10n.t('Wrong Encoding')}`, tooltip: wrong() }
      : status
        ? { text: `$(book) ${inBrief(status)}`, tooltip: inFull(document, status) }
        : client.alive
          ? { text: `$(loading~spin) ${vscode.l10n.t('Statement')}`, tooltip: reading() }
          : { text: `$(error) ${vscode.l10n.t('Statement')}`, tooltip: gone() };
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip.value.replaceAll('**', '').replaceAll('\n\n', ', ') };
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    client.onStatus((status) => {
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    client.onStarted(() => {
      known.clear();
      show();
    }),
    client.onStopped(() => {
      known.clear();
      show();
    }),
    misread.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('jiaozhu.profile')) show();
    }),
    vscode.commands.registerCommand('jiaozhu.statusMenu', () => {
      const document = activeStatement()?.document;
      if (!document || misread.refuses(document)) return;
      return menu(walkthrough, document, known.get(document.uri.toString()));
    }),
    vscode.commands.registerCommand('jiaozhu.chooseProfile', () => {
      const document = activeStatement()?.document;
      return document && chooseProfile(document, known.get(document.uri.toString())?.profile);
    }),
  );
}

const reading = () => new vscode.MarkdownString(vscode.l10n.t('The statement is being read.'));
const wrong = () =>
  new vscode.MarkdownString(vscode.l10n.t('The statement was opened in the wrong encoding.'));
const gone = () =>
  new vscode.MarkdownString(vscode.l10n.t('The language server is not running. Tags can still be made.'));

function inBrief(status: StatusParams): string {
  return [kindAndCounts(status), findingsInBrief(status)].join(' · ');
}

/** Only what is to be decided is a warning. */
function findingsInBrief({ findings, warnings }: StatusParams): string {
  if (findings === 0) return '$(check)';
  return `${warnings > 0 ? '$(warning)' : '$(info)'} ${findings}`;
}

function kindAndCounts(status: StatusParams): string {
  return [
    kindName(status.kind),
    ...partsInBrief(status, vscode.l10n),
    status.instruments === 1
      ? vscode.l10n.t('1 instrument')
      : vscode.l10n.t('{0} instruments', status.instruments),
  ].join(' · ');
}

function inFull(document: vscode.TextDocument, status: StatusParams): vscode.MarkdownString {
  return new vscode.MarkdownString(
    [
      `**${kindName(status.kind)}**`,
      profileTold(document, status.profile),
      ...partsInFull(status, vscode.l10n),
      vscode.l10n.t('Instruments cited: {0}', status.instruments),
      vscode.l10n.t('Findings: {0}', status.findings),
    ].join('\n\n'),
  );
}

function kindName(kind: string): string {
  switch (kind) {
    case 'joint-statement':
      return vscode.l10n.t('Joint statement');
    case 'communique':
      return vscode.l10n.t('Communiqué');
    case 'declaration':
      return vscode.l10n.t('Declaration');
    case 'treaty':
      return vscode.l10n.t('Treaty');
    case 'announcement':
      return vscode.l10n.t('Announcement');
    case 'letter':
      return vscode.l10n.t('Letter or Telegram');
    case 'resolution':
      return vscode.l10n.t('Resolution');
    case 'law':
      return vscode.l10n.t('Law');
    default:
      return vscode.l10n.t('Statement');
  }
}

/** Begins with what kind of text it is, as far as the server has told. */
async function menu(
  walkthrough: string,
  document: vscode.TextDocument,
  status: StatusParams | undefined,
): Promise<void> {
  const entries: (vscode.QuickPickItem & { readonly run: string; readonly argument?: string })[] = [
    { label: vscode.l10n.t('$(list-tree) Show the Outline'), run: 'outline.focus' },
    { label: vscode.l10n.t('$(law) Show the Instruments Cited'), run: 'jiaozhu.showInstruments' },
    { label: vscode.l10n.t('$(warning) Show the Findings'), run: 'workbench.actions.view.problems' },
    { label: vscode.l10n.t('$(wand) Clean the Document'), run: 'jiaozhu.cleanDocument' },
    { label: vscode.l10n.t('$(question) Show Doubtful Line Breaks'), run: 'jiaozhu.showDoubtfulBreaks' },
    { label: vscode.l10n.t('$(tag) Show the Tagging Panel'), run: 'jiaozhu.showTagging' },
    {
      label: vscode.l10n.t('$(file-text) Say Where the Text Comes From…'),
      description: status ? profileTold(document, status.profile) : '',
      run: 'jiaozhu.chooseProfile',
    },
    { label: vscode.l10n.t('$(refresh) Restart the Language Server'), run: 'jiaozhu.restartServer' },
    {
      label: vscode.l10n.t('$(mortar-board) How to Begin'),
      run: 'workbench.action.openWalkthrough',
      argument: walkthrough,
    },
  ];
  const chosen = await vscode.window.showQuickPick(entries, {
    title: status ? kindAndCounts(status) : vscode.l10n.t('This Statement'),
  });
  if (chosen) await vscode.commands.executeCommand(chosen.run, ...(chosen.argument ? [chosen.argument] : []));
}
