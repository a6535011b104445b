import * as vscode from 'vscode';
import { clientCommands, type InstrumentMention } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Citation, citationsOf } from '../../citations/citation.ts';
import { citationText } from '../../citations/citation-text.ts';
import { toRange } from '../language/offsets.ts';
import { addToFolder, showEntry } from './addition.ts';
import type { CitedInActive } from './cited.ts';
import { type Order, orders } from './entries.ts';
import { orderName } from './names.ts';
import type { Node } from './nodes.ts';
import type { Preferences } from './preferences.ts';
import type { InstrumentsView } from './view.ts';

/** The commands of the list of instruments. Those of its menus are handed the row that they are about. */
export function instrumentCommands(
  cited: CitedInActive,
  preferences: Preferences,
  view: InstrumentsView,
): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  /** Acts on a row; the palette, which has none, does not offer these commands. */
  const onRow = (act: (node: Node, document: vscode.TextDocument) => unknown) => (node?: Node) =>
    node && cited.current ? act(node, cited.current.document) : undefined;
  const copy = (text: string | undefined) => text && vscode.env.clipboard.writeText(text);
  return vscode.Disposable.from(
    register('jiaozhu.showInstruments', () => vscode.commands.executeCommand('jiaozhu.instruments.focus')),
    register('jiaozhu.revealInstrument', () => view.reveal()),
    register('jiaozhu.instruments.sort', () => sort(preferences)),
    register('jiaozhu.instruments.group', () => {
      preferences.byKind = true;
    }),
    register('jiaozhu.instruments.ungroup', () => {
      preferences.byKind = false;
    }),
    register(
      'jiaozhu.instruments.goToFirst',
      onRow((node, document) => {
        const [first] = mentionsOf(node);
        return first && show(document, first);
      }),
    ),
    register(
      'jiaozhu.instruments.findReferences',
      onRow((node, document) => findReferences(document, mentionsOf(node))),
    ),
    register(
      'jiaozhu.instruments.add',
      onRow((node, document) => addToFolder(document, mentionsOf(node))),
    ),
    // Only the server's quick-fix names it: it stands in no menu, and so not in the manifest.
    register(clientCommands.showInstrumentEntry, showEntry),
    register(
      'jiaozhu.instruments.copyCitation',
      onRow((node) => {
        const citation = citationFor(node);
        return citation && copy(citationText(citation, language()));
      }),
    ),
    register(
      'jiaozhu.instruments.copyId',
      onRow((node) => copy(instrumentOf(node)?.id)),
    ),
    register(
      'jiaozhu.instruments.openPage',
      onRow((node) => openPage(instrumentOf(node)?.link)),
    ),
  );
}

const language = () => (vscode.env.language.startsWith('zh') ? 'zh' : 'en');

function mentionsOf(node: Node): readonly InstrumentMention[] {
  switch (node.row) {
    case 'entry':
      return node.entry.cited.mentions;
    case 'wording':
      return node.wording.mentions;
    case 'mention':
      return [node.mention];
    default:
      return [];
  }
}

function instrumentOf(node: Node) {
  if (node.row === 'entry') return node.entry.cited.instrument;
  return node.row === 'candidate' ? node.instrument : undefined;
}

function citationFor(node: Node): Citation | undefined {
  const instrument = instrumentOf(node);
  const cited =
    node.row === 'entry'
      ? node.entry.cited
      : instrument && { identity: instrument.id, instrument, title: instrument.names.zh, mentions: [] };
  return cited && citationsOf({ cited: [cited], unresolved: [] }, () => ({ line: 1, column: 1 }))[0];
}

async function sort(preferences: Preferences): Promise<void> {
  const entries = orders.map((order): vscode.QuickPickItem & { readonly order: Order } => ({
    label: orderName(order),
    description: order === preferences.order ? vscode.l10n.t('now') : '',
    order,
  }));
  const title = vscode.l10n.t('Order of the Instruments');
  const chosen = await vscode.window.showQuickPick(entries, { title });
  if (chosen) preferences.order = chosen.order;
}

function show(document: vscode.TextDocument, range: TextRange): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, { selection: toRange(document, range) });
}

/** All places where the server knows the instrument to be named, in any file; at least those of the list. */
async function findReferences(
  document: vscode.TextDocument,
  mentions: readonly InstrumentMention[],
): Promise<void> {
  const [first] = mentions;
  if (!first) return;
  // Its inside belongs to it alone: at its edges it may touch another.
  const at = document.positionAt(first.start + 1);
  const found = await vscode.commands.executeCommand<vscode.Location[] | undefined>(
    'vscode.executeReferenceProvider',
    document.uri,
    at,
  );
  const here = mentions.map((mention) => new vscode.Location(document.uri, toRange(document, mention)));
  await show(document, first);
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    document.uri,
    at,
    found && found.length >= here.length ? found : here,
  );
}

/** Only pages on the web are opened: a workspace's own file may name anything. */
async function openPage(link: string | undefined): Promise<void> {
  if (!link || !/^https:\/\//i.test(link)) return;
  await vscode.env.openExternal(vscode.Uri.parse(link, true));
}
