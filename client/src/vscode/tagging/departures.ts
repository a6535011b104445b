import * as vscode from 'vscode';
import type { OpenStatement } from './open-statement.ts';

/** A statement that is being renamed. */
interface Departure {
  readonly from: OpenStatement;
  /** Whether its files of tags lie beside the new name; undefined until that is known. */
  cameAlong: boolean | undefined;
}

/**
 * Statements that are open while they are renamed or moved. For the editor each becomes another document: the old one
 * closes, the new one opens, in no certain order, and what was unsaved in the one is so in the other. The tags go
 * along, those on unsaved text too.
 */
export class Departures {
  readonly #open: ReadonlyMap<string, OpenStatement>;
  /** By the new names. */
  readonly #departures = new Map<string, Departure>();

  constructor(open: ReadonlyMap<string, OpenStatement>) {
    this.#open = open;
  }

  /** A file or folder is about to be renamed: what waits is written while its name still is the old one. */
  async announced(oldUri: vscode.Uri, newUri: vscode.Uri): Promise<void> {
    await Promise.all(this.#register(oldUri, newUri).map(({ from }) => from.flush()));
  }

  /** It has been renamed: nothing is written beside the old name any more. */
  async happened(oldUri: vscode.Uri, newUri: vscode.Uri): Promise<void> {
    await Promise.all(this.#register(oldUri, newUri).map(({ from }) => from.left()));
  }

  /** The files of tags have gone along, or some of them have not. */
  async followed(newUri: vscode.Uri, cameAlong: boolean): Promise<void> {
    for (const [name, departure] of [...this.#departures]) {
      if (rest(name, newUri) === undefined) continue;
      departure.cameAlong = cameAlong;
      await this.handOver(name);
    }
  }

  /** Whether a statement has left its name behind, rather than being closed, or saved, or given up. */
  async hasLeft(statement: OpenStatement): Promise<boolean> {
    const departure = [...this.#departures.values()].find(({ from }) => from === statement);
    if (!departure) return false;
    if (departure.cameAlong !== undefined) return true;
    // A renaming that was announced may have come to nothing.
    return vscode.workspace.fs.stat(statement.document.uri).then(
      () => false,
      () => true,
    );
  }

  /** Gives the document of a new name the tags of the old one, as soon as there is both. */
  async handOver(name: string): Promise<void> {
    const departure = this.#departures.get(name);
    const heir = this.#open.get(name);
    if (!heir || departure?.cameAlong === undefined) return;
    // Unsaved text may reach it a moment after it was opened.
    if (departure.from.store.text !== heir.document.getText()) return;
    this.#departures.delete(name);
    await heir.inherit(departure.from, departure.cameAlong);
  }

  forget(name: string): void {
    this.#departures.delete(name);
  }

  #register(oldUri: vscode.Uri, newUri: vscode.Uri): Departure[] {
    const leaving: Departure[] = [];
    for (const [name, departure] of this.#departures) {
      const place = rest(String(departure.from.document.uri), oldUri);
      if (place !== undefined && name === `${newUri}${place}`) leaving.push(departure);
    }
    for (const from of this.#open.values()) {
      const place = rest(String(from.document.uri), oldUri);
      if (place === undefined || leaving.some((each) => each.from === from)) continue;
      const departure = { from, cameAlong: undefined };
      this.#departures.set(`${newUri}${place}`, departure);
      leaving.push(departure);
    }
    return leaving;
  }
}

/** What follows a file's or folder's address in an address: nothing for itself; undefined for what is not within. */
function rest(name: string, uri: vscode.Uri): string | undefined {
  const start = String(uri);
  return name === start || name.startsWith(`${start}/`) ? name.slice(start.length) : undefined;
}
