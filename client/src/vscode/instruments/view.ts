import * as vscode from 'vscode';
import { activeStatement } from '../language/active-statement.ts';
import { showInformationMessage } from '../notice.ts';
import type { Readings } from '../reading/readings.ts';
import type { CitedInActive } from './cited.ts';
import { itemOf } from './items.ts';
import { orderName } from './names.ts';
import { mentionAt, type Node, nodesOf } from './nodes.ts';
import type { Preferences } from './preferences.ts';

/** The list of the instruments that the active statement cites. */
export interface InstrumentsView extends vscode.Disposable {
  /** Shows the mention at the cursor in the list; says so where there is none. */
  reveal(): Promise<void>;
}

export function instrumentsView(
  cited: CitedInActive,
  readings: Readings,
  preferences: Preferences,
): InstrumentsView {
  const changed = new vscode.EventEmitter<void>();
  let nodes: readonly Node[] = [];
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node?.children ?? nodes)],
    getParent: (node) => node.parent,
    // What the list shows is of this document, whatever is active by now.
    getTreeItem: (node) =>
      cited.current ? itemOf(node, cited.current.document, readings) : new vscode.TreeItem(''),
  };
  const view = vscode.window.createTreeView('jiaozhu.instruments', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const refresh = () => {
    const { current } = cited;
    const { order, byKind } = preferences;
    nodes = current ? nodesOf(current.result, order, byKind) : [];
    const count = current?.result.cited.length ?? 0;
    view.description = count > 0 ? `${count} · ${orderName(order)}` : '';
    void vscode.commands.executeCommand(
      'setContext',
      'jiaozhu.citesNothing',
      current !== undefined && nodes.length === 0,
    );
    changed.fire();
  };
  cited.watch(view.visible);
  const disposable = vscode.Disposable.from(
    view,
    changed,
    cited.onDidChange(refresh),
    preferences.onDidChange(refresh),
    // The words about the mentions, which come by another way.
    readings.onDidChange((document) => {
      if (document === cited.current?.document) changed.fire();
    }),
    view.onDidChangeVisibility(({ visible }) => cited.watch(visible)),
  );
  return {
    async reveal() {
      const editor = activeStatement();
      if (!editor) return;
      const offset = editor.document.offsetAt(editor.selection.active);
      const fresh = await cited.fresh();
      const mention = fresh?.document === editor.document ? mentionAt(nodes, offset) : undefined;
      if (mention) await view.reveal(mention, { focus: true, select: true });
      else {
        void showInformationMessage(vscode.l10n.t('There is no instrument at the cursor.'));
      }
    },
    dispose: () => disposable.dispose(),
  };
}
