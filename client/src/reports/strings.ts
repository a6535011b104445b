/** Every word of the report's page but those of its figures. Free of vscode and Node. */
export interface ReportStrings {
  /** While nothing has been counted yet. */
  readonly counting: string;
  /** {0}: how many statements have been counted, {1}: of how many. */
  readonly countedOf: string;
  readonly cancelled: string;
  /** {0}: how many statements could not be read. */
  readonly unread: string;
  readonly tagsOf: string;
  readonly everyone: string;
  readonly nobody: string;
  readonly refresh: string;
  readonly saveCsv: string;
  readonly saveSvg: string;
  /** {0}: the figure; what a screen reader tells of its picture. */
  readonly pictureOf: string;
  /** {0}: the figure; the caption of its table. */
  readonly tableOf: string;
  /** {0}: how many rows are drawn, {1}: of how many. */
  readonly pictureShows: string;
  /** {0}: how many rows the table has, {1}: of how many. */
  readonly tableShows: string;
  /** What the keys do in a table whose cells lead to places. */
  readonly keys: string;
  /** A cell that has no value. */
  readonly noValue: string;
}
