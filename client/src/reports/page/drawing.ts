import type { Markish, PlotOptions, RenderFunction } from '@observablehq/plot';
import { plot } from '@observablehq/plot';
import type { ShownRow } from '../messages.ts';
import { hex } from './colour.ts';
import { fitted, widthOf } from './text-width.ts';
import type { Theme } from './theme.ts';

/** A figure as it is drawn. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly legend: readonly LegendEntry[];
  /** How many of the rows are drawn. */
  readonly drawn: number;
}

export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly shape: 'square' | 'dot' | 'ring' | 'tick';
}

/** What a picture is drawn with. */
export interface Frame {
  readonly theme: Theme;
  /** In pixels. */
  readonly width: number;
  /** A person has chosen what a cell counts. */
  readonly go: (row: number, column: number) => void;
}

/** What a shape of a picture stands for; {@link clickable} hears of it. */
export interface Shape {
  readonly row: number;
  readonly column: number;
  readonly linked: boolean;
  /** Its tip. */
  readonly title: string;
}

/** So many rows are drawn; of more the greatest. */
export const mostRows = 40;
export const rowHeight = 24;

/** The numbers of the rows to draw: those with the greatest values, in their order. */
export function rowsToDraw(
  rows: readonly ShownRow[],
  sizeOf: (row: ShownRow) => number,
  most = mostRows,
): readonly number[] {
  const all = rows.map((_, at) => at);
  if (all.length <= most) return all;
  return all
    .sort((a, b) => sizeOf(rows[b]!) - sizeOf(rows[a]!) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

export const numberIn = ({ cells }: ShownRow, column: number): number => {
  const cell = cells[column];
  return typeof cell === 'number' ? cell : 0;
};

/** The names at the left, as far as there is room for them. */
export function namesAtLeft(names: readonly string[], { theme, width }: Frame) {
  const room = Math.min(width * 0.4, 320);
  const shown = names.map((name) => fitted(name, room, theme));
  const widest = Math.max(0, ...shown.map((name) => widthOf(name, theme)));
  return { shown, margin: Math.ceil(widest) + 12 };
}

/** Draws marks in the editor's colours, resolved. */
export function drawn(
  marks: readonly Markish[],
  options: PlotOptions,
  { theme, width }: Frame,
): SVGSVGElement {
  const svg = plot({ className: 'plot', width, marks: [...marks], ...options }) as SVGSVGElement;
  // The policy of the page lets no style element in: what it says is in the style sheet.
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.removeAttribute('class');
  // It is one picture, told in words as a whole: its parts have no names.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  for (const part of svg.querySelectorAll('[aria-description]')) part.removeAttribute('aria-description');
  for (const [name, value] of [
    ['color', hex(theme.foreground)],
    ['fill', hex(theme.foreground)],
    ['font-family', theme.font],
    ['font-size', String(theme.fontSize)],
  ] as const) {
    svg.setAttribute(name, value);
  }
  return svg;
}

/** Lets the shapes of a mark be clicked, where there is something to go to. */
export function clickable(shapes: readonly Shape[], { go }: Frame): { readonly render: RenderFunction } {
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next!(index, scales, values, dimensions, context);
      for (const element of group?.children ?? []) {
        const at = (element as Element & { readonly __data__?: number }).__data__;
        const shape = at === undefined ? undefined : shapes[at];
        if (!shape?.linked || !(element instanceof SVGElement)) continue;
        element.classList.add('linked');
        element.addEventListener('click', () => go(shape.row, shape.column));
      }
      return group;
    },
  };
}
