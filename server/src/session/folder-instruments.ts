import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { DIAGNOSTIC_SOURCE } from '../features/diagnostics.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { builtInFile, loadRegistry } from '../instruments/registry.ts';
import { say } from '../l10n/bilingual.ts';
import { createStatementService, type StatementService } from '../service.ts';
import { LineTable } from '../text/lines.ts';
import { joined } from '../workspace/file-uri.ts';
import {
  type InstrumentsProblem,
  instrumentsPath,
  largestInstrumentsFile,
  readInstruments,
} from '../workspace/instruments-file.ts';
import type { WorkspaceFiles } from '../workspace/workspace-files.ts';
import type { Folders } from './folders.ts';

/** What following the instruments of folders needs. */
export interface FolderInstrumentsContext {
  readonly files: WorkspaceFiles;
  readonly folders: Folders;
  /** Serves where a folder has no instruments of its own. */
  readonly service: StatementService;
  /** The client says itself what in the file does not fit its schema. */
  readonly checksSchema: boolean;
  readonly publish: (uri: string, diagnostics: Diagnostic[]) => void;
  /** The instruments of a folder are no longer what they were. */
  readonly onChange: (folder: string) => void;
  readonly onFailure: (message: string) => void;
}

/** A folder's own instruments, as far as they are known. */
interface Known {
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  readonly instruments: readonly Instrument[];
  readonly service: StatementService;
}

/** The instruments of `.jiaozhu/instruments.json` in each folder of the workspace. */
export class FolderInstruments {
  readonly #context: FolderInstrumentsContext;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<void>>();
  /** Folders in whose files something was wrong. */
  readonly #troubled = new Set<string>();

  constructor(context: FolderInstrumentsContext) {
    this.#context = context;
  }

  /** Knows the instruments for a document: those of its folder beside the built-in ones. */
  serviceFor(uri: string): StatementService {
    const folder = this.#context.folders.of(uri);
    return (folder === undefined ? undefined : this.#known.get(folder)?.service) ?? this.#context.service;
  }

  /** A folder's own instruments. */
  of(folder: string): readonly Instrument[] {
    return this.#known.get(folder)?.instruments ?? [];
  }

  /** The file that holds the instruments for a document, and its text as it was last read; undefined outside of all folders. */
  fileFor(uri: string): { readonly uri: string; readonly text: string | undefined } | undefined {
    const folder = this.#context.folders.of(uri);
    if (folder === undefined) return undefined;
    return { uri: fileOf(folder), text: this.#known.get(folder)?.text };
  }

  /** The folder whose instruments a file holds. */
  folderOf(uri: string): string | undefined {
    return this.#context.folders.all.find((folder) => fileOf(folder) === uri);
  }

  /** When the instruments for a document are known. */
  async settled(uri: string): Promise<void> {
    const folder = this.#context.folders.of(uri);
    if (folder !== undefined) await this.#reading.get(folder);
  }

  /** Reads the file of a folder, for the first time or because it may have changed. Never throws. */
  read(folder: string): Promise<void> {
    const isLast = () => this.#reading.get(folder) === reading;
    const uri = fileOf(folder);
    const reading = this.#context.files
      .readText(uri, 4 * largestInstrumentsFile)
      .then((text) => {
        // The folder may be gone by now, or a later reading may have overtaken this one.
        if (isLast()) this.#take(folder, text);
      })
      .catch((error) => this.#context.onFailure(`${uri} could not be read: ${String(error)}`));
    this.#reading.set(folder, reading);
    return reading;
  }

  forget(folder: string): void {
    this.#reading.delete(folder);
    this.#known.delete(folder);
    this.#tell(folder, '', []);
  }

  #take(folder: string, text: string | undefined): void {
    const before = this.#known.get(folder);
    const { instruments, problems } =
      text === undefined
        ? { instruments: [], problems: [] }
        : readInstruments(text, builtInFile(), this.#context);
    this.#tell(folder, text ?? '', problems);
    const now = instruments ?? before?.instruments ?? [];
    if (JSON.stringify(now) === JSON.stringify(before?.instruments ?? [])) {
      const service = before?.service ?? this.#context.service;
      this.#known.set(folder, { text, instruments: now, service });
      return;
    }
    this.#known.set(folder, { text, instruments: now, service: this.#serviceWith(now) });
    this.#context.onChange(folder);
  }

  #serviceWith(instruments: readonly Instrument[]): StatementService {
    if (instruments.length === 0) return this.#context.service;
    return createStatementService(loadRegistry(builtInFile().instruments, instruments));
  }

  #tell(folder: string, text: string, problems: readonly InstrumentsProblem[]): void {
    if (problems.length === 0 && !this.#troubled.delete(folder)) return;
    if (problems.length > 0) this.#troubled.add(folder);
    const lines = new LineTable(text);
    const diagnostics = problems.map(({ severity, range, message }) => ({
      range: lines.toPositions(range),
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: DIAGNOSTIC_SOURCE,
      code: 'instruments-file',
      message: say(message),
    }));
    this.#context.publish(fileOf(folder), diagnostics);
  }
}

function fileOf(folder: string): string {
  return joined(folder, ...instrumentsPath);
}
