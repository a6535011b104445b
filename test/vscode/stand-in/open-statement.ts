/** Statements that are open without an editor. To be imported before anything that asks for VS Code. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type * as vscode from 'vscode';
import type { Runtime } from '../../../client/src/vscode/runtime.ts';
import type { OpenStatement } from '../../../client/src/vscode/tagging/open-statement.ts';
import './hooks.ts';
import * as standIn from './vscode.ts';

const statements = await import('../../../client/src/vscode/tagging/open-statement.ts');
const { textFiles } = await import('../../../client/src/vscode/files.ts');
const { replaceFile } = await import('../../../client/src/vscode/node/replace-file.ts');

export const files = textFiles({ replaceFile } as Partial<Runtime> as Runtime);

/** A folder that is gone after the test. */
export function folderFor(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A document in the editor, whose text is that of the file at first. */
export class EditedDocument {
  readonly uri: vscode.Uri;
  readonly isUntitled = false;
  readonly languageId = 'statement';
  isDirty = false;
  isClosed = false;
  #text: string;

  constructor(path: string, text = readFileSync(path, 'utf8')) {
    this.uri = new standIn.Uri(path) as unknown as vscode.Uri;
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  /** The document as VS Code's interface has it. */
  get here(): vscode.TextDocument {
    return this as unknown as vscode.TextDocument;
  }

  /** Replaces a range, UTF-16, and tells the event. */
  type(start: number, end: number, text: string): vscode.TextDocumentChangeEvent {
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.isDirty = true;
    const change = { rangeOffset: start, rangeLength: end - start, text };
    return {
      document: this.here,
      contentChanges: [change],
      reason: undefined,
    } as unknown as vscode.TextDocumentChangeEvent;
  }

  /** Writes the text to its file. */
  save(): void {
    writeFileSync(this.uri.fsPath, this.#text);
    this.isDirty = false;
  }
}

/** The context of an extension that keeps its journals below a folder. */
export function contextIn(folder: string): vscode.ExtensionContext {
  return { storageUri: new standIn.Uri(join(folder, 'storage')) } as unknown as vscode.ExtensionContext;
}

/** Opens the tags of a document; journals are kept in its folder. */
export function openTags(document: EditedDocument, annotator = ''): Promise<OpenStatement> {
  return statements.OpenStatement.open(document.here, {
    context: contextIn(join(document.uri.fsPath, '..')),
    files,
    annotator,
    scheme: { labels: [], groups: [], attributes: [], relations: [] },
    changed: () => {},
  });
}

/** The labels and words of the tags, orphans without words last. */
export function tagsOf({ store }: Pick<OpenStatement, 'store'>): string[] {
  const { anchored, orphans } = store.snapshot;
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => store.text.slice(start, end)).join('…');
  return [
    ...anchored.map(({ label, spans }) => `${label} ${words(spans)}`),
    ...orphans.map(({ label }) => `${label} lost`),
  ];
}

export { standIn };
