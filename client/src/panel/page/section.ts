import { make, say, set } from './element.ts';
import { icon } from './icon.ts';

/** A part of the panel under a heading that folds it. */
export interface Section {
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  /** `aside`: what is told beside the heading, such as a count. */
  title(text: string, aside?: string): void;
  /** The keyboard goes to the heading. */
  focusHeading(): void;
  /** Unfolds it, so that what is in it can have the keyboard. */
  unfold(): void;
}

/**
 * A heading with a button that folds what is below: the ready-made one tells a screen reader neither that it is a
 * button nor whether it is folded.
 */
export function createSection(name: string, isFolded: boolean, folded: (isFolded: boolean) => void): Section {
  const id = `${name}-body`;
  const words = make('span', { class: 'title' });
  const aside = make('span', { class: 'aside' });
  const button = make(
    'button',
    { class: 'fold', type: 'button', 'aria-controls': id },
    icon('fold'),
    words,
    aside,
  );
  const heading = make('h2', { id: `${name}-heading` }, button);
  const body = make('div', { class: 'body', id });
  const element = make('section', { class: name, 'aria-labelledby': heading.id }, heading, body);
  const show = (fold: boolean) => {
    body.hidden = fold;
    set(button, { 'aria-expanded': fold ? 'false' : 'true' });
  };
  show(isFolded);
  button.addEventListener('click', () => {
    show(!body.hasAttribute('hidden'));
    folded(body.hasAttribute('hidden'));
  });
  return {
    element,
    body,
    title(text, beside = '') {
      say(words, text);
      say(aside, beside);
    },
    focusHeading: () => button.focus(),
    unfold() {
      if (!body.hasAttribute('hidden')) return;
      show(false);
      folded(false);
    },
  };
}
