import type { LinkView, TagView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { foreign, make, say } from './element.ts';
import type { Host } from './host.ts';
import { icon, nameTool, tool } from './icon.ts';

export interface Links {
  readonly element: HTMLElement;
  update(tag: TagView, strings: PanelStrings): void;
}

/** The links from a tag and to it, and the chain of tags that mean the same. */
export function createLinks(id: string, host: Host): Links {
  const element = make('div', { class: 'links' });
  const add = make('button', { class: 'link add', type: 'button' }, icon('link'), make('span'));
  add.addEventListener('click', () => host.send({ type: 'link', tag: id }));
  let drawn = '';
  return {
    element,
    update(tag, strings) {
      const now = JSON.stringify([tag.links, tag.backlinks, tag.chain]);
      if (now === drawn) return;
      drawn = now;
      const focused =
        document.activeElement instanceof HTMLElement ? document.activeElement.dataset.name : undefined;
      say(add.lastElementChild!, strings.linkTo);
      element.replaceChildren(
        ...list(strings.links, tag.links, (link) => drawLink(link, strings, host, id)),
        ...list(strings.backlinks, tag.backlinks, (link) => drawLink(link, strings, host)),
        ...(tag.chain ? drawChain(id, tag.chain, strings, host) : []),
        add,
      );
      // Drawn anew, the row that has the keyboard keeps it.
      if (focused === undefined) return;
      const same = [...element.querySelectorAll<HTMLElement>('[data-name]')].find(
        ({ dataset }) => dataset.name === focused,
      );
      (same ?? (element.isConnected && document.activeElement === document.body ? add : undefined))?.focus();
    },
  };
}

function list<T>(
  title: string,
  entries: readonly T[],
  draw: (entry: T) => HTMLElement,
): readonly HTMLElement[] {
  if (entries.length === 0) return [];
  return [ends(title), make('ul', { class: 'ends', 'aria-label': title }, ...entries.map(draw))];
}

/** What stands above a list, which has the same for its name. */
function ends(title: string): HTMLElement {
  return make('p', { class: 'ends-title', dir: 'auto', 'aria-hidden': 'true' }, title);
}

/** @param from the tag that the link is removed from; absent: it leads here from another one */
function drawLink(link: LinkView, strings: PanelStrings, host: Host, from?: string): HTMLElement {
  const name = foreign('relation');
  say(name, link.name);
  const end = goTo(link.tag, link.words ?? strings.targetGone, host);
  end.dataset.name = JSON.stringify([link.type, link.tag, from ?? '']);
  end.title = link.label ?? '';
  const row = make('li', { class: 'row' }, name, end);
  if (from !== undefined) {
    const remove = tool('reject', () =>
      host.send({ type: 'unlink', tag: from, relation: link.type, target: link.tag }),
    );
    nameTool(remove, fill(strings.removeLink, link.name, link.words ?? strings.targetGone));
    row.append(remove);
  }
  return row;
}

function goTo(tag: string, words: string, host: Host): HTMLButtonElement {
  const text = foreign('', 'zh');
  say(text, words);
  const button = make('button', { class: 'link end', type: 'button' }, text);
  button.addEventListener('click', () => host.send({ type: 'reveal', tag }));
  return button;
}

function drawChain(
  id: string,
  chain: NonNullable<TagView['chain']>,
  strings: PanelStrings,
  host: Host,
): readonly HTMLElement[] {
  const title = fill(strings.chain, chain.name, chain.size);
  const leave = make('button', { class: 'link', type: 'button' }, strings.leaveChain);
  leave.addEventListener('click', () => host.send({ type: 'leaveChain', tag: id }));
  return [
    ends(title),
    make(
      'ol',
      { class: 'ends', 'aria-label': title },
      ...chain.members.map((member) => {
        const end = goTo(member.id, member.words, host);
        end.dataset.name = JSON.stringify(['chain', member.id]);
        if (member.id === id) end.setAttribute('aria-current', 'true');
        return make('li', { class: 'row' }, end);
      }),
    ),
    leave,
  ];
}
