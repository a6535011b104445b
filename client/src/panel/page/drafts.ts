/**
 * Notes and other texts on their way from the page to the extension, each under a key (see draft-key.ts). A state that
 * was made before a text arrived must not put the old words back under a person's hands: so a draft stands until a
 * state acknowledges it.
 */
export interface Drafts {
  /** A person typed; the text is sent after a pause, or by `flush`. */
  write(key: string, text: string): void;
  /** What to show under a key for which a state gives this text. */
  show(key: string, given: string): string;
  /** A state has taken into account every intent up to this number. */
  acknowledge(done: number): void;
  /** Sends what waits: the person left the field, or the page is about to go. */
  flush(): void;
  /** What a page that is made anew has to send: the texts that no state has acknowledged. */
  unsettled(): Readonly<Record<string, string>>;
}

/** What drafts need from their surroundings. */
export interface DraftSurroundings {
  /** Sends a text, and returns the number of the intent. */
  send(key: string, text: string): number;
  /** Calls back after the pause; returns what cancels it. */
  later(call: () => void): () => void;
  /** The unsettled drafts have changed. */
  changed(): void;
}

interface Draft {
  text: string;
  /** The intent that carries it; absent while it waits. */
  intent?: number | undefined;
  cancel?: (() => void) | undefined;
}

/** Holds drafts; sends each one when its author pauses. */
export function createDrafts(surroundings: DraftSurroundings): Drafts {
  const drafts = new Map<string, Draft>();
  const send = (key: string, draft: Draft) => {
    draft.cancel?.();
    draft.cancel = undefined;
    draft.intent = surroundings.send(key, draft.text);
  };
  return {
    write(key, text) {
      const draft: Draft = drafts.get(key) ?? { text };
      draft.cancel?.();
      draft.text = text;
      draft.intent = undefined;
      draft.cancel = surroundings.later(() => send(key, draft));
      drafts.set(key, draft);
      surroundings.changed();
    },
    show: (key, given) => drafts.get(key)?.text ?? given,
    acknowledge(done) {
      let settled = false;
      for (const [key, draft] of drafts) {
        if (draft.intent === undefined || draft.intent > done) continue;
        drafts.delete(key);
        settled = true;
      }
      if (settled) surroundings.changed();
    },
    flush() {
      for (const [key, draft] of drafts) if (draft.intent === undefined) send(key, draft);
    },
    unsettled: () => Object.fromEntries([...drafts].map(([key, { text }]) => [key, text])),
  };
}
