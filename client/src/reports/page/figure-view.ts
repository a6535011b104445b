import { arrange, make, say, set } from '../../panel/page/element.ts';
import { fill } from '../../panel/strings.ts';
import type { ShownFigure } from '../messages.ts';
import type { ReportStrings } from '../strings.ts';
import type { Drawing } from './drawing.ts';
import type { ReportHost } from './host.ts';
import { showLegend } from './legend.ts';
import { drawFigure } from './picture.ts';
import { standalone } from './standalone.ts';
import { figureTable, tableNote } from './table.ts';
import type { Theme } from './theme.ts';

/** A figure in the page: its words, its picture, its table, and the buttons that save them. */
export interface FigureView {
  readonly element: HTMLElement;
  update(figure: ShownFigure, version: number, strings: ReportStrings, theme: Theme): void;
  /** Draws the picture anew, for another width. */
  redraw(): void;
}

/** A table of more columns has no room beside its picture. */
const mostBeside = 4;

export function createFigureView(id: string, host: ReportHost): FigureView {
  const [titleId, captionId, meaningId] = [`${id}-title`, `${id}-caption`, `${id}-meaning`];
  const title = make('h2', { id: titleId });
  const meaning = make('p', { id: meaningId, class: 'meaning' });
  const none = make('p', { class: 'none' });
  const notes = make('ul', { class: 'notes' });
  const legend = make('ul', { class: 'legend', 'aria-hidden': 'true' });
  const frame = make('div', { class: 'drawn' });
  const picture = make('div', { class: 'picture' }, legend, frame);
  const scrolled = make('div', {
    class: 'scrolled',
    role: 'region',
    tabindex: 0,
    'aria-labelledby': captionId,
  });
  const saveSvg = make('button', { class: 'button secondary', type: 'button', 'aria-describedby': titleId });
  const saveCsv = make('button', { class: 'button secondary', type: 'button', 'aria-describedby': titleId });
  const keys = make('p', { class: 'unseen', id: `${id}-keys` });
  const buttons = make('div', { class: 'buttons' }, saveCsv, saveSvg);
  const both = make('div', { class: 'both' }, picture, make('div', { class: 'table' }, scrolled, keys));
  const element = make(
    'section',
    { class: 'figure', 'aria-labelledby': titleId },
    make('div', { class: 'head' }, title, buttons),
    meaning,
    none,
    both,
    notes,
  );

  let figure: ShownFigure | undefined;
  let strings: ReportStrings | undefined;
  let theme: Theme | undefined;
  let drawing: Drawing | undefined;
  let version = 0;
  let known = '';
  const go = (row: number, column: number) => host.send({ type: 'go', version, figure: id, row, column });
  saveCsv.addEventListener('click', () => host.send({ type: 'csv', figure: id }));
  saveSvg.addEventListener('click', () => {
    if (!drawing || !figure || !theme) return;
    host.send({ type: 'svg', figure: id, svg: standalone(drawing, figure, theme) });
  });

  const draw = () => {
    if (!figure || !theme || !strings) return;
    // What has no room yet has no width either.
    const width = Math.max(280, Math.min(frame.clientWidth || 280, 1100));
    drawing = drawFigure(figure, { theme, width, go });
    picture.hidden = !drawing;
    saveSvg.hidden = !drawing;
    const columns = figure.columns.filter(({ unseen }) => !unseen).length;
    set(both, { class: drawing && columns <= mostBeside ? 'both beside' : 'both' });
    if (!drawing) return;
    set(drawing.svg, {
      role: 'img',
      'aria-label': fill(strings.pictureOf, figure.title),
      'aria-describedby': `${meaningId} ${captionId}`,
    });
    frame.replaceChildren(drawing.svg);
    showLegend(legend, drawing.legend);
    const { drawn: rows } = drawing;
    const all = figure.picture === 'matrix' ? rows : figure.all;
    const told = [
      ...figure.notes,
      rows < all ? fill(strings.pictureShows, rows, all) : '',
      tableNote(figure, strings) ?? '',
    ].filter(Boolean);
    arrange(
      notes,
      told.map((note) => {
        const item = make('li');
        say(item, note);
        return item;
      }),
    );
  };

  return {
    element,
    update(next, nextVersion, words, colours) {
      version = nextVersion;
      // The keyboard stays in a table whose figures are the same.
      const now = JSON.stringify([next, colours]);
      const same = now === known;
      known = now;
      [figure, strings, theme] = [next, words, colours];
      if (same) return;
      say(title, next.title);
      say(meaning, next.meaning);
      say(none, next.none ?? '');
      none.hidden = next.none === undefined;
      const empty = next.rows.length === 0;
      both.hidden = empty;
      buttons.hidden = empty;
      say(saveCsv, words.saveCsv);
      say(saveSvg, words.saveSvg);
      say(keys, words.keys);
      const linked = next.rows.some((row) => row.linked.length > 0);
      keys.hidden = !linked;
      set(scrolled, { 'aria-describedby': linked ? `${id}-keys` : undefined });
      scrolled.replaceChildren(figureTable(next, { strings: words, theme: colours, captionId, go }));
      notes.replaceChildren();
      draw();
    },
    redraw: draw,
  };
}
