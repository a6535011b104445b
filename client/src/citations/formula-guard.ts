/** What begins a formula, in any width: input methods for Chinese and Japanese type the full ones. See OWASP, "CSV Injection". */
const signs = '=+\\-@＝＋－＠﹦﹢﹣﹫';
/** White space and characters that nobody sees may stand before it: a spreadsheet may drop them. */
const formula = new RegExp(`^[\\s\\p{Cc}\\p{Cf}]*[${signs}]`, 'u');

/** The text of a cell so that no spreadsheet runs it: what would be a formula begins with `'`. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}
