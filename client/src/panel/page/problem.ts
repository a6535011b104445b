import type { ProblemView } from '../state.ts';
import { make } from './element.ts';
import type { Host } from './host.ts';

export interface Problem {
  readonly element: HTMLElement;
  show(problem: ProblemView | undefined): void;
}

/** What keeps tags from being kept, with a way to the file. */
export function createProblem(host: Host): Problem {
  const element = make('div', { class: 'problem', role: 'alert', hidden: true });
  let shown = '';
  return {
    element,
    show(problem) {
      element.hidden = !problem;
      const now = JSON.stringify(problem ?? '');
      if (!problem || now === shown) return;
      shown = now;
      element.replaceChildren(make('p', { dir: 'auto' }, problem.message));
      if (!problem.action) return;
      const button = make('button', { class: 'link', type: 'button' }, problem.action);
      button.addEventListener('click', () => host.send({ type: 'open', what: 'annotations' }));
      element.append(button);
    },
  };
}
