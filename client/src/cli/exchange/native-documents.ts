import { statementFacts } from '../../../../server/src/features/statement-facts.ts';
import { setLanguage } from '../../../../server/src/l10n/language.ts';
import type { StatementFacts } from '../../../../server/src/protocol.ts';
import type { FileEncoding } from '../../../../server/src/text/encoding/detection.ts';
import { foreignIn, type NativeDocument } from '../../annotations/exchange/native-document.ts';
import { openSidecar } from '../../annotations/opening.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { serviceFor } from '../own-instruments.ts';
import { sha256 } from '../sha256.ts';
import { readSidecar } from '../sidecars.ts';
import { readSource, type Source } from '../source.ts';
import { type Terminal, visible } from '../terminal.ts';
import type { OutgoingDocument } from './documents-below.ts';

/** Reads documents with their tags, one at a time. */
export class NativeDocuments {
  readonly #terminal: Terminal;
  readonly #say: Messages;
  readonly #encoding: FileEncoding | undefined;
  readonly #facts: boolean;
  /** The text that was read last: that of several annotators is read once. */
  #last: { readonly source: Source; readonly facts?: NativeDocument['facts'] } | undefined;

  /** @param facts whether what is known of the text is needed */
  constructor(terminal: Terminal, say: Messages, facts: boolean, encoding?: FileEncoding) {
    this.#terminal = terminal;
    this.#say = say;
    this.#facts = facts;
    this.#encoding = encoding;
    setLanguage(say.language);
  }

  /** @throws Failure where the document or its tags cannot be read */
  async read({ path, sidecar, annotator, below, name }: OutgoingDocument): Promise<NativeDocument> {
    if (this.#last?.source.name !== path) this.#last = await this.#readText(path);
    const { source, facts } = this.#last;
    const plain = { name, path: below, text: source.text, annotator, ...(facts && { facts }) };
    if (sidecar === undefined) return { ...plain, tags: [] };
    const read = readSidecar(sidecar, ({ tell, loses }) => {
      if (loses === 'file') throw new Failure(tell);
      this.#terminal.err(this.#say.notExported(tell(this.#say), loses === 'item'));
    });
    // What hides all of the file has thrown.
    const opening = openSidecar(read!.sidecar, source.text, sha256);
    const gone = opening.lost.length + opening.partlyLost.length;
    if (opening.moved.length + gone > 0) {
      const [file, document] = [visible(sidecar), visible(path)];
      this.#terminal.err(this.#say.tagsOutOfDate(file, document, opening.moved.length, gone));
    }
    const foreign = foreignIn(read!.sidecar);
    return { ...plain, tags: opening.annotations, ...(foreign && { foreign }) };
  }

  async #readText(path: string) {
    const source = await readSource(path, this.#terminal, this.#encoding);
    if (!this.#facts) return { source };
    return { source, facts: factsOf(path, source.text, this.#terminal, this.#say) };
  }
}

/** What is known of a text. @param path of the file that it is of, whose folder may know more instruments */
export function factsOf(path: string, text: string, terminal: Terminal, say: Messages): StatementFacts {
  setLanguage(say.language);
  return statementFacts(serviceFor({ name: path }, terminal, say).analyse(text));
}
