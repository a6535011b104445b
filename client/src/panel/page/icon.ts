import { make, set } from './element.ts';

const shapes = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'm10 3 3.5 3.5L10 10m3-3.5H6.5a3.5 3.5 0 0 0 0 7H10',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .7 9h5.6l.7-9M6.8 7v4M9.2 7v4',
  reveal: 'M8 2.2v2.6M8 11.2v2.6M2.2 8h2.6M11.2 8h2.6M8 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
  guideline: 'M3 3.5c2-.8 3.6-.6 5 .6 1.4-1.2 3-1.4 5-.6v9c-2-.8-3.6-.6-5 .6-1.4-1.2-3-1.4-5-.6ZM8 4.1v9',
  accept: 'm3 8.5 3.2 3.2L13 4.8',
  reject: 'm4 4 8 8M12 4l-8 8',
  fold: 'm6 4 4 4-4 4',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1-1a3 3 0 0 1 4.3 4.3l-1 1M9 11.5l-1 1A3 3 0 0 1 3.7 8.2l1-1',
} as const;

export type Shape = keyof typeof shapes;

/** A small drawing in the text's colour, hidden from screen readers: the button around it has the name. */
export function icon(shape: Shape): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  set(drawing, {
    class: `icon icon-${shape}`,
    viewBox: '0 0 16 16',
    width: 16,
    height: 16,
    'aria-hidden': 'true',
  });
  const path = document.createElementNS(namespace, 'path');
  set(path, { d: shapes[shape] });
  drawing.append(path);
  return drawing;
}

/** A button that shows a drawing alone; its name is given by {@link nameTool}. */
export function tool(shape: Shape, press: () => void): HTMLButtonElement {
  const button = make('button', { class: 'tool', type: 'button' }, icon(shape));
  button.addEventListener('click', press);
  return button;
}

/** Names a button for the screen reader, and for who rests the mouse on it. */
export function nameTool(button: HTMLElement, name: string): void {
  set(button, { 'aria-label': name, title: name });
}
