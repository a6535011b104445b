import * as vscode from 'vscode';
import { type Order, orders } from './entries.ts';

/** How a person wants the list; remembered over windows. */
export interface Preferences extends vscode.Disposable {
  order: Order;
  byKind: boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** The context key `jiaozhu.instrumentsByKind` says which of two buttons is shown. */
export function keepPreferences(memory: vscode.Memento): Preferences {
  const changed = new vscode.EventEmitter<void>();
  const set = (key: string, value: unknown) => {
    void memory.update(`instruments.${key}`, value);
    tell();
    changed.fire();
  };
  const byKind = () => memory.get<unknown>('instruments.byKind') !== false;
  const tell = () => void vscode.commands.executeCommand('setContext', 'jiaozhu.instrumentsByKind', byKind());
  tell();
  return {
    get order() {
      const order = memory.get<unknown>('instruments.order');
      return orders.find((each) => each === order) ?? orders[0];
    },
    set order(order) {
      set('order', order);
    },
    get byKind() {
      return byKind();
    },
    set byKind(value) {
      set('byKind', value);
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
