/** The number that a text states, also in full-width digits; undefined for no text, `none` for what is no number. */
export function readNumber(text: string): number | undefined | 'none' {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[−－]/u, '-');
  if (plain === '') return undefined;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain))
    ? Number(plain)
    : 'none';
}
