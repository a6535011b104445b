import { StatementDocument } from './document.ts';
import { isRecord, Malformed } from './malformed.ts';
import { isPositionRange } from './parameters.ts';
import type { StatementService } from './service.ts';
import type { TextChange } from './text/changes.ts';

/** The documents that the client has open. What comes over the wire is checked here, once. */
export class Documents {
  readonly #service: StatementService;
  readonly #onFailure: (message: string) => void;
  readonly #open = new Map<string, StatementDocument>();

  constructor(service: StatementService, onFailure: (message: string) => void = () => {}) {
    this.#service = service;
    this.#onFailure = onFailure;
  }

  get all(): readonly StatementDocument[] {
    return [...this.#open.values()];
  }

  get(uri: string): StatementDocument | undefined {
    return this.#open.get(uri);
  }

  /** @throws Malformed where the text is none. */
  open(uri: string, version: number, text: string): StatementDocument {
    if (typeof text !== 'string') throw new Malformed(`${uri} was opened without a text.`);
    const document = new StatementDocument(this.#service, uri, version, text, this.#onFailure);
    this.#open.set(uri, document);
    return document;
  }

  /**
   * The document after the changes.
   * @throws Error where it is not open, Malformed where a change is none; the document then stays as it was.
   */
  change(uri: string, version: number, changes: readonly TextChange[]): StatementDocument {
    const document = this.#open.get(uri);
    if (document === undefined) throw new Error(`${uri} was changed before it was opened.`);
    if (!Array.isArray(changes) || !changes.every(isChange)) {
      throw new Malformed(`${uri} was changed in a way that cannot be read.`);
    }
    document.change(version, changes);
    return document;
  }

  /** The document that was open under this name, if any. */
  close(uri: string): StatementDocument | undefined {
    const document = this.#open.get(uri);
    this.#open.delete(uri);
    return document;
  }
}

function isChange(value: unknown): value is TextChange {
  if (!isRecord(value) || typeof value.text !== 'string') return false;
  return value.range === undefined || value.range === null || isPositionRange(value.range);
}
