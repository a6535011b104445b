import * as vscode from 'vscode';
import { type LaidLine, layOut } from '../../concordance/layout.ts';
import type { ConcordanceLine, Sought } from '../../concordance/line.ts';
import { type ConcordanceOrder, inOrder } from '../../concordance/sorting.ts';
import type { Found } from './search.ts';

/** The scheme of the addresses of concordances, which are in no file. */
export const concordanceScheme = 'jiaozhu-concordance';

/** A concordance as it is shown: a page of text, whose lines from `firstLine` on are places. */
export class ConcordancePage {
  readonly sought: Sought;
  readonly title: string;
  readonly found: Found;
  readonly order: ConcordanceOrder;
  readonly lines: readonly ConcordanceLine[];
  readonly laid: readonly LaidLine[];
  readonly text: string;
  /** How many lines of the page stand before the places. */
  static readonly firstLine = 2;

  constructor(sought: Sought, title: string, found: Found, order: ConcordanceOrder) {
    this.sought = sought;
    this.title = title;
    this.found = found;
    this.order = order;
    this.lines = inOrder(found.lines, order);
    this.laid = layOut(this.lines);
    this.text = `${this.#head()}\n\n${this.laid.map(({ text }) => `${text}\n`).join('')}`;
  }

  /** The place that stands in a line of the page (from 0). */
  at(line: number): ConcordanceLine | undefined {
    return this.lines[line - ConcordancePage.firstLine];
  }

  #head(): string {
    const { statements, incomplete } = this.found;
    const documents = new Set(this.lines.map(({ document }) => document)).size;
    const parts = [
      this.title,
      vscode.l10n.t('places: {0}', this.lines.length),
      vscode.l10n.t('in {0} of {1} statements', documents, statements),
      orderName(this.order),
      incomplete === 'cancelled' ? vscode.l10n.t('incomplete: cancelled') : '',
      incomplete === 'many' ? vscode.l10n.t('there are more; these are the first') : '',
    ];
    return parts.filter(Boolean).join(' · ');
  }
}

export function orderName(order: ConcordanceOrder): string {
  switch (order) {
    case 'place':
      return vscode.l10n.t('by document and place');
    case 'left':
      return vscode.l10n.t('by what stands before');
    case 'right':
      return vscode.l10n.t('by what stands behind');
  }
}
