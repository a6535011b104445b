import * as vscode from 'vscode';

/** More than all menus hold that a person could have open. */
const mostHeld = 200;

/**
 * Quick-fixes whose commands can still be run when VS Code has let go of the menu that they were in. It keeps the
 * arguments of a command only as long as the list of actions, which it may give up before what was chosen is run
 * (“Actual command not found”: microsoft/vscode#331834 and others before it); a command without arguments it passes on as it is. So each
 * command with its arguments is held here, under a name of its own.
 */
export class HeldCommands implements vscode.Disposable {
  /** By what is run, the one used longest ago first. */
  readonly #held = new Map<string, { readonly name: string; readonly registration: vscode.Disposable }>();
  #count = 0;

  /** The same actions, with commands that need no arguments. */
  hold<A extends vscode.Command | vscode.CodeAction>(actions: readonly A[]): A[] {
    for (const action of actions) {
      if (action instanceof vscode.CodeAction && action.command?.arguments?.length) {
        action.command = this.#withoutArguments(action.command);
      }
    }
    return [...actions];
  }

  #withoutArguments(command: vscode.Command): vscode.Command {
    const what = JSON.stringify([command.command, command.arguments]);
    const held = this.#held.get(what) ?? this.#register(command);
    this.#held.delete(what);
    this.#held.set(what, held);
    for (const [oldest, { registration }] of this.#held) {
      if (this.#held.size <= mostHeld) break;
      registration.dispose();
      this.#held.delete(oldest);
    }
    return { title: command.title, command: held.name };
  }

  #register({ command, arguments: values = [] }: vscode.Command) {
    this.#count += 1;
    const name = `_jiaozhu.held.${this.#count}`;
    const run = () => vscode.commands.executeCommand(command, ...(values as unknown[]));
    return { name, registration: vscode.commands.registerCommand(name, run) };
  }

  dispose(): void {
    for (const { registration } of this.#held.values()) registration.dispose();
    this.#held.clear();
  }
}
