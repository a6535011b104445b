import type { PanelState, TagView } from '../state.ts';
import type { PanelStrings } from '../strings.ts';
import type { Drafts } from './drafts.ts';
import { arrange, make } from './element.ts';
import type { Host } from './host.ts';
import { createTagCard, type TagCard } from './tag-card.ts';

/** Cards of tags, one below another. */
export interface TagList {
  readonly element: HTMLElement;
  update(tags: readonly TagView[], state: PanelState, strings: PanelStrings): void;
  card(tag: string): TagCard | undefined;
}

export function createTagList(host: Host, drafts: Drafts): TagList {
  const element = make('div', { class: 'cards' });
  const cards = new Map<string, TagCard>();
  return {
    element,
    update(tags, state, strings) {
      for (const id of cards.keys()) {
        if (tags.some((tag) => tag.id === id)) continue;
        // The cursor has left this tag: what was typed last must not wait for a pause that nobody makes.
        drafts.flush();
        cards.delete(id);
      }
      for (const tag of tags) {
        const card = cards.get(tag.id) ?? createTagCard(tag.id, host, drafts);
        cards.set(tag.id, card);
        card.update(tag, state, strings);
      }
      arrange(
        element,
        tags.map((tag) => cards.get(tag.id)!.element),
      );
    },
    card: (tag) => cards.get(tag),
  };
}
