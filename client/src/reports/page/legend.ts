import { arrange, make, say } from '../../panel/page/element.ts';
import type { LegendEntry } from './drawing.ts';

const svgNames = 'http://www.w3.org/2000/svg';

/** What the colours and shapes of a picture mean. The table says the same: to a screen reader it is nothing new. */
export function showLegend(list: HTMLElement, entries: readonly LegendEntry[]): void {
  list.hidden = entries.length === 0;
  arrange(
    list,
    entries.map((entry) => {
      const name = make('bdi');
      say(name, entry.name);
      const sign = element('svg', { width: 14, height: 14, viewBox: '0 0 14 14' });
      sign.append(signOf(entry));
      const item = make('li');
      item.append(sign, name);
      return item;
    }),
  );
}

/** The sign of an entry in a box of 14 × 14. */
export function signOf({ shape, colour }: LegendEntry): SVGElement {
  switch (shape) {
    case 'square':
      return element('rect', { x: 1, y: 1, width: 12, height: 12, rx: 2, fill: colour });
    case 'dot':
      return element('circle', { cx: 7, cy: 7, r: 5, fill: colour });
    case 'ring':
      return element('circle', { cx: 7, cy: 7, r: 4.5, fill: 'none', stroke: colour, 'stroke-width': 1.5 });
    case 'tick':
      return element('rect', { x: 5.5, y: 1, width: 3, height: 12, fill: colour });
  }
}

/** An element of SVG; a text is set as text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const made = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
