import * as vscode from 'vscode';
import { diplomaticScheme } from '../../annotations/diplomatic-scheme.ts';
import { type LabelScheme, labelOf } from '../../annotations/labels.ts';
import { byteOrderMark } from '../../citations/format.ts';
import type { Sought } from '../../concordance/line.ts';
import { concordanceOrders } from '../../concordance/sorting.ts';
import { concordanceTable } from '../../concordance/table.ts';
import type { TextFiles } from '../files.ts';
import { activeStatement } from '../language/active-statement.ts';
import { withPatience } from '../patience.ts';
import { roughWords, shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { hasPlaceForFiles, saveText } from '../save-text.ts';
import { iconOf } from '../tagging/label-icon.ts';
import { nameOf } from '../tagging/label-name.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import { ConcordancePage, orderName } from './page.ts';
import { concordancePages } from './pages.ts';
import { search } from './search.ts';

/** Keyword in context: all places of some words, or of a label, in the statements of the workspace. */
export function concordance(
  documents: TaggedDocuments,
  readings: Readings,
  files: TextFiles,
): vscode.Disposable {
  const pages = concordancePages();
  const make = async (sought: Sought, title: string, old?: { page: ConcordancePage; uri: vscode.Uri }) => {
    const found = await withPatience(vscode.l10n.t('Concordance of {0}', title), (patience) =>
      search(sought, documents, readings, files, patience),
    );
    const page = new ConcordancePage(sought, title, found, old?.page.order ?? 'place');
    await pages.show(page, old?.uri);
  };
  return vscode.Disposable.from(
    pages,
    vscode.commands.registerCommand('jiaozhu.concordance', async () => {
      const editor = activeStatement();
      const scheme = documents.of(editor?.document)?.scheme ?? diplomaticScheme;
      const selected = editor ? roughWords(editor.document.getText(editor.selection)) : '';
      const sought = await ask(scheme, selected.length <= 60 ? selected : '');
      if (sought) await make(sought, titleOf(sought, scheme));
    }),
    vscode.commands.registerCommand('jiaozhu.concordance.goTo', () => pages.goToPlace()),
    vscode.commands.registerCommand('jiaozhu.concordance.refresh', async () => {
      const active = pages.active();
      if (active) await make(active.page.sought, active.page.title, active);
    }),
    vscode.commands.registerCommand('jiaozhu.concordance.sort', async () => {
      const active = pages.active();
      if (!active) return;
      const { sought, title, found, order: now } = active.page;
      const entries = concordanceOrders.map((order) => ({
        label: orderName(order),
        order,
        ...(order === now ? { description: vscode.l10n.t('now') } : {}),
      }));
      const chosen = await vscode.window.showQuickPick(entries, {
        title: vscode.l10n.t('Sort the Concordance'),
      });
      if (chosen) await pages.show(new ConcordancePage(sought, title, found, chosen.order), active.uri);
    }),
    vscode.commands.registerCommand('jiaozhu.concordance.export', async () => {
      const active = pages.active();
      if (active) await exportPage(active.page, files);
    }),
  );
}

function titleOf(sought: Sought, scheme: LabelScheme): string {
  return sought.kind === 'words'
    ? vscode.l10n.t('“{0}”', shorten(sought.words, 40))
    : nameOf(labelOf(scheme, sought.label));
}

interface Choice extends vscode.QuickPickItem {
  readonly sought?: Sought;
}

/** Asks for words, which are typed, or for a label, which is chosen. */
function ask(scheme: LabelScheme, selected: string): Promise<Sought | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice>();
    pick.title = vscode.l10n.t('Concordance over All Statements');
    pick.placeholder = vscode.l10n.t('Type words, or choose a label');
    const labels: readonly Choice[] = [
      { label: vscode.l10n.t('Labels'), kind: vscode.QuickPickItemKind.Separator },
      ...scheme.labels.map((label) => ({
        label: nameOf(label),
        description: label.id,
        iconPath: iconOf(label),
        sought: { kind: 'label', label: label.id } as const,
      })),
    ];
    // Always there, so that whoever types fast and presses Enter gets what was typed. A label of that name comes first.
    const offer = (typed: string) => {
      const words = typed.trim();
      pick.items = [
        {
          label: words === '' ? vscode.l10n.t('Words') : vscode.l10n.t('“{0}”', words),
          description: vscode.l10n.t('these words'),
          iconPath: new vscode.ThemeIcon('search'),
          alwaysShow: true,
        },
        ...labels,
      ];
    };
    pick.matchOnDescription = true;
    pick.value = selected;
    offer(selected);
    pick.onDidChangeValue(offer);
    let answer: Sought | undefined;
    pick.onDidAccept(() => {
      const words = pick.value.trim();
      answer = pick.selectedItems[0]?.sought ?? (words === '' ? undefined : { kind: 'words', words });
      if (answer) pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(answer);
    });
    pick.show();
  });
}

interface Form extends vscode.QuickPickItem {
  readonly format: 'csv' | 'tsv';
  readonly bom: boolean;
}

async function exportPage(page: ConcordancePage, files: TextFiles): Promise<void> {
  const forms: Form[] = [
    {
      label: vscode.l10n.t('CSV for Excel'),
      detail: vscode.l10n.t('A table in UTF-8 with a byte order mark, by which Excel knows the encoding.'),
      format: 'csv',
      bom: true,
    },
    { label: 'CSV', detail: vscode.l10n.t('A table in UTF-8, by RFC 4180.'), format: 'csv', bom: false },
    {
      label: 'TSV',
      detail: vscode.l10n.t('A table in UTF-8, its cells parted by tabs.'),
      format: 'tsv',
      bom: false,
    },
  ];
  const title = vscode.l10n.t('Export the Concordance');
  const form = await vscode.window.showQuickPick(forms, { title, matchOnDetail: true });
  if (!form) return;
  const text = (form.bom ? byteOrderMark : '') + concordanceTable(page.lines, form.format);
  if (!hasPlaceForFiles()) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text }));
    return;
  }
  const name = `${page.title.replace(/[\s<>:"/\\|?*.“”]+/g, '-').replace(/^-|-$/g, '') || 'concordance'}.${form.format}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    title,
    filters: { [form.label]: [form.format] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (uri) await saveText(uri, text, files);
}
