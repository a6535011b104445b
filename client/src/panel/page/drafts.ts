/**
 * Notes on their way from the page to the extension. A snapshot that was made before a note arrived must not
 * put the old words back under a person's hands: so a draft stands until a snapshot acknowledges it.
 */
export interface Drafts {
  /** A person typed; the note is sent after a pause, or by `flush`. */
  write(tag: string, note: string): void;
  /** What to show for a tag whose note a snapshot gives. */
  show(tag: string, given: string): string;
  /** A snapshot has taken into account every intent up to this number. */
  acknowledge(done: number): void;
  /** Sends what waits: the person left the field, or the page is about to go. */
  flush(): void;
  /** What a page that is made anew has to send: the notes that no snapshot has acknowledged. */
  unsettled(): Readonly<Record<string, string>>;
}

/** What drafts need from their surroundings. */
export interface DraftSurroundings {
  /** Sends a note, and returns the number of the intent. */
  send(tag: string, note: string): number;
  /** Calls back after the pause; returns what cancels it. */
  later(call: () => void): () => void;
  /** The unsettled drafts have changed. */
  changed(): void;
}

interface Draft {
  note: string;
  /** The intent that carries it; absent while it waits. */
  intent?: number | undefined;
  cancel?: (() => void) | undefined;
}

/** Holds drafts; sends each one when its author pauses. */
export function createDrafts(surroundings: DraftSurroundings): Drafts {
  const drafts = new Map<string, Draft>();
  const send = (tag: string, draft: Draft) => {
    draft.cancel?.();
    draft.cancel = undefined;
    draft.intent = surroundings.send(tag, draft.note);
  };
  return {
    write(tag, note) {
      const draft: Draft = drafts.get(tag) ?? { note };
      draft.cancel?.();
      draft.note = note;
      draft.intent = undefined;
      draft.cancel = surroundings.later(() => send(tag, draft));
      drafts.set(tag, draft);
      surroundings.changed();
    },
    show: (tag, given) => drafts.get(tag)?.note ?? given,
    acknowledge(done) {
      let settled = false;
      for (const [tag, draft] of drafts) {
        if (draft.intent === undefined || draft.intent > done) continue;
        drafts.delete(tag);
        settled = true;
      }
      if (settled) surroundings.changed();
    },
    flush() {
      for (const [tag, draft] of drafts) if (draft.intent === undefined) send(tag, draft);
    },
    unsettled: () => Object.fromEntries([...drafts].map(([tag, { note }]) => [tag, note])),
  };
}
