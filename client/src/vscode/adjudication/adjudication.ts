import * as vscode from 'vscode';
import { settledHead, settledName } from '../../annotations/adjudication/settled-sidecar.ts';
import { activeStatement } from '../language/active-statement.ts';
import { showInformationMessage, showWarningMessage } from '../notice.ts';
import { settingsOf } from '../settings.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import type { SettledDocument, TaggedDocument } from '../tagging/tagged-document.ts';
import { AdjudicationPanel, type PanelRooms } from './adjudication-panel.ts';
import { chooseAnnotators, comparable } from './compared.ts';
import { offerAdjudication } from './offer.ts';
import { placeMark } from './place-mark.ts';

/** The command that settles the tags of a statement's annotators, and the pages on which that is done. */
export function adjudication(surroundings: Omit<PanelRooms, 'mark'>): vscode.Disposable {
  const { context, documents } = surroundings;
  const panels = new Map<vscode.TextDocument, AdjudicationPanel>();
  const mark = placeMark();
  const rooms = { ...surroundings, mark };

  const settle = async (tagged: SettledDocument) => {
    const { document } = tagged;
    if (comparable(tagged).length < 2) return tellTooFew(tagged);
    const name = nameOfSettled(tagged);
    if (name === undefined) return;
    const before = panels.get(document)?.names ?? annotatorsBefore(tagged, name);
    const names = await chooseAnnotators(tagged, before);
    if (!names) return;
    if (names.length < 2) return tellTooFew(tagged);
    const settled = await tagged.openSettled(name, () => panels.get(document)?.names ?? names);
    // The document may have been closed, or a panel opened, meanwhile.
    if (documents.of(document) !== tagged) return;
    const there = panels.get(document);
    if (there) return there.reveal(names);
    panels.set(document, new AdjudicationPanel(rooms, tagged, settled, names, () => panels.delete(document)));
  };
  const start = async () => {
    const tagged = documents.of(activeStatement()?.document);
    if (tagged) await settle(tagged);
  };
  return vscode.Disposable.from(
    mark,
    vscode.commands.registerCommand('jiaozhu.settleTags', start),
    offerAdjudication(documents, context.workspaceState, settle),
    { dispose: () => vscode.Disposable.from(...panels.values()).dispose() },
  );
}

function tellTooFew(tagged: TaggedDocument): void {
  const names = comparable(tagged).map(({ annotator }) => annotatorName(annotator));
  void showInformationMessage(
    names.length === 0
      ? vscode.l10n.t('Nobody has tagged this statement yet: there is nothing to settle.')
      : vscode.l10n.t(
          'To settle tags there must be two annotators’. This statement has those of {0} alone; their files lie beside the text.',
          names.join(vscode.l10n.t(', ')),
        ),
  );
}

/** The name of the settled set; undefined, and told, where it is an annotator's. */
function nameOfSettled(tagged: TaggedDocument): string | undefined {
  const { settledSet } = tagged as SettledDocument;
  const beside = tagged.others.map(({ annotator, isSettled }) => ({ annotator, settled: isSettled }));
  const open = settledSet ? [{ annotator: settledSet.annotator, settled: true }] : [];
  const own = { annotator: tagged.annotator, settled: false };
  const { name, taken } = settledName(settingsOf(tagged.document).adjudicator, [...beside, ...open, own]);
  if (!taken) return name;
  void tellTaken(name);
  return undefined;
}

async function tellTaken(name: string): Promise<void> {
  const change = vscode.l10n.t('Change…');
  const answer = await showWarningMessage(
    vscode.l10n.t(
      '“{0}” is the name of an annotator, so what is settled cannot be kept under it. Give the settled tags another name.',
      name,
    ),
    change,
  );
  if (answer === change) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'jiaozhu.adjudicator');
  }
}

/** Whose tags were settled before, as the file says. */
function annotatorsBefore({ others }: TaggedDocument, name: string): readonly string[] {
  const former = others.find(({ annotator, isSettled }) => isSettled && annotator === name);
  return (former && settledHead(former.sidecar)?.annotators) ?? [];
}
