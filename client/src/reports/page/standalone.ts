import { hex } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { element, signOf } from './legend.ts';
import { drawable, widthOf } from './text-width.ts';
import type { Theme } from './theme.ts';

const edge = 16;
const line = 22;

/** A picture as a file of its own: its title, what its colours mean, and the ground that it was drawn for. */
export function standalone(
  { svg, legend }: Drawing,
  { title, meaning }: { readonly title: string; readonly meaning: string },
  theme: Theme,
): string {
  const [inner, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const whole = { ...theme, fontSize: theme.fontSize + 3 };
  const width = Math.max(inner, Math.ceil(widthOf(drawable(title), whole) * 1.1)) + 2 * edge;
  const root = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    'font-family': theme.font,
    'font-size': theme.fontSize,
    fill: hex(theme.foreground),
    color: hex(theme.foreground),
  });
  root.append(
    element('title', {}, drawable(title)),
    element('desc', {}, drawable(meaning)),
    element('rect', { width: '100%', height: '100%', fill: hex(theme.background) }),
    element(
      'text',
      { x: edge, y: edge + 16, 'font-size': whole.fontSize, 'font-weight': 600 },
      drawable(title),
    ),
  );
  let [x, y] = [edge, edge + line + 10];
  for (const entry of legend) {
    const name = drawable(entry.name);
    const room = 14 + 6 + widthOf(name, theme) + 16;
    if (x > edge && x + room > width - edge) [x, y] = [edge, y + line];
    const group = element('g', { transform: `translate(${Math.round(x)} ${y})` });
    group.append(signOf(entry), element('text', { x: 20, y: 12 }, name));
    root.append(group);
    x += room;
  }
  if (legend.length > 0) y += line + 4;
  const picture = svg.cloneNode(true) as SVGSVGElement;
  for (const name of ['aria-label', 'aria-labelledby', 'aria-describedby', 'role', 'id'])
    picture.removeAttribute(name);
  for (const linked of picture.querySelectorAll('.linked')) linked.removeAttribute('class');
  picture.setAttribute('x', String(edge));
  picture.setAttribute('y', String(y));
  root.append(picture);
  const tall = y + height + edge;
  for (const [name, value] of [
    ['width', width],
    ['height', tall],
    ['viewBox', `0 0 ${width} ${tall}`],
  ] as const) {
    root.setAttribute(name, String(value));
  }
  return new XMLSerializer().serializeToString(root);
}
