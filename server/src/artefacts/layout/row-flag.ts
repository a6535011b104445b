/** What is to be seen on one line, as bits. */
export const RowFlag = {
  /** A space between nearly all characters: the line was stretched to the measure. */
  spaced: 1 << 0,
  endsSentence: 1 << 1,
  endsPaused: 1 << 2,
  endsOpen: 1 << 3,
  /** Begins with a mark or a slash that may not begin a line. */
  startsClosed: 1 << 4,
  startsDash: 1 << 5,
  /** Nothing but a Chinese numeral. */
  numeral: 1 << 6,
  endsDigit: 1 << 7,
  /** Begins with a digit or a unit of dates. */
  startsDigit: 1 << 8,
  /** 《 or “ opened and not closed on this line. */
  leavesOpen: 1 << 9,
  /** Begins with a number and a mark, （一）, 第一条 and the like. */
  startsItem: 1 << 10,
  /** Ends with the name of a kind of document: what a title ends with. */
  endsGenus: 1 << 11,
  /** Holds a sentence end anywhere. */
  holdsSentenceEnd: 1 << 12,
  /** Nothing but a page-jump mark. */
  jumpMark: 1 << 13,
  /** Ends with a Latin word or a number that may go on. */
  endsWord: 1 << 14,
  /** A gap inside the line, as between two signatures or the columns of a table. */
  gapped: 1 << 15,
  /** A form feed stands between this line and the next. */
  pageBreak: 1 << 16,
  /** What may be a number of a page, or a head of one, below a line of text that breaks off. */
  interrupts: 1 << 17,
  /** Next to a page number, the head of a newspaper page or a form feed. */
  pageEdge: 1 << 18,
  /** Holds a comma behind a Chinese character, of an alphabet's width or of its own. */
  halfComma: 1 << 19,
  fullComma: 1 << 20,
} as const;
