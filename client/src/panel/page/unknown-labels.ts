import type { UnknownLabelView } from '../state.ts';
import { fill, type PanelStrings } from '../strings.ts';
import { foreign, make, say, set } from './element.ts';
import type { Host } from './host.ts';

export interface UnknownLabels {
  readonly element: HTMLElement;
  update(labels: readonly UnknownLabelView[], strings: PanelStrings): void;
}

/** The labels of tags that the scheme does not have: nobody can tag with them, and their tags can be given others. */
export function createUnknownLabels(host: Host): UnknownLabels {
  const heading = make('h3', { class: 'group-name', id: 'unknown-heading' });
  const list = make('ul', { 'aria-labelledby': heading.id });
  const map = make('button', { class: 'link', type: 'button' });
  const element = make('div', { class: 'unknown', hidden: true }, heading, list, map);
  map.addEventListener('click', () => host.send({ type: 'open', what: 'mapping' }));
  let drawn: readonly UnknownLabelView[] | undefined;
  return {
    element,
    update(labels, strings) {
      element.hidden = labels.length === 0;
      say(heading, strings.unknownLabels);
      say(map, strings.mapLabels);
      if (labels === drawn) return;
      drawn = labels;
      list.replaceChildren(
        ...labels.map(({ id, count }) => {
          const name = foreign('name');
          say(name, id);
          set(name, { title: id });
          const told = make('span', { class: 'count' }, fill(strings.count, count));
          return make('li', {}, name, told);
        }),
      );
    },
  };
}
