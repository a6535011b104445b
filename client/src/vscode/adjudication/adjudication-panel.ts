import * as vscode from 'vscode';
import { withAttribute, withEndMoved, withRange } from '../../adjudication/editing.ts';
import { type Intent, readIntent } from '../../adjudication/intent.ts';
import type { AdjudicationMessage } from '../../adjudication/messages.ts';
import { AdjudicationSession } from '../../adjudication/session.ts';
import { createAdjudicationView, wordsOfItem } from '../../adjudication/views/adjudication-view.ts';
import type { AdjudicationFacts } from '../../adjudication/views/facts.ts';
import type { Choice } from '../../annotations/adjudication/deciding.ts';
import { toOffsets } from '../language/offsets.ts';
import type { StatementPages } from '../language/statement-pages.ts';
import { pageHtml } from '../panel/page-html.ts';
import { problemView } from '../panel/problem-view.ts';
import type { Readings } from '../reading/readings.ts';
import { tell } from '../tagging/actions.ts';
import { inReadersLanguage } from '../tagging/label-name.ts';
import { whatIsWrong } from '../tagging/problem-text.ts';
import { showRange } from '../tagging/show-range.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import type { SettledDocument, TaggedDocument, TaggedDocuments } from '../tagging/tagged-document.ts';
import { annotatorsOf, isFinished } from './compared.ts';
import type { PlaceMark } from './place-mark.ts';
import { adjudicationStrings, aspectNames } from './strings.ts';

/** Several causes in one moment make one state. */
const pause = 30;
/** While the text is typed in, all tags move with each key: they are compared anew when it rests. */
const textPause = 400;
const beside = { before: 60, after: 60 };

export interface PanelRooms {
  readonly context: vscode.ExtensionContext;
  readonly documents: TaggedDocuments;
  readonly readings: Readings;
  readonly mark: PlaceMark;
  readonly pages: StatementPages;
}

