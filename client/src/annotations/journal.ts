import type { JsonObject } from '../../../server/src/text/json.ts';
import { isObject } from '../../../server/src/text/json.ts';
import { mergeSidecars } from './merge.ts';
import { openSidecar } from './opening.ts';
import { type Sha256, type Sidecar, serialiseSidecar, type TextFacts, withAnnotations } from './sidecar.ts';
import { parseSidecar } from './sidecar-parser.ts';

/**
 * The recovery journal: the tags on a text that is not saved yet. While the editor's text is unsaved, the
 * sidecar stays as it is on disk and changes go here; saving writes the sidecar and deletes the journal,
 * “don't save” only deletes the journal. So a journal is found on opening only after a crash, or where the
 * editor brings the unsaved text back itself (hot exit).
 *
 * It is a sidecar with one member more, written whole each time: what it misses is at most the last write.
 */
export interface Journal {
  /** The tags, and the facts of the unsaved text that they lie on. */
  readonly sidecar: Sidecar;
  /** SHA-256 of the sidecar file when the text was last saved; empty where there was none. */
  readonly base: string;
  /** ISO 8601, UTC. */
  readonly written: string;
}

export type JournalReading = { readonly ok: true; readonly journal: Journal } | { readonly ok: false };

const member = 'jiaozhu:journal';

export function serialiseJournal(
  journal: Journal,
  names: { readonly document: string; readonly sidecar: string },
): string {
  const unknown: JsonObject = {
    ...journal.sidecar.unknown,
    [member]: { base: journal.base, written: journal.written },
  };
  return serialiseSidecar({ ...journal.sidecar, unknown }, names);
}

/** Never throws. A journal cut short by a crash is none: the one before it was replaced in one step, or not at all. */
export function parseJournal(text: string): JournalReading {
  const reading = parseSidecar(text);
  if (!reading.ok || !reading.sidecar.text) return { ok: false };
  const { [member]: head, ...unknown } = reading.sidecar.unknown;
  if (!isObject(head) || typeof head.base !== 'string' || typeof head.written !== 'string')
    return { ok: false };
  return {
    ok: true,
    journal: { sidecar: { ...reading.sidecar, unknown }, base: head.base, written: head.written },
  };
}

/**
 * Which tags a document is opened with.
 * - sidecar: there is no journal, or it tells nothing more; a journal that is there can go.
 * - journal: its text is the editor's text: the unsaved text came back, or it was saved and the sidecar was not.
 * - ask: the journal holds tags of a text that is gone. The sidecar is right for the text on disk; a person
 *   decides whether the journal's tags are looked for in it. Until then the journal stays.
 */
export type OpeningChoice = 'sidecar' | 'journal' | 'ask';

/**
 * @param text the facts of the editor's text
 * @param sidecarHash SHA-256 of the sidecar file as it is now; empty where there is none
 */
export function chooseOpening(
  text: TextFacts,
  sidecar: Sidecar,
  sidecarHash: string,
  journal: Journal | null,
): OpeningChoice {
  if (!journal) return 'sidecar';
  const journalText = journal.sidecar.text;
  if (journalText && journalText.sha256 === text.sha256 && journalText.length === text.length) {
    // Somebody else may have written the sidecar since: its tags must not be lost under the journal's.
    if (journal.base === sidecarHash) return 'journal';
    return sameTags(journal.sidecar, sidecar) ? 'sidecar' : 'ask';
  }
  return sameTags(journal.sidecar, sidecar) ? 'sidecar' : 'ask';
}

/**
 * The tags that there are with those of a journal, whose words are looked for in the text. What was done since the
 * journal was written stays, and so does the place of a tag whose words are not found again.
 * @param ours the tags on this text as they are
 * @param base the file of tags as it was when the journal was written; an empty one where that is not known
 */
export function withTagsOf(
  { sidecar }: Journal,
  { base, ours }: { readonly base: Sidecar; readonly ours: Sidecar },
  text: string,
  sha256: Sha256,
): Sidecar {
  const { annotations, lost, partlyLost } = openSidecar(sidecar, text, sha256);
  const lostIds = new Set([...lost, ...partlyLost].map(({ id }) => id));
  const here = new Map(ours.annotations.map((tag) => [tag.id, tag]));
  const found = withAnnotations(sidecar, annotations, text, sha256);
  const theirs = found.annotations.map((tag) => {
    const there = lostIds.has(tag.id) ? here.get(tag.id) : undefined;
    if (!there) return tag;
    const { places, quotes, state, scope } = there;
    return { ...tag, places, quotes, state, scope };
  });
  return mergeSidecars({ base, ours, theirs: { ...found, annotations: theirs } }, 'ours').sidecar;
}

/** Whether both say the same of the same tags, wherever these lie. */
function sameTags(a: Sidecar, b: Sidecar): boolean {
  return sayings(a) === sayings(b);
}

function sayings(sidecar: Sidecar): string {
  return JSON.stringify(
    sidecar.annotations
      .map(({ id, label, note, attributes, review, scope, relations, chain = '' }) => [
        id,
        label,
        note,
        Object.entries(attributes).sort(),
        review,
        scope,
        relations.map(({ type, target }) => [type, target]),
        chain,
      ])
      .sort((x, y) => (String(x[0]) < String(y[0]) ? -1 : 1)),
  );
}
