import type { Piece } from './piece.ts';

/** One printed line: its raw UTF-16 range, without line break, and the truth about it. */
export interface SetLine {
  readonly start: number;
  readonly end: number;
  /** Number of the block of clean text that it belongs to, from 0. */
  readonly block: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly letterSpaced: boolean;
}

/** What has been set so far: it grows a piece at a time and keeps the map from the clean text. */
export class Page {
  raw = '';
  bodyLines = 0;
  readonly offsets: number[] = [];
  readonly lines: SetLine[] = [];
  readonly #lineBreak: string;

  constructor(blankLines: boolean) {
    this.#lineBreak = blankLines ? '\n\n' : '\n';
  }

  put(piece: Piece): void {
    for (let i = 0; i < piece.text.length; i++) this.offsets.push(this.raw.length + i);
    this.raw += piece.text;
  }

  breakLine(): void {
    this.raw += this.#lineBreak;
  }

  endBlock(): void {
    this.offsets.push(this.raw.length);
    this.breakLine();
  }
}
