import * as vscode from 'vscode';
import { chooseOpening, type Journal, withTagsOf } from '../../annotations/journal.ts';
import { type Opening, openSidecar } from '../../annotations/opening.ts';
import { newSidecar, type Sidecar, textFacts } from '../../annotations/sidecar.ts';
import { showWarningMessage } from '../notice.ts';
import type { JournalFile, LeftJournal } from './journal-file.ts';
import { hash, type Layer } from './layer.ts';

/** Makes the tags that there are to be of those that were left, and those that are there. Offsets: UTF-16 in the text. */
type Take = (annotations: (text: string) => Opening['annotations']) => Promise<boolean>;

/**
 * After a crash, or where the editor has brought unsaved text back: the journal knows more than the file. One that a
 * person has to decide on is set aside, where nothing that is done meanwhile reaches it, until there is an answer.
 */
export class Recovery {
  readonly #document: vscode.TextDocument;
  readonly #own: Layer;
  readonly #file: JournalFile;
  readonly #take: Take;
  /** The file of tags as the statement was opened with it. */
  readonly #sidecar: Sidecar;
  readonly #sidecarHash: string;

  /** @param take puts tags on the text as it is then; whether they are kept */
  constructor(document: vscode.TextDocument, own: Layer, file: JournalFile, take: Take) {
    this.#document = document;
    this.#own = own;
    this.#file = file;
    this.#take = take;
    this.#sidecar = own.sidecar;
    this.#sidecarHash = own.contentHash;
  }

  async of(journal: Journal | null): Promise<void> {
    const { problem } = this.#own;
    const choice = problem ? 'ask' : this.#choose(journal);
    if (journal && choice === 'ask') await this.#file.setAside();
    // A file that is broken takes no tags: they wait until it is not.
    if (problem) return;
    if (journal && choice === 'journal') await this.#takeAll(journal);
    if (journal && choice === 'sidecar' && !this.#document.isDirty) await this.#file.remove();
    const asked: LeftJournal[] = [];
    for (const left of await this.#file.setAsideBefore()) {
      if (this.#choose(left.journal) === 'sidecar') await left.remove();
      else asked.push(left);
    }
    if (asked.length > 0) void this.#ask(asked);
  }

  #choose(journal: Journal | null) {
    const facts = textFacts(this.#document.getText(), hash);
    return chooseOpening(facts, this.#sidecar, this.#sidecarHash, journal);
  }

  async #takeAll({ sidecar }: Journal): Promise<void> {
    await this.#take((text) => openSidecar(sidecar, text, hash).annotations);
  }

  async #ask(asked: readonly LeftJournal[]): Promise<void> {
    const yes = vscode.l10n.t('Look for Them');
    const no = vscode.l10n.t('Discard Them');
    const answer = await showWarningMessage(
      vscode.l10n.t(
        '“{0}” was closed with tags that were not saved. Look for their words in the text as it is now?',
        vscode.workspace.asRelativePath(this.#document.uri),
      ),
      yes,
      no,
    );
    if (answer !== yes && answer !== no) return;
    for (const { journal, remove } of asked) if (answer === no || (await this.#add(journal))) await remove();
  }

  /** Adds its tags to those that are there now, some of which may have been made while it was asked. */
  #add(journal: Journal): Promise<boolean> {
    const base = journal.base === this.#sidecarHash ? this.#sidecar : newSidecar();
    return this.#take((text) => {
      const sidecar = withTagsOf(journal, { base, ours: this.#own.current() }, text, hash);
      return openSidecar(sidecar, text, hash).annotations;
    });
  }
}
