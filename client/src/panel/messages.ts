/**
 * What the tagging panel's page and the extension say to each other. Free of vscode and Node: both sides
 * import it. The page keeps no truth: it sends intents with ids (see intent.ts), each with a number of its own, and
 * shows the newest state.
 */
import type { Patch } from './patch.ts';
import type { PanelState } from './state.ts';
import type { PanelStrings } from './strings.ts';

/** Extension → page. */
export type PanelMessage =
  | { readonly type: 'strings'; readonly strings: PanelStrings }
  | {
      readonly type: 'snapshot';
      /** Grows with each message of the extension's life; the page drops an older one. */
      readonly version: number;
      /** The number of the last intent that this state has taken into account. */
      readonly done: number;
      readonly state: PanelState;
    }
  | {
      readonly type: 'patch';
      readonly version: number;
      /** The version that it changes; a page that knows another one asks for a snapshot. */
      readonly base: number;
      readonly done: number;
      /** Absent: only `done` is news. */
      readonly patch?: Patch;
    }
  /** Words for the live region. */
  | { readonly type: 'say'; readonly text: string }
  /** Moves the keyboard to a part of the panel, or to the note of a tag as soon as the page shows it. */
  | { readonly type: 'focus'; readonly what: 'palette' | 'queue' | 'progress' }
  | { readonly type: 'focus'; readonly what: 'note'; readonly tag: string };
