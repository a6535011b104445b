import * as vscode from 'vscode';
import type { CountedStatement } from '../../reports/counted-statement.ts';
import type { Figure } from '../../reports/figure.ts';
import type { CountingState } from '../../reports/messages.ts';
import { type Asked, folderReport, statementReport } from '../../reports/report.ts';
import { fileName, type TextFiles } from '../files.ts';
import { activeStatement } from '../language/active-statement.ts';
import type { StatementClient } from '../language/statement-client.ts';
import { statementAt } from '../language/statement-pages.ts';
import { showInformationMessage } from '../notice.ts';
import { withPatience } from '../patience.ts';
import type { Readings } from '../reading/readings.ts';
import { type FoundStatement, findStatements, openStatement } from '../statements.ts';
import { nameOf } from '../tagging/label-name.ts';
import { chooseFolder, type LabelSchemes } from '../tagging/label-schemes.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import { type Gathered, gather } from './gathering.ts';
import { Pace } from './pace.ts';
import { ReportPanel } from './report-panel.ts';
import { reportWords } from './words.ts';

/** What the reports are made from. */
export interface ReportRooms {
  readonly documents: TaggedDocuments;
  readonly readings: Readings;
  readonly files: TextFiles;
  readonly schemes: LabelSchemes;
  readonly client: StatementClient;
}

/** What one report is of. */
interface Subject {
  /** Its place among the panels. */
  readonly key: string;
  readonly title: string;
  /** The document or the folder whose labels count. */
  readonly scheme: vscode.Uri;
  find(): Promise<readonly FoundStatement[]>;
  figures(statements: readonly CountedStatement[], asked: Asked): Figure[];
}

/** The reports: of the statement at hand, and of a folder. */
export function reports(context: vscode.ExtensionContext, rooms: ReportRooms): vscode.Disposable {
  const open = new Map<string, OpenReport>();
  const show = (subject: Subject) => {
    const there = open.get(subject.key);
    if (there) {
      there.reveal();
      return there.count();
    }
    const report = new OpenReport(context, rooms, subject, () => open.delete(subject.key));
    open.set(subject.key, report);
    return report.count();
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('jiaozhu.report.statement', async (place: unknown) => {
      const document = statementAt(place) ?? activeStatement()?.document;
      if (document) await show(subjectOfStatement(document, rooms));
      else void showInformationMessage(vscode.l10n.t('Open a statement to see its report.'));
    }),
    vscode.commands.registerCommand('jiaozhu.report.folder', async () => {
      const folder = await chooseFolder();
      if (folder) await show(subjectOfFolder(folder, rooms));
      else void showInformationMessage(vscode.l10n.t('Open a folder to see its report.'));
    }),
    // What one writes in a statement is counted in its report.
    rooms.documents.onDidChange(({ tagged }) => open.get(String(tagged.document.uri))?.countSoon()),
    { dispose: () => [...open.values()].forEach((report) => void report.close()) },
  );
}

function subjectOfStatement(
  document: vscode.TextDocument,
  { documents, readings, files }: ReportRooms,
): Subject {
  return {
    key: String(document.uri),
    title: vscode.l10n.t('Report: {0}', fileName(document.uri)),
    scheme: document.uri,
    async find() {
      const tagged = documents.of(document);
      if (tagged) return [openStatement(tagged.document, tagged, readings)];
      // It has been closed since.
      const all = await findStatements(documents, readings, files);
      return all.filter(({ uri }) => String(uri) === String(document.uri));
    },
    figures: ([statement], asked) => (statement ? statementReport(statement, asked) : []),
  };
}

function subjectOfFolder(folder: vscode.Uri, { documents, readings, files }: ReportRooms): Subject {
  return {
    key: `folder ${folder}`,
    title: vscode.l10n.t('Report: {0}', folderName(folder)),
    scheme: folder,
    async find() {
      const all = await findStatements(documents, readings, files);
      return all.filter(({ uri }) => String(uri).startsWith(`${folder}/`));
    },
    figures: folderReport,
  };
}

/** The name of a folder for the head of a report. */
function folderName(folder: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(folder)?.name ?? folder.path.split('/').at(-1) ?? '';
}

/** How long after a change a statement is counted anew, in milliseconds. */
const pause = 800;
/** How often figures are shown at most while they are counted, in milliseconds. */
const showEvery = 700;
const nothing: Gathered = { statements: [], counted: 0, all: 0, unread: 0 };

/** A report in its panel, counted when it is asked for. */
class OpenReport {
  readonly #rooms: ReportRooms;
  readonly #subject: Subject;
  readonly #panel: ReportPanel;
  #gathered = nothing;
  #annotator: string | null = null;
  #running = false;
  #cancelled = false;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: vscode.ExtensionContext, rooms: ReportRooms, subject: Subject, closed: () => void) {
    this.#rooms = rooms;
    this.#subject = subject;
    this.#panel = new ReportPanel(context, rooms.files, subject.title, {
      refresh: () => void this.count(),
      choose: (annotator) => {
        this.#annotator = annotator;
        void this.#show();
      },
      closed: () => {
        this.#isClosed = true;
        clearTimeout(this.#timer);
        closed();
      },
    });
  }

  /** Counts anew, and shows what there is as it comes. */
  async count(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#cancelled = false;
    // What was counted before stays in sight while a single statement is counted anew.
    await this.#show();
    try {
      await withPatience(this.#subject.title, async ({ token, report }) => {
        const found = await this.#subject.find();
        let before = 0;
        const pace = new Pace(showEvery);
        const isCancelled = () => token.isCancellationRequested || this.#isClosed;
        this.#gathered = await gather(found, this.#rooms.client, isCancelled, (gathered) => {
          report(
            vscode.l10n.t('{0} of {1}', gathered.counted, gathered.all),
            (gathered.counted - before) / gathered.all,
          );
          before = gathered.counted;
          this.#gathered = gathered;
          this.#panel.progress(this.#state());
          pace.offer(async () => {
            await this.#show();
            await this.#panel.drawn();
          });
        });
        this.#cancelled = token.isCancellationRequested;
      });
    } finally {
      this.#running = false;
      await this.#show();
    }
  }

  countSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#running) this.countSoon();
      else void this.count();
    }, pause);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.close();
  }

  async #show(): Promise<void> {
    const { statements, agreement } = this.#gathered;
    const scheme = await this.#rooms.schemes.of({ uri: this.#subject.scheme });
    if (this.#isClosed) return;
    const annotators = annotatorsOf(statements);
    const annotator = annotators.find((name) => name === this.#annotator) ?? null;
    const asked: Asked = {
      words: reportWords(),
      scheme,
      nameOf,
      ...(annotator !== null && { annotator }),
      ...(agreement && { agreement }),
    };
    const begun = statements.length > 0 || !this.#running;
    this.#panel.show({
      title: this.#subject.title,
      figures: begun ? this.#subject.figures(statements, asked) : [],
      annotators,
      annotator,
      state: this.#state(),
    });
  }

  #state(): CountingState {
    const { counted, all, unread } = this.#gathered;
    return { counted, all, running: this.#running, cancelled: this.#cancelled, unread };
  }
}

/** Those who have tagged anything, by their names. */
function annotatorsOf(statements: readonly CountedStatement[]): string[] {
  const names = statements.flatMap(({ layers }) =>
    layers.filter(({ counts }) => counts.length > 0).map(({ annotator }) => annotator),
  );
  return [...new Set(names)].sort();
}
