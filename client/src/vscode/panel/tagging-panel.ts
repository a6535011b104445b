import * as vscode from 'vscode';
import { type Intent, type PanelMessage, readIntent } from '../../panel/messages.ts';
import { activeStatement } from '../language/active-statement.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import type { NoteField } from '../tagging/commands.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import { pageHtml } from './page-html.ts';
import { panelState } from './panel-state.ts';
import { panelStrings } from './strings.ts';

const viewId = 'jiaozhu.tagging';

/** Several causes in one moment make one snapshot. */
const pause = 30;

/** The view that holds the tagging panel's page: intents in, snapshots out. */
export class TaggingPanel implements vscode.WebviewViewProvider, NoteField, vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #documents: TaggedDocuments;
  readonly #readings: Readings;
  readonly #actions: TaggingActions;
  readonly #subscriptions: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #ready = false;
  #version = 0;
  #done = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Where the keyboard is to go when the page is there. */
  #focus: Extract<PanelMessage, { type: 'focus' }> | undefined;

  constructor(
    context: vscode.ExtensionContext,
    documents: TaggedDocuments,
    readings: Readings,
    actions: TaggingActions,
  ) {
    this.#context = context;
    this.#documents = documents;
    this.#readings = readings;
    this.#actions = actions;
    const soon = () => this.#showSoon();
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(viewId, this),
      documents.onDidOpen(soon),
      documents.onDidClose(soon),
      documents.onDidChange(soon),
      readings.onDidChange(soon),
      actions.onDidSay((text) => this.#post({ type: 'say', text })),
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.window.onDidChangeTextEditorSelection(soon),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const folder = vscode.Uri.joinPath(this.#context.extensionUri, 'dist');
    this.#view = view;
    this.#ready = false;
    view.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    view.webview.onDidReceiveMessage((message: unknown) => {
      const intent = readIntent(message);
      if (intent) void this.#act(intent);
    });
    view.onDidChangeVisibility(() => this.#showSoon());
    view.onDidDispose(() => {
      this.#view = undefined;
      this.#ready = false;
    });
    view.webview.html = pageHtml(view.webview, folder, vscode.env.language);
  }

  async show(): Promise<void> {
    await this.#open({ type: 'focus', what: 'palette' });
  }

  async editNote(id: string): Promise<void> {
    await this.#open({ type: 'focus', what: 'note', tag: id });
  }

  async #open(focus: Extract<PanelMessage, { type: 'focus' }>): Promise<void> {
    this.#focus = focus;
    await vscode.commands.executeCommand(`${viewId}.focus`);
    if (this.#ready) this.#showSoon();
  }

  async #act(intent: Intent): Promise<void> {
    const editor = activeStatement();
    const tagged = this.#documents.of(editor?.document);
    // Counted before the first wait: a snapshot that is made in between has it.
    this.#done = intent.intent;
    switch (intent.type) {
      case 'ready':
        this.#ready = true;
        this.#post({ type: 'strings', strings: panelStrings() });
        break;
      case 'tag':
        if (editor) this.#actions.tag(editor, intent.label);
        if (editor && intent.back) await backTo(editor);
        break;
      case 'relabel':
        this.#actions.relabel(intent.tag, intent.label);
        break;
      case 'note':
        this.#actions.note(intent.tag, intent.note);
        break;
      case 'remove':
        this.#actions.remove(intent.tag);
        break;
      case 'reveal':
        await this.#actions.reveal(intent.tag);
        break;
      case 'undo':
        if (tagged) this.#actions.undo(tagged);
        break;
      case 'redo':
        if (tagged) this.#actions.redo(tagged);
        break;
      case 'back':
        if (editor) await backTo(editor);
        break;
      case 'open':
        await vscode.commands.executeCommand(openCommands[intent.what]);
        break;
    }
    this.#showSoon();
  }

  #showSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#show();
    }, pause);
  }

  #show(): void {
    if (!this.#ready || !this.#view?.visible) return;
    const editor = activeStatement();
    const state = panelState(editor, this.#documents.of(editor?.document), this.#readings);
    this.#version += 1;
    this.#post({ type: 'snapshot', version: this.#version, done: this.#done, state });
    if (!this.#focus) return;
    this.#post(this.#focus);
    this.#focus = undefined;
  }

  #post(message: PanelMessage): void {
    if (this.#ready) void this.#view?.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }
}

const openCommands = {
  file: 'workbench.action.files.openFile',
  annotations: 'jiaozhu.openAnnotations',
  labels: 'jiaozhu.defineLabels',
  tags: 'jiaozhu.tags.focus',
} as const;

/** Gives the keyboard back to the text, with its selection as it is. */
async function backTo(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document, {
    ...(editor.viewColumn ? { viewColumn: editor.viewColumn } : {}),
    preserveFocus: false,
  });
}
