import type { Action, Intent } from '../messages.ts';

/** What the page keeps while it is hidden: notes that a person has typed and that were not sent yet. */
export interface PageState {
  readonly drafts: Readonly<Record<string, string>>;
}

/** The extension, as the page sees it. */
export interface Host {
  /** Sends what a person does; returns the number under which snapshots acknowledge it. */
  send(action: Action): number;
  load(): PageState;
  save(state: PageState): void;
}

/** The extension behind the web view's one door. */
export function connectHost(): Host {
  const api = acquireVsCodeApi<PageState>();
  let last = 0;
  return {
    send(action) {
      last += 1;
      api.postMessage({ ...action, intent: last } satisfies Intent);
      return last;
    },
    load: () => api.getState() ?? { drafts: {} },
    save: (state) => void api.setState(state),
  };
}
