import type { Action, Intent } from '../intent.ts';

/** What the page keeps while it is hidden: what was typed and not sent yet, by the keys of draft-key.ts. */
export interface PageState {
  readonly drafts: Readonly<Record<string, string>>;
}

/** The extension, as the page sees it. */
export interface Host {
  /** Sends what a person does; returns the number under which states acknowledge it. */
  send(action: Action): number;
  load(): PageState;
  save(change: Partial<PageState>): void;
}

/** The extension behind the web view's one door. */
export function connectHost(): Host {
  const api = acquireVsCodeApi<Partial<PageState>>();
  let last = 0;
  const load = (): PageState => ({ drafts: {}, ...api.getState() });
  return {
    send(action) {
      last += 1;
      api.postMessage({ ...action, intent: last } satisfies Intent);
      return last;
    },
    load,
    save: (change) => void api.setState({ ...load(), ...change }),
  };
}
