import { make, say } from '../../panel/page/element.ts';
import type { AdjudicationStrings } from '../strings.ts';
import type { Host } from './host.ts';

export interface Done {
  readonly element: HTMLElement;
  update(isDone: boolean, strings: AdjudicationStrings): void;
}

/** That nothing is open any more, and what can be done with what is settled. */
export function createDone(host: Host): Done {
  const words = make('p', { class: 'done-words' });
  const button = (type: 'export' | 'report') => {
    const element = make('button', { class: 'button', type: 'button' });
    element.addEventListener('click', () => host.send({ type }));
    return element;
  };
  const exportTags = button('export');
  const showReport = button('report');
  const element = make('div', { class: 'done' }, words, exportTags, showReport);
  return {
    element,
    update(isDone, strings) {
      element.hidden = !isDone;
      say(words, strings.allSettled);
      say(exportTags, strings.exportTags);
      say(showReport, strings.showReport);
    },
  };
}
