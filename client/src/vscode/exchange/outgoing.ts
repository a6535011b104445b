import * as vscode from 'vscode';
import { outputNames } from '../../annotations/exchange/document-names.ts';
import type { NativeDocument } from '../../annotations/exchange/native-document.ts';
import { safeAnnotator } from '../../annotations/sidecar-name.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { FoundLayer, FoundStatement } from '../statements.ts';
import { whatIsWrong } from '../tagging/problem-text.ts';

/** A statement with the tags of one annotator, on its way out. */
export interface OutgoingDocument {
  readonly found: FoundStatement;
  readonly annotator: string;
  /** Its path below the folder that paths are below. */
  readonly path: string;
  /** The name that it goes out by. */
  readonly name: string;
}

/**
 * The statements with each of their annotators, by the names that they go out by; one without tags for nobody in
 * particular.
 * @param base the folder that paths are below
 * @param chosen whose tags go out; absent: everybody's
 */
export function outgoingDocuments(
  statements: readonly FoundStatement[],
  base: vscode.Uri,
  chosen?: ReadonlySet<string>,
): readonly OutgoingDocument[] {
  const root = `${base.path.replace(/\/$/, '')}/`;
  const all = statements.flatMap((found) => {
    const path = found.uri.path.startsWith(root) ? found.uri.path.slice(root.length) : found.name;
    const annotators = found.annotators.length > 0 ? found.annotators : [''];
    return annotators
      .filter((annotator) => !chosen || chosen.has(annotator) || found.annotators.length === 0)
      .map((annotator) => ({ found, path, annotator }));
  });
  // As the files of tags have them: an open statement's annotator is as the setting says.
  const names = outputNames(
    all.map(({ path, annotator }) => ({ path, annotator: safeAnnotator(annotator) })),
  );
  return all.map((each, at) => ({ ...each, name: names[at]! }));
}

/** What came of reading a document: it, or why it cannot be read. */
export type ReadOutgoing =
  | { readonly ok: true; readonly native: NativeDocument }
  | { readonly ok: false; readonly reason: string };

/** Reads documents with their tags, one at a time. */
export class OutgoingReader {
  readonly #client: Pick<StatementClient, 'statementFacts'>;
  readonly #needsFacts: boolean;
  /** The statement that was read last: that of several annotators is read once. */
  #last:
    | {
        readonly found: FoundStatement;
        readonly text: string;
        readonly layers: readonly FoundLayer[];
        readonly facts: NativeDocument['facts'] | null;
      }
    | undefined;

  constructor(client: Pick<StatementClient, 'statementFacts'>, needsFacts: boolean) {
    this.#client = client;
    this.#needsFacts = needsFacts;
  }

  async read({ found, annotator, path, name }: OutgoingDocument): Promise<ReadOutgoing> {
    if (this.#last?.found !== found) {
      this.#last = undefined;
      const text = (await found.text())?.replace(/^\ufeff/, '');
      if (text === undefined) return { ok: false, reason: vscode.l10n.t('its text cannot be read') };
      const facts = this.#needsFacts ? await this.#client.statementFacts(found.uri, text) : undefined;
      this.#last = { found, text, layers: await found.layers(text), facts };
    }
    const { text, layers, facts } = this.#last;
    if (facts === null) {
      return {
        ok: false,
        reason: vscode.l10n.t('the language server, which reads its text, does not answer'),
      };
    }
    const layer = layers.find((each) => each.annotator === annotator);
    if (layer?.problem) return { ok: false, reason: whatIsWrong(layer.problem) };
    const native: NativeDocument = {
      name,
      path,
      text,
      annotator: safeAnnotator(annotator),
      tags: layer?.tags ?? [],
      ...(layer?.foreign && { foreign: layer.foreign }),
      ...(facts && { facts }),
    };
    return { ok: true, native };
  }
}
