import { partsOf } from '../../../../server/src/features/reading.ts';
import { setLanguage } from '../../../../server/src/l10n/language.ts';
import { createStatementService } from '../../../../server/src/service.ts';
import type { FileEncoding } from '../../../../server/src/text/encoding/detection.ts';
import { isSettled } from '../../annotations/adjudication/settled-sidecar.ts';
import type { AnnotatorTags, ComparedDocument } from '../../annotations/agreement/compared-document.ts';
import { openSidecar } from '../../annotations/opening.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { sha256 } from '../sha256.ts';
import { readSidecar } from '../sidecars.ts';
import { readSource } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';
import type { SidecarIndex } from './sidecar-index.ts';

/** Reads documents with the tags of all their annotators, one at a time. */
export class ComparedDocuments {
  /** How many files hold settled tags. */
  settled = 0;
  /** Whether a file of tags could not be read. */
  failed = false;
  readonly #service = createStatementService();
  readonly #terminal: Terminal;
  readonly #say: Messages;
  readonly #encoding: FileEncoding | undefined;
  readonly #sidecars: SidecarIndex;

  constructor(sidecars: SidecarIndex, terminal: Terminal, say: Messages, encoding: FileEncoding | undefined) {
    this.#sidecars = sidecars;
    setLanguage(say.language);
    this.#terminal = terminal;
    this.#say = say;
    this.#encoding = encoding;
  }

  /**
   * @param annotators whose tags alone
   * @throws Failure where the document cannot be read
   */
  async read(path: string, annotators: readonly string[]): Promise<ComparedDocument> {
    const { text } = await readSource(path, this.#terminal, this.#encoding);
    const analysis = this.#service.analyse(text);
    return {
      name: path,
      text,
      parts: partsOf(analysis),
      annotators: this.#sidecars.of(path).flatMap(({ sidecar, annotator }) => {
        return annotators.includes(annotator) ? this.#tagsIn(sidecar, annotator, { path, text }) : [];
      }),
    };
  }

  #tagsIn(
    sidecar: string,
    annotator: string,
    document: { readonly path: string; readonly text: string },
  ): AnnotatorTags[] {
    const say = this.#say;
    const read = readSidecar(sidecar, ({ tell, loses }) => {
      if (loses === 'file') this.#fail(new Failure(tell));
      else this.#terminal.err(say.notCompared(tell(say), loses === 'item'));
    });
    if (!read) return [];
    if (isSettled(read.sidecar)) {
      this.settled += 1;
      return [];
    }
    const opening = openSidecar(read.sidecar, document.text, sha256);
    const gone = opening.lost.length + opening.partlyLost.length;
    if (opening.moved.length + gone > 0) {
      const names = [visible(sidecar), visible(document.path)] as const;
      this.#terminal.err(say.tagsOutOfDate(...names, opening.moved.length, gone));
    }
    return [{ annotator, tags: opening.annotations }];
  }

  #fail(failure: Failure): void {
    this.#terminal.err(`jiaozhu: ${visible(failure.tell(this.#say))}`);
    this.failed = true;
  }
}
