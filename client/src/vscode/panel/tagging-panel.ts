import * as vscode from 'vscode';
import { type Intent, readIntent } from '../../panel/intent.ts';
import type { PanelMessage } from '../../panel/messages.ts';
import { noStatement, type PanelState } from '../../panel/state.ts';
import type { PanelChoices } from '../../panel/views/statement-facts.ts';
import { createStatementView } from '../../panel/views/statement-view.ts';
import { activeStatement } from '../language/active-statement.ts';
import type { NoteField } from '../tagging/commands.ts';
import { handleIntent, type PanelRooms, type PanelSurroundings } from './intent-handler.ts';
import { pageHtml } from './page-html.ts';
import { createStateSender } from './state-sender.ts';
import { statementFacts } from './statement-facts.ts';
import { panelStrings } from './strings.ts';

const viewId = 'jiaozhu.tagging';

/** Several causes in one moment make one state. */
const pause = 30;

type Focus = Extract<PanelMessage, { type: 'focus' }>;

/** The view that holds the tagging panel's page: intents in, states out. */
export class TaggingPanel implements vscode.WebviewViewProvider, NoteField, vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #subscriptions: vscode.Disposable;
  readonly #rooms: PanelSurroundings;
  readonly #statement = createStatementView();
  readonly #sender = createStateSender((message) => this.#post(message));
  #choices: PanelChoices = {};
  #view: vscode.WebviewView | undefined;
  #ready = false;
  #done = 0;
  #timer: NodeJS.Timeout | undefined;
  /** The statement that was active last. */
  #last: vscode.TextDocument | undefined;
  /** Where the keyboard is to go when the page is there. */
  #focus: Focus | undefined;

  constructor(context: vscode.ExtensionContext, rooms: PanelRooms) {
    this.#context = context;
    const { documents, readings, actions, suggestions } = rooms;
    this.#rooms = {
      ...rooms,
      parts: (document) => this.#statement.parts({ parts: readings.parts(document) }),
      queueLabel: () => this.#choices.queueLabel,
      choose: (change) => this.#choose(change),
    };
    const soon = () => this.#showSoon();
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(viewId, this),
      documents.onDidOpen(soon),
      documents.onDidClose(soon),
      documents.onDidChange(soon),
      readings.onDidChange(soon),
      suggestions.onDidChange(soon),
      actions.onDidSay((text) => this.#post({ type: 'say', text })),
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.window.onDidChangeVisibleTextEditors(soon),
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
    view.onDidChangeVisibility(() => {
      this.#tellGuideline();
      this.#showSoon();
    });
    view.onDidDispose(() => {
      this.#view = undefined;
      this.#ready = false;
      this.#tellGuideline();
    });
    this.#tellGuideline();
    view.webview.html = pageHtml(view.webview, folder, vscode.env.language);
  }

  async show(): Promise<void> {
    await this.showPart('palette');
  }

  /** Shows the panel, and brings the keyboard to a part of it. */
  async showPart(what: 'palette' | 'queue' | 'progress'): Promise<void> {
    await this.#open({ type: 'focus', what });
  }

  async editNote(id: string): Promise<void> {
    await this.#open({ type: 'focus', what: 'note', tag: id });
  }

  /** Shows the guideline of a label, with the keyboard where it is. */
  async showGuideline(label: string): Promise<void> {
    this.#choose({ guideline: label });
    if (this.#view) this.#view.show(true);
    else await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
  }

  closeGuideline(): void {
    this.#choose({ guideline: undefined });
  }

  /** Tells the keys of the text whether a guideline is in sight. */
  #tellGuideline(): void {
    const shown = this.#choices.guideline !== undefined && this.#view?.visible === true;
    void vscode.commands.executeCommand('setContext', 'jiaozhu.guidelineShown', shown);
  }

  /** Closes the guideline if it is this label's and can be seen; else shows it. */
  async toggleGuideline(label: string): Promise<void> {
    if (this.#view?.visible && this.#choices.guideline === label) this.#choose({ guideline: undefined });
    else await this.showGuideline(label);
  }

  async #open(focus: Focus): Promise<void> {
    this.#focus = focus;
    await vscode.commands.executeCommand(`${viewId}.focus`);
    if (this.#ready) this.#showSoon();
  }

  #choose(change: { readonly [Choice in keyof PanelChoices]: PanelChoices[Choice] | undefined }): void {
    const entries = Object.entries({ ...this.#choices, ...change });
    this.#choices = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    this.#tellGuideline();
    this.#showSoon();
  }

  async #act(intent: Intent): Promise<void> {
    // Counted before the first wait: a state that is made in between has it.
    this.#done = intent.intent;
    if (intent.type === 'ready') {
      this.#ready = true;
      this.#post({ type: 'strings', strings: panelStrings() });
    }
    if (intent.type === 'ready' || intent.type === 'refresh') this.#sender.startOver();
    await handleIntent(intent, this.#editor(), this.#rooms);
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
    this.#sender.send(this.#state(), this.#done);
    if (!this.#focus) return;
    this.#post(this.#focus);
    this.#focus = undefined;
  }

  #state(): PanelState {
    const editor = this.#editor();
    const { documents, readings, suggestions } = this.#rooms;
    const tagged = documents.of(editor?.document);
    if (!editor || !tagged) return noStatement;
    const pending = suggestions.of(editor.document);
    return this.#statement.state(statementFacts(editor, tagged, readings, pending), this.#choices);
  }

  /** The active statement; beside another file the last one, for as long as it can be seen. */
  #editor(): vscode.TextEditor | undefined {
    const active = activeStatement();
    this.#last = active?.document ?? this.#last;
    return active ?? vscode.window.visibleTextEditors.find(({ document }) => document === this.#last);
  }

  #post(message: PanelMessage): void {
    if (this.#ready) void this.#view?.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }
}
