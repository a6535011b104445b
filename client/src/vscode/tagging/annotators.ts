import * as vscode from 'vscode';
import { ownerOf, safeAnnotator } from '../../annotations/sidecar-name.ts';
import { fileName } from '../files.ts';
import { activeStatement } from '../language/active-statement.ts';
import { languageId } from '../language/names.ts';
import { showInformationMessage } from '../notice.ts';
import { settingsOf } from '../settings.ts';
import { fileNames } from './other-layers.ts';
import { annotatorName } from './tag-look.ts';
import type { OtherAnnotator, TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** Who tags here, and whose tags are to be seen beside one's own. */
export interface Annotators extends vscode.Disposable {
  /** The others of a document whose tags are to be seen. At first none: what others think would colour one's own view. */
  shown(tagged: TaggedDocument): readonly OtherAnnotator[];
  /** Shows one of the others of a document, and no other who was not shown before. */
  show(tagged: TaggedDocument, annotator: string): void;
  /** Others are to be seen, or no longer. */
  readonly onDidChange: vscode.Event<void>;
}

/** What is remembered for a workspace: whether others are shown, and which of them are not. */
const memory = { shown: 'jiaozhu.othersShown', hidden: 'jiaozhu.othersHidden' };

/** @param say tells a person something in a few words */
export function annotators(
  documents: TaggedDocuments,
  workspaceState: vscode.Memento,
  say: (text: string) => void,
): Annotators {
  const changed = new vscode.EventEmitter<void>();
  let areShown = workspaceState.get<unknown>(memory.shown) === true;
  let hidden = namesIn(workspaceState.get<unknown>(memory.hidden));
  const status = vscode.languages.createLanguageStatusItem('jiaozhu.annotator', languageId);
  status.name = vscode.l10n.t('Annotator');
  status.command = { command: 'jiaozhu.setAnnotator', title: vscode.l10n.t('Change…') };

  const tellStatus = () => {
    const { annotator } = settingsOf(activeStatement()?.document);
    status.text = vscode.l10n.t('Annotator: {0}', annotatorName(annotator));
    status.detail =
      annotator === '' ? vscode.l10n.t('With a name your tags are kept in a file of your own.') : '';
  };
  const show = (shown: boolean, without: readonly string[]) => {
    areShown = shown;
    hidden = without;
    void workspaceState.update(memory.shown, areShown);
    void workspaceState.update(memory.hidden, hidden);
    tellContext();
    changed.fire();
  };
  const tellContext = () =>
    void vscode.commands.executeCommand('setContext', 'jiaozhu.othersShown', areShown);
  const others = () => documents.of(activeStatement()?.document)?.others ?? [];
  const toggle = () => {
    const names = others().map(({ annotator }) => annotator);
    if (!areShown && names.length === 0) {
      say(vscode.l10n.t('Nobody else has tagged this statement.'));
    }
    // Asked to show others, it shows some.
    const allHidden = names.length > 0 && names.every((name) => hidden.includes(name));
    show(!areShown, !areShown && allHidden ? [] : hidden);
    if (areShown && names.length > 0) {
      const seen = names.filter((name) => !hidden.includes(name)).map(annotatorName);
      say(vscode.l10n.t('Tags shown beside yours: {0}', seen.join(vscode.l10n.t(', '))));
    } else if (!areShown) say(vscode.l10n.t('Only your own tags are shown.'));
  };
  const choose = async () => {
    const there = others();
    if (there.length === 0) {
      return void showInformationMessage(vscode.l10n.t('Nobody else has tagged this statement.'));
    }
    const entries = there.map(({ annotator, store }) => ({
      label: annotatorName(annotator),
      description: vscode.l10n.t('tags: {0}', store.snapshot.anchored.length),
      picked: areShown && !hidden.includes(annotator),
      annotator,
    }));
    const title = vscode.l10n.t('Whose Tags to Show');
    const chosen = await vscode.window.showQuickPick(entries, { title, canPickMany: true });
    if (!chosen) return;
    const wanted = chosen.map(({ annotator }) => annotator);
    const names = there.map(({ annotator }) => annotator);
    const elsewhere = hidden.filter((name) => !names.includes(name));
    show(wanted.length > 0, [...elsewhere, ...names.filter((name) => !wanted.includes(name))]);
  };
  tellStatus();
  tellContext();

  const disposable = vscode.Disposable.from(
    changed,
    status,
    vscode.window.onDidChangeActiveTextEditor(tellStatus),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('jiaozhu.annotator')) tellStatus();
    }),
    vscode.commands.registerCommand('jiaozhu.showOtherAnnotators', toggle),
    vscode.commands.registerCommand('jiaozhu.chooseOtherAnnotators', choose),
    vscode.commands.registerCommand('jiaozhu.setAnnotator', setAnnotator),
  );
  return {
    shown: (tagged) => (areShown ? tagged.others.filter(({ annotator }) => !hidden.includes(annotator)) : []),
    show({ others }, annotator) {
      const without = areShown
        ? hidden
        : [...new Set([...hidden, ...others.map((other) => other.annotator)])];
      show(
        true,
        without.filter((name) => name !== annotator),
      );
    },
    onDidChange: changed.event,
    dispose: () => disposable.dispose(),
  };
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}

/** Asks for the name of the one at work, offering those who have tagged in this folder, and keeps it as the setting. */
async function setAnnotator(): Promise<void> {
  const document = activeStatement()?.document;
  const now = settingsOf(document).annotator;
  const known = document ? await namesBeside(document.uri) : [];
  const name = await askForName(
    now,
    known.filter((each) => each !== now),
  );
  if (name === undefined || name === now) return;
  const settings = vscode.workspace.getConfiguration('jiaozhu', document?.uri ?? null);
  // A name belongs to a person, unless it was given for this folder or workspace.
  const given = settings.inspect('annotator');
  const target =
    given?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : given?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update('annotator', name === '' ? undefined : name, target);
}

interface NameEntry extends vscode.QuickPickItem {
  readonly name: string;
}

function askForName(now: string, known: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<NameEntry>();
    pick.title = vscode.l10n.t('Who Tags Here?');
    pick.placeholder = vscode.l10n.t('Type a name: it becomes part of the names of your files of tags');
    const others: readonly NameEntry[] = [
      ...known.map((name) => ({ label: name, description: vscode.l10n.t('has tagged here'), name })),
      ...(now === '' ? [] : [{ label: vscode.l10n.t('No name'), name: '' }]),
    ];
    pick.items = [
      ...(now === '' ? [] : [{ label: now, description: vscode.l10n.t('now'), name: now }]),
      ...others,
    ];
    pick.onDidChangeValue((typed) => {
      const name = safeAnnotator(typed);
      const isNew = name !== '' && !known.includes(name) && name !== now;
      pick.items = [
        ...(isNew ? [{ label: name, description: vscode.l10n.t('new name'), name, alwaysShow: true }] : []),
        ...others,
      ];
    });
    let answer: string | undefined;
    pick.onDidAccept(() => {
      // Who types fast is ahead of the list.
      answer = pick.selectedItems[0]?.name ?? (safeAnnotator(pick.value) || undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(answer);
    });
    pick.show();
  });
}

/** Those who have files of tags in a document's folder, whatever the document. */
async function namesBeside(document: vscode.Uri): Promise<string[]> {
  const names = await fileNames(vscode.Uri.joinPath(document, '..'));
  const there = new Set([fileName(document), ...names]);
  const annotators = names.map((name) => ownerOf(name, (each) => there.has(each))?.annotator ?? '');
  return [...new Set(annotators.filter(Boolean))].sort();
}
