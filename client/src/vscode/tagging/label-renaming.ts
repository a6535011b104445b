import * as vscode from 'vscode';
import { mappedLabels, type RenamedLabel, withMappedLabels } from '../../annotations/label-mapping.ts';
import { type Sidecar, serialiseSidecar } from '../../annotations/sidecar.ts';
import { documentsOf, ownerOf, safeAnnotator } from '../../annotations/sidecar-name.ts';
import { parseSidecar } from '../../annotations/sidecar-parser.ts';
import { fileName } from '../file-name.ts';
import type { TextFiles } from '../files.ts';
import { showInformationMessage, showWarningMessage } from '../notice.ts';
import { settingsOf } from '../settings.ts';
import { tagsOf } from './label-mapping.ts';
import type { LabelSchemes } from './label-schemes.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** More files than this are not looked into: the labels of others can be mapped when they are opened. */
const mostFiles = 2000;

/** An annotations file of the one who tags here whose document is not open. */
interface ClosedFile {
  readonly uri: vscode.Uri;
  readonly document: string;
  readonly content: string;
  readonly sidecar: Sidecar;
}

/** Offers to change the tags of a folder where its labels file gives a label another id. */
export function offerRenamedLabels(
  schemes: LabelSchemes,
  documents: TaggedDocuments,
  files: TextFiles,
): vscode.Disposable {
  return schemes.onDidRename(({ folder, renamed }) => void offer(folder, renamed));

  async function offer(folder: vscode.Uri, renamed: readonly RenamedLabel[]): Promise<void> {
    const closed = await closedFiles(folder, documents, files);
    for (const { from, to } of renamed) {
      const open = openStatements(folder, documents);
      const inOpen = open.reduce((sum, tagged) => sum + countOf(tagsOf(tagged), from), 0);
      const inClosed = closed.reduce((sum, { sidecar }) => sum + countOf(sidecar.annotations, from), 0);
      if (inOpen + inClosed === 0) continue;
      const change = vscode.l10n.t('Change Them');
      const answer = await showInformationMessage(
        vscode.l10n.t(
          'Tags of this folder that carry the label “{0}”, which is now called “{1}”: {2}. Change them?',
          from,
          to.id,
          inOpen + inClosed,
        ),
        change,
        vscode.l10n.t('Leave Them'),
      );
      if (answer === change) await rename(open, closed, new Map([[from, to.id]]));
    }
  }

  async function rename(
    open: readonly TaggedDocument[],
    closed: readonly ClosedFile[],
    mapping: ReadonlyMap<string, string>,
  ): Promise<void> {
    for (const tagged of open) {
      if (!tagged.trouble?.readOnly) tagged.store.changeEach(mappedLabels(tagsOf(tagged), mapping));
    }
    const left: string[] = [];
    for (const { uri, document, content, sidecar } of closed) {
      if (!sidecar.annotations.some(({ label }) => mapping.has(label))) continue;
      const changed = withMappedLabels(sidecar, mapping, new Date().toISOString());
      const text = serialiseSidecar(changed, { document, sidecar: fileName(uri) });
      const written = await files.replaceIf(uri, text, content).catch(() => false);
      if (!written) left.push(vscode.workspace.asRelativePath(uri));
    }
    if (left.length > 0) {
      void showWarningMessage(
        vscode.l10n.t(
          'These files were left as they were, since they were changed meanwhile: {0}',
          left.join(', '),
        ),
      );
    }
  }
}

function countOf(tags: readonly { readonly label: string }[], label: string): number {
  return tags.filter((tag) => tag.label === label).length;
}

function openStatements(folder: vscode.Uri, documents: TaggedDocuments): TaggedDocument[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const tagged = documents.of(document);
    const home = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    return tagged && home?.toString() === folder.toString() ? [tagged] : [];
  });
}

async function closedFiles(
  folder: vscode.Uri,
  documents: TaggedDocuments,
  files: TextFiles,
): Promise<ClosedFile[]> {
  const pattern = new vscode.RelativePattern(folder, '**/*.annotations.json');
  const found = await vscode.workspace.findFiles(pattern, undefined, mostFiles);
  const open = new Set(openStatements(folder, documents).map(({ document }) => document.uri.toString()));
  const closed: ClosedFile[] = [];
  for (const uri of found) {
    const own = safeAnnotator(settingsOf(uri).annotator);
    const owner = await ownerOfFile(uri);
    if (owner?.annotator !== own) continue;
    const document = vscode.Uri.joinPath(uri, '..', owner.document);
    if (open.has(document.toString())) continue;
    const content = await files.read(uri).catch(() => undefined);
    const reading = content === undefined ? undefined : parseSidecar(content);
    if (content !== undefined && reading?.ok) {
      closed.push({ uri, document: owner.document, content, sidecar: reading.sidecar });
    }
  }
  return closed;
}

/** The document that the file of tags lies beside, and the annotator. */
async function ownerOfFile(sidecar: vscode.Uri): Promise<ReturnType<typeof ownerOf>> {
  const there = new Set<string>();
  for (const { document } of documentsOf(fileName(sidecar))) {
    const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(sidecar, '..', document)).then(
      () => true,
      () => false,
    );
    if (isThere) there.add(document);
  }
  return ownerOf(fileName(sidecar), (document) => there.has(document));
}
