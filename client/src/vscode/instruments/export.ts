import * as vscode from 'vscode';
import { citationsOf } from '../../citations/citation.ts';
import { byteOrderMark, type CitationFormat, endings, writeCitations } from '../../citations/format.ts';
import { fileName, type TextFiles } from '../files.ts';
import { showInformationMessage, showWarningMessage } from '../notice.ts';
import { hasPlaceForFiles, saveText } from '../save-text.ts';
import type { Cited, CitedInActive } from './cited.ts';

interface Choice extends vscode.QuickPickItem {
  readonly format: CitationFormat;
  readonly bom: boolean;
}

/** Hands on what the active statement cites: asks in which form, and where to put it. */
export async function exportCitations(cited: CitedInActive, files: TextFiles): Promise<void> {
  const fresh = await cited.fresh();
  if (!fresh) {
    void showWarningMessage(
      vscode.l10n.t('The statement has not been read, so there is nothing to export yet. Try again.'),
    );
    return;
  }
  if (fresh.result.cited.length + fresh.result.unresolved.length === 0) {
    void showInformationMessage(vscode.l10n.t('This statement cites no instrument.'));
    return;
  }
  const choice = await vscode.window.showQuickPick(choices(), {
    title: vscode.l10n.t('Export the Instruments Cited'),
    matchOnDetail: true,
  });
  if (!choice) return;
  const text = written(fresh, choice.format);
  if (!hasPlaceForFiles()) {
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({
        content: text,
        ...(choice.format === 'csl-json' && { language: 'json' }),
      }),
    );
    return;
  }
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the Instruments Cited'),
    defaultUri: beside(fresh.document, endings[choice.format]),
    filters: { [choice.label]: [endings[choice.format]] },
  });
  if (uri) await saveText(uri, (choice.bom ? byteOrderMark : '') + text, files);
}

function choices(): Choice[] {
  return [
    {
      label: vscode.l10n.t('CSV for Excel'),
      detail: vscode.l10n.t('A table in UTF-8 with a byte order mark, by which Excel knows the encoding.'),
      format: 'csv',
      bom: true,
    },
    { label: 'CSV', detail: vscode.l10n.t('A table in UTF-8, by RFC 4180.'), format: 'csv', bom: false },
    { label: 'BibTeX', detail: vscode.l10n.t('For LaTeX and JabRef.'), format: 'bibtex', bom: false },
    {
      label: 'CSL-JSON',
      detail: vscode.l10n.t('For Zotero and Pandoc.'),
      format: 'csl-json',
      bom: false,
    },
  ];
}

function written({ document, result }: Cited, format: CitationFormat): string {
  const citations = citationsOf(result, (offset) => {
    const { line, character } = document.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  });
  return writeCitations(citations, format);
}

/** The document's own name with another ending, in its folder or in that of the workspace. */
function beside({ uri, isUntitled }: vscode.TextDocument, ending: string): vscode.Uri {
  const name = `${fileName(uri).replace(/(?:\.statement)?(?:\.[^.]+)?$/, '') || 'statement'}.${ending}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (isUntitled)
    return folder ? vscode.Uri.joinPath(folder, name) : uri.with({ scheme: 'file', path: `/${name}` });
  return vscode.Uri.joinPath(uri, '..', name);
}
