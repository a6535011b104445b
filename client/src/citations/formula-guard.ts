/** What begins a formula, in any width: input methods for Chinese and Japanese type the full ones. See OWASP, "CSV Injection". */
const signs = '=+\\-@＝＋－＠﹦﹢﹣﹫';
/** White space and characters that nobody sees may stand before it: a spreadsheet may drop them. */
const formula = new RegExp(`^[\\s\\p{Cc}\\p{Cf}]*[${signs}]`, 'u');

/**
 * Where a cell ends for a spreadsheet that parts cells otherwise than by commas: Excel does so by semicolons where the
 * decimal mark is a comma. It then takes quotation marks inside a line for text, so that they keep no cell together,
 * and one that it finds at the beginning of such a cell it drops.
 */
const cut = ';\\t\\r\\n\\v\\f\\x85\\u2028\\u2029';
const cutFormula = new RegExp(`([${cut}](?:(?![${cut}])[\\s"\\p{Cc}\\p{Cf}])*)(?=[${signs}])`, 'gu');

/** Most cells: they begin with a letter or digit, and nothing in them could part them. */
const plain = new RegExp(`^[0-9A-Za-z\\u4e00-\\u9fff][^${cut}]*$`);

/**
 * The text of a cell so that no spreadsheet runs it: what would be a formula begins with `'`, and so does what would be
 * one in a cell of its own if the line were cut at semicolons, tabs or line ends.
 */
export function guarded(cell: string): string {
  if (plain.test(cell)) return cell;
  const inner = cell.replace(cutFormula, "$1'");
  return formula.test(inner) ? `'${inner}` : inner;
}
