import type * as vscode from 'vscode';
import { asSettled } from '../../annotations/adjudication/settled-sidecar.ts';
import type { AnnotationStore } from '../../annotations/store.ts';
import { OpenStatement, type StatementSurroundings } from './open-statement.ts';
import type { SettledDocument } from './tagged-document.ts';

/** How often the text may change while the settled set is read. */
const mostAttempts = 20;

/**
 * A statement with its reader's and the others' tags, and, once that is asked for, with what is settled of them: a set
 * of tags that is kept as the reader's own are. It lives as long as the statement is open.
 */
export class TaggedStatement extends OpenStatement implements SettledDocument {
  readonly #surroundings: StatementSurroundings;
  #settledSet: OpenStatement | undefined;
  #opening: Promise<OpenStatement> | undefined;
  #isOver = false;

  protected constructor(document: vscode.TextDocument, surroundings: StatementSurroundings) {
    super(document, surroundings);
    this.#surroundings = surroundings;
  }

  static override open(
    document: vscode.TextDocument,
    surroundings: StatementSurroundings,
  ): Promise<TaggedStatement> {
    return OpenStatement.opened(new TaggedStatement(document, surroundings));
  }

  get settledSet(): OpenStatement | undefined {
    return this.#settledSet;
  }

  openSettled(name: string, annotators: () => readonly string[]): Promise<OpenStatement> {
    if (this.#settledSet?.annotator === name) return Promise.resolve(this.#settledSet);
    this.#opening ??= this.#open(name, annotators).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #open(name: string, annotators: () => readonly string[]): Promise<OpenStatement> {
    await this.#settledSet?.closed(false);
    for (let attempt = 1; ; attempt += 1) {
      const settled = await OpenStatement.open(this.document, {
        ...this.#surroundings,
        annotator: name,
        scheme: this.scheme,
        changed: (_, change) => this.#surroundings.changed(this, change === 'tags' ? 'state' : change),
        finish: (sidecar) => asSettled(sidecar, { annotators: annotators() }),
      });
      // What is typed while its file is read does not reach it.
      const isCurrent = settled.store.text === this.document.getText();
      if (!isCurrent && attempt < mostAttempts) continue;
      if (!isCurrent) throw new Error('The text is being changed all the time.');
      if (this.#isOver) throw new Error('The statement was closed.');
      this.#settledSet = settled;
      return settled;
    }
  }

  protected override isKeptApart(file: vscode.Uri): boolean {
    return this.#settledSet?.file?.toString() === file.toString();
  }

  protected override get stores(): readonly AnnotationStore[] {
    return this.#settledSet ? [...super.stores, this.#settledSet.store] : super.stores;
  }

  override edit(event: vscode.TextDocumentChangeEvent): void {
    super.edit(event);
    this.#settledSet?.edit(event);
  }

  override async settled(): Promise<void> {
    await super.settled();
    await this.#settledSet?.settled();
  }

  override async saved(): Promise<void> {
    await super.saved();
    await this.#settledSet?.saved();
  }

  override async fileChanged(file: vscode.Uri): Promise<void> {
    if (this.isKeptApart(file)) await this.#settledSet?.fileChanged(file);
    else await super.fileChanged(file);
  }

  override async flush(): Promise<void> {
    await super.flush();
    await this.#settledSet?.flush();
  }

  override async left(): Promise<void> {
    this.#isOver = true;
    await super.left();
    await this.#settledSet?.left();
  }

  override async closed(givenUp: boolean): Promise<void> {
    this.#isOver = true;
    await super.closed(givenUp);
    await this.#settledSet?.closed(givenUp);
  }
}
