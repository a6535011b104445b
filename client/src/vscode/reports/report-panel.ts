import * as vscode from 'vscode';
import { byteOrderMark } from '../../citations/format.ts';
import type { Figure } from '../../reports/figure.ts';
import { figureCsv } from '../../reports/figure-csv.ts';
import { type ReportIntent, readReportIntent } from '../../reports/intent.ts';
import { type CountingState, placeOf, type ReportMessage, shown } from '../../reports/messages.ts';
import type { TextFiles } from '../files.ts';
import { showErrorMessage } from '../notice.ts';
import { pageHtml } from '../panel/page-html.ts';
import { hasPlaceForFiles, saveText } from '../save-text.ts';
import { AwaitedDrawings } from './awaited-drawings.ts';
import { showPlace } from './show-place.ts';
import { reportStrings } from './strings.ts';

/** A report as a panel shows it. */
export interface Report {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly annotators: readonly string[];
  readonly annotator: string | null;
  readonly state: CountingState;
}

/** What a person asks of a panel beyond what it does by itself. */
export interface ReportWishes {
  refresh(): void;
  /** Null: everyone. */
  choose(annotator: string | null): void;
  closed(): void;
}

/** A page with the figures of a report; it is closed as an editor is. */
export class ReportPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #files: TextFiles;
  readonly #drawings = new AwaitedDrawings();
  #report: Report | undefined;
  #version = 0;
  #ready = false;

  constructor(context: vscode.ExtensionContext, files: TextFiles, title: string, wishes: ReportWishes) {
    const folder = vscode.Uri.joinPath(context.extensionUri, 'dist');
    this.#files = files;
    this.#panel = vscode.window.createWebviewPanel(
      'jiaozhu.report',
      title,
      { viewColumn: vscode.ViewColumn.Active },
      { enableScripts: true, localResourceRoots: [folder] },
    );
    this.#panel.onDidDispose(() => {
      this.#drawings.drawn();
      wishes.closed();
    });
    // A page out of sight is not drawn.
    this.#panel.onDidChangeViewState(() => {
      if (!this.#panel.visible) this.#drawings.drawn();
    });
    this.#panel.webview.onDidReceiveMessage((message: unknown) => {
      const intent = readReportIntent(message);
      if (intent) void this.#act(intent, wishes);
    });
    this.#panel.webview.html = pageHtml(this.#panel.webview, folder, vscode.env.language, 'report');
  }

  show(report: Report): void {
    this.#report = report;
    this.#panel.title = report.title;
    this.#send();
  }

  /**
   * Resolves when what was shown last is on the screen, or will not be. In a window out of sight that may take until
   * somebody looks at it again: nothing but showing more is to wait for it.
   */
  async drawn(): Promise<void> {
    if (this.#ready && this.#panel.visible) await this.#drawings.of(this.#version);
  }

  /** Tells how far the counting has come; the figures stay as they are. */
  progress(state: CountingState): void {
    if (!this.#report) return;
    this.#report = { ...this.#report, state };
    this.#post({ type: 'progress', state });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.dispose();
  }

  async #act(intent: ReportIntent, wishes: ReportWishes): Promise<void> {
    switch (intent.type) {
      case 'ready':
        // A page that was hidden begins anew.
        this.#ready = true;
        this.#drawings.drawn();
        this.#post({ type: 'strings', strings: reportStrings() });
        this.#send();
        return;
      case 'drawn':
        this.#drawings.drawn(intent.version);
        return;
      case 'refresh':
        if (!this.#report?.state.running) wishes.refresh();
        return;
      case 'annotator':
        wishes.choose(intent.annotator);
        return;
      case 'csv': {
        const figure = this.#figure(intent.figure);
        if (figure) await this.#save(figure, 'csv', byteOrderMark + figureCsv(figure));
        return;
      }
      case 'svg': {
        const figure = this.#figure(intent.figure);
        const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
        if (figure) await this.#save(figure, 'svg', `${head}${intent.svg}\n`);
        return;
      }
      case 'go': {
        // Numbers of a report that has been counted anew since are others.
        const row = this.#version === intent.version && this.#figure(intent.figure)?.rows[intent.row];
        const place = row ? placeOf(row, intent.column) : undefined;
        if (place) await showPlace(place);
      }
    }
  }

  #figure(id: string): Figure | undefined {
    return this.#report?.figures.find((figure) => figure.id === id);
  }

  async #save(figure: Figure, ending: 'csv' | 'svg', text: string): Promise<void> {
    if (!hasPlaceForFiles()) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text }));
      return;
    }
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const filter = ending === 'csv' ? vscode.l10n.t('CSV for Excel') : 'SVG';
    const uri = await vscode.window.showSaveDialog({
      title: figure.title,
      filters: { [filter]: [ending] },
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${figure.id}.${ending}`) }),
    });
    if (uri) await saveText(uri, text, this.#files);
  }

  #send(): void {
    if (!this.#report) return;
    this.#version += 1;
    const report = { ...this.#report, figures: this.#report.figures.map(shown), version: this.#version };
    this.#post({ type: 'report', report });
  }

  #post(message: ReportMessage): void {
    if (!this.#ready) return;
    this.#panel.webview.postMessage(message).then(undefined, (error: unknown) => {
      void showErrorMessage(error instanceof Error ? error.message : String(error));
    });
  }
}
