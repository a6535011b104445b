import type { PanelMessage } from '../../panel/messages.ts';
import { difference } from '../../panel/patch.ts';
import type { PanelState } from '../../panel/state.ts';

/** Tells the page each new state: the first as a whole, then what has changed. */
export interface StateSender {
  /** @param done the number of the last intent that the state has taken into account */
  send(state: PanelState, done: number): void;
  /** The page knows nothing: the next state goes to it as a whole. */
  startOver(): void;
}

export function createStateSender(post: (message: PanelMessage) => void): StateSender {
  let version = 0;
  let known: { readonly state: PanelState; readonly done: number } | undefined;
  return {
    send(state, done) {
      if (!known) {
        version += 1;
        post({ type: 'snapshot', version, done, state });
      } else {
        const patch = difference(known.state, state);
        if (!patch && done === known.done) return;
        const base = version;
        version += 1;
        post({ type: 'patch', version, base, done, ...(patch ? { patch } : {}) });
      }
      known = { state, done };
    },
    startOver() {
      known = undefined;
    },
  };
}