/** The page beside the text on which the tags of a statement's annotators are settled: intents in, states out. */
export class AdjudicationPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #rooms: PanelRooms;
  readonly #tagged: SettledDocument;
  readonly #settled: TaggedDocument;
  readonly #session: AdjudicationSession;
  readonly #view = createAdjudicationView();
  readonly #subscriptions: vscode.Disposable;
  #names: readonly string[];
  #ready = false;
  #done = 0;
  #timer: NodeJS.Timeout | undefined;
  /** When the next state is due, as Date.now(). */
  #due = 0;
  /** The place that the text shows. */
  #shown = '';

  /** @param names whose tags are settled */
  constructor(
    rooms: PanelRooms,
    tagged: SettledDocument,
    settled: TaggedDocument,
    names: readonly string[],
    closed: () => void,
  ) {
    this.#rooms = rooms;
    this.#tagged = tagged;
    this.#settled = settled;
    this.#names = names;
    this.#session = new AdjudicationSession({
      settled: settled.store,
      sides: () => annotatorsOf(tagged).filter(({ annotator }) => this.#names.includes(annotator)),
      by: tagged.annotator,
      now: () => new Date().toISOString(),
    });
    const folder = vscode.Uri.joinPath(rooms.context.extensionUri, 'dist');
    const title = vscode.l10n.t('Settle: {0}', vscode.workspace.asRelativePath(tagged.document.uri));
    this.#panel = vscode.window.createWebviewPanel(
      'jiaozhu.adjudication',
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      { enableScripts: true, localResourceRoots: [folder] },
    );
    const { webview } = this.#panel;
    const soon = () => this.#showSoon();
    this.#subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => {
        const intent = readIntent(message);
        if (intent) void this.#act(intent);
      }),
      this.#panel.onDidChangeViewState(soon),
      rooms.pages.watch(this.#panel, tagged.document),
      this.#panel.onDidDispose(() => {
        this.dispose();
        closed();
      }),
      rooms.documents.onDidChange(({ tagged: changed, change }) => {
        if (changed.document === tagged.document) this.#showSoon(change === 'text' ? textPause : pause);
      }),
      rooms.documents.onDidClose((gone) => {
        if (gone.document === tagged.document) this.#panel.dispose();
      }),
      rooms.readings.onDidChange((document) => {
        if (document === tagged.document) soon();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#markPlace()),
    );
    webview.html = pageHtml(webview, folder, vscode.env.language, 'adjudication');
  }

  /** Whose tags are settled. */
  get names(): readonly string[] {
    return this.#names;
  }

  reveal(names: readonly string[]): void {
    this.#names = names;
    this.#panel.reveal(undefined, false);
    this.#showSoon();
  }

  async #act(intent: Intent): Promise<void> {
    // Counted before the first wait: a state that is made in between has it.
    this.#done = intent.intent;
    if (intent.type === 'ready') {
      this.#ready = true;
      this.#post({ type: 'strings', strings: adjudicationStrings() });
    }
    await this.#do(intent);
    this.#showSoon();
  }

  async #do(intent: Intent): Promise<void> {
    const session = this.#session;
    const { editing } = session;
    switch (intent.type) {
      case 'ready':
        return;
      case 'open':
        return tell(this.#settled);
      case 'export':
        return this.#run('jiaozhu.exportTags');
      case 'report':
        return this.#run('jiaozhu.report.statement');
      case 'choose':
        return session.choose(intent.difference);
      case 'step':
        return session.step(intent.by);
      case 'list':
        return session.show(intent.shown, session.label);
      case 'label':
        return session.show(session.shown, intent.label);
      case 'take':
        return this.#decide(intent.difference, { type: 'take', side: intent.side });
      case 'all':
      case 'neither':
        return this.#decide(intent.difference, { type: intent.type });
      case 'edit':
        if (this.#mayChange()) session.edit(intent.difference);
        return;
      case 'undo':
        if (this.#mayChange() && session.undo()) this.#say(vscode.l10n.t('Undone. {0}', this.#told()));
        return;
      case 'show': {
        const { current } = session;
        if (current) await showRange(this.#tagged.document, current.difference.place, false);
        return;
      }
      case 'editCancel':
        session.editing = undefined;
        return;
      case 'editSave':
        if (!this.#mayChange()) return;
        if (session.saveEdit()) this.#sayNext();
        else if (editing) this.#say(vscode.l10n.t('Nothing is left of the words of this tag.'));
        return;
    }
    if (!editing) return;
    switch (intent.type) {
      case 'editLabel':
        session.editing = { ...editing, label: intent.label };
        return;
      case 'editNote':
        session.editing = { ...editing, note: intent.note };
        return;
      case 'editAttribute':
        session.editing = withAttribute(editing, intent.attribute, intent.value);
        return;
      case 'editEnd':
        session.editing = withEndMoved(editing, intent.end, intent.by, session.text);
        return;
      case 'editSelection': {
        const { document } = this.#tagged;
        const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
        if (!editor || editor.selection.isEmpty) {
          this.#say(vscode.l10n.t('Select words in the text first.'));
        } else session.editing = withRange(editing, toOffsets(document, editor.selection), session.text);
      }
    }
  }

  /** A command on the statement that the page is about. It asks on: nothing here waits for it. */
  #run(command: string): void {
    void vscode.commands.executeCommand(command, this.#tagged.document.uri);
  }

  #decide(difference: string, choice: Choice): void {
    if (this.#mayChange() && this.#session.decide(difference, choice)) this.#sayNext();
  }

  #mayChange(): boolean {
    if (!this.#settled.trouble?.readOnly) return true;
    void tell(this.#settled);
    return false;
  }

  #sayNext(): void {
    const { open } = this.#session.settlement.counts;
    this.#say(
      open === 0
        ? vscode.l10n.t('Settled. Nothing is open any more. The page now has Export… and Show the Report.')
        : vscode.l10n.t('Settled. {0} Still open: {1}', this.#told(), open),
    );
  }

  /** The difference that is looked at, for who cannot see it. */
  #told(): string {
    const { current } = this.#session;
    if (!current) return '';
    const names = aspectNames();
    const aspects = current.difference.aspects.map((aspect) => names[aspect]).join(vscode.l10n.t(', '));
    return vscode.l10n.t('“{0}”: {1}.', wordsOfItem(this.#facts(), current), aspects);
  }

  #facts(): AdjudicationFacts {
    const { readings } = this.#rooms;
    const { document, scheme } = this.#tagged;
    const problem = this.#problem();
    return {
      document: vscode.workspace.asRelativePath(document.uri),
      scheme,
      read: inReadersLanguage,
      words: (range) => readings.words(document, range),
      around: (range) => readings.around(document, range, beside),
      nameOf: annotatorName,
      unfinished: this.#compared()
        .filter(({ store }) => !isFinished(store))
        .map(({ annotator }) => annotatorName(annotator)),
      ...(problem && { problem }),
    };
  }

  #compared() {
    return annotatorsOf(this.#tagged).filter(({ annotator }) => this.#names.includes(annotator));
  }

  /** What keeps decisions from being kept, or an annotator's tags from being seen as they are now. */
  #problem() {
    const { trouble } = this.#settled;
    if (trouble) return problemView(trouble);
    const broken = this.#compared().find(({ problem }) => problem);
    if (!broken?.problem) return undefined;
    const name = annotatorName(broken.annotator);
    return {
      message: vscode.l10n.t('The file of {0} cannot be read: {1}', name, whatIsWrong(broken.problem)),
    };
  }

  #showSoon(delay = pause): void {
    const due = Date.now() + delay;
    if (this.#timer && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#show();
    }, delay);
  }

  #show(): void {
    if (!this.#ready || !this.#panel.visible) return;
    if (!this.#settled.trouble?.readOnly) this.#session.acceptAgreed();
    this.#post({ type: 'state', done: this.#done, state: this.#view(this.#session, this.#facts()) });
    this.#markPlace();
  }

  /** The text shows the place that is looked at, and goes along when that is another. */
  #markPlace(): void {
    const { current } = this.#session;
    const { document } = this.#tagged;
    if (!current || !this.#panel.visible) {
      this.#rooms.mark.clear();
      return;
    }
    const { id, place } = current.difference;
    this.#rooms.mark.show(document, place, id !== this.#shown);
    this.#shown = id;
  }

  #say(text: string): void {
    this.#post({ type: 'say', text });
  }

  #post(message: AdjudicationMessage): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#rooms.mark.clear();
    this.#panel.dispose();
  }
}
