/** What the name of a statement's `.txt` file holds, in either script; the same as in the extension's manifest. */
export const namedKinds = [
  '联合声明',
  '聯合聲明',
  '联合公报',
  '聯合公報',
  '联合宣言',
  '宣言',
  '公报',
  '公報',
  '条约',
  '條約',
  '协定',
  '協定',
  '议定书',
  '議定書',
  '公约',
  '公約',
  '宪章',
  '憲章',
  '换文',
  '換文',
  '谅解备忘录',
  '諒解備忘錄',
  '会谈纪要',
  '會談紀要',
] as const;

/** Whether a file is a statement by its name: `.statement`, `.statement.txt`, or `.txt` with a kind in the name. */
export function isStatementName(name: string): boolean {
  if (name.endsWith('.statement') || name.endsWith('.statement.txt')) return true;
  return name.endsWith('.txt') && namedKinds.some((kind) => name.includes(kind));
}
