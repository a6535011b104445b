import { make, say } from '../../panel/page/element.ts';
import { fill } from '../../panel/strings.ts';
import type { Cell } from '../figure.ts';
import { mostTableRows, type ShownFigure } from '../messages.ts';
import type { ReportStrings } from '../strings.ts';
import { hex } from './colour.ts';
import { labelColour, type Theme } from './theme.ts';

/** What a table needs beside its figures. */
export interface TableOptions {
  readonly strings: ReportStrings;
  readonly theme: Theme;
  /** The id of its caption. */
  readonly captionId: string;
  readonly go: (row: number, column: number) => void;
}

/** The figures as a table that can be read without the picture; cells that lead to a place are buttons. */
export function figureTable(figure: ShownFigure, options: TableOptions): HTMLTableElement {
  const { strings, theme, captionId } = options;
  const seen = figure.columns.flatMap(({ unseen }, at) => (unseen ? [] : [at]));
  const caption = make('caption', { id: captionId, class: 'unseen' });
  say(caption, fill(strings.tableOf, figure.title));
  const head = make('tr');
  for (const at of seen) {
    const { name, kind, colour } = figure.columns[at]!;
    const cell = make('th', { scope: 'col', class: kind });
    if (colour) {
      const swatch = make('span', { class: 'swatch', 'aria-hidden': 'true' });
      swatch.style.background = labelColour(colour, theme);
      swatch.style.borderColor = hex(theme.foreground);
      cell.append(swatch);
    }
    cell.append(foreign(name));
    head.append(cell);
  }
  const body = make('tbody');
  figure.rows.slice(0, mostTableRows).forEach(({ cells, linked, short }, row) => {
    const line = make('tr');
    for (const at of seen) {
      const { kind, places } = figure.columns[at]!;
      const first = at === seen[0];
      const cell = first ? make('th', { scope: 'row', class: kind }) : make('td', { class: kind });
      const text = written(cells[at] ?? null, places);
      // A count of nothing stays in the background, so that the eye finds the others.
      if (cells[at] === 0 && places === undefined) cell.classList.add('zero');
      if (linked.includes(at) && cells[at] !== 0) {
        const button = make('button', { type: 'button', class: 'link', tabindex: -1 }, foreign(text));
        button.addEventListener('click', () => options.go(row, at));
        cell.append(button);
      } else if (text === '') {
        cell.append(
          make('span', { 'aria-hidden': 'true' }, '–'),
          make('span', { class: 'unseen' }, strings.noValue),
        );
      } else cell.append(foreign(text));
      if (first && figure.picture === 'dates' && short !== undefined && short !== text) {
        const name = foreign(short);
        name.className = 'short';
        cell.append(name);
      }
      line.append(cell);
    }
    body.append(line);
  });
  const table = make('table', {}, caption, make('thead', {}, head), body);
  roam(table);
  return table;
}

/** What is to be known of a table that has more rows than are shown. */
export function tableNote({ all }: ShownFigure, strings: ReportStrings): string | undefined {
  return all > mostTableRows ? fill(strings.tableShows, mostTableRows, all) : undefined;
}

/** A number as people write it: counts as they are, measures with all their places. */
function written(cell: Cell, places: number | undefined): string {
  if (cell === null) return '';
  return typeof cell === 'number' && places !== undefined ? cell.toFixed(places) : String(cell);
}

function foreign(text: string): HTMLElement {
  const element = make('bdi');
  say(element, text);
  return element;
}

/** One stop of the Tab key for the table; within it the arrow keys go from one button to the next. */
function roam(table: HTMLTableElement): void {
  table.querySelector('button')?.setAttribute('tabindex', '0');
  table.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const at = (event.target as Element).closest('td, th') as HTMLTableCellElement | null;
    if (!step || !at) return;
    event.preventDefault();
    const to = next(table, at, step);
    if (!to) return;
    for (const button of table.querySelectorAll('button[tabindex="0"]'))
      button.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  });
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

function next(
  table: HTMLTableElement,
  from: HTMLTableCellElement,
  [down, right]: readonly [number, number],
): HTMLButtonElement | undefined {
  let row = (from.parentElement as HTMLTableRowElement).rowIndex + down;
  let column = from.cellIndex + right;
  for (; table.rows[row]?.cells[column]; row += down, column += right) {
    const button = table.rows[row]!.cells[column]!.querySelector('button');
    if (button) return button;
  }
  return undefined;
}
