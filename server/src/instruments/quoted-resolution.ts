/** A resolution called by its subject in quotation marks, or by its number. Offsets: UTF-16. */
export interface QuotedResolution {
  readonly start: number;
  readonly end: number;
  /** What stands between the quotation marks. */
  readonly quoted?: string;
}

const BODY =
  '(?:联合国大会|聯合國大會|联大|聯大|联合国安理会|聯合國安理會|安理会|安理會|安全理事会|安全理事會|大会|大會)';
const QUOTED = new RegExp(
  `[“「]([^“”「」，。；]{4,80})[”」]的?${BODY}[^，。；“”「」《》、]{0,16}?(?:决议|決議)(?!草案)`,
  'g',
);
const NUMBERED = new RegExp(
  `${BODY}(?:通过的|通過的)?第?\\d{1,4}(?:[（(][^（()）]{1,12}[）)]|/\\d{1,4})?[号號]?(?:决议|決議)`,
  'g',
);

/** “…”联大决议, 安理会第2231号决议; in order of place for each sort. */
export function resolutionsIn(text: string): QuotedResolution[] {
  if (!/决议|決議/.test(text)) return [];
  const found: QuotedResolution[] = [];
  for (const match of text.matchAll(QUOTED)) {
    found.push({ start: match.index, end: match.index + match[0].length, quoted: match[1]! });
  }
  for (const match of text.matchAll(NUMBERED)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
