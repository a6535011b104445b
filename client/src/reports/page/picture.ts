import type { ShownFigure } from '../messages.ts';
import type { Drawing, Frame } from './drawing.ts';
import { drawBars } from './pictures/bars.ts';
import { drawDates } from './pictures/dates.ts';
import { drawLinks } from './pictures/links.ts';
import { drawMatrix } from './pictures/matrix.ts';
import { drawRanking } from './pictures/ranking.ts';
import { drawShares } from './pictures/shares.ts';

/** Draws a figure; undefined where its table is all that there is to show. */
export function drawFigure(figure: ShownFigure, frame: Frame): Drawing | undefined {
  if (figure.rows.length === 0) return undefined;
  switch (figure.picture) {
    case 'bars':
      return drawBars(figure, frame);
    case 'dates':
      return drawDates(figure, frame);
    case 'links':
      return drawLinks(figure, frame);
    case 'matrix':
      return drawMatrix(figure, frame);
    case 'ranking':
      return drawRanking(figure, frame);
    case 'shares':
      return drawShares(figure, frame);
    case 'none':
      return undefined;
  }
}
