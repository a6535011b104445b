import forms from './data/simplified-forms.json' with { type: 'json' };

/**
 * By UTF-16 code unit, that of the simplified form; 0 where there is nothing to fold. A table, because all text
 * passes. Source: the character dictionaries of OpenCC; see `scripts/simplified-forms.mjs`.
 */
const FOLDED_UNITS = new Uint16Array(0x10000);
for (let at = 0; at < forms.pairs.length; at += 2) {
  FOLDED_UNITS[forms.pairs.charCodeAt(at)] = forms.pairs.charCodeAt(at + 1);
}

/** As many code units as one call may be given. */
const CHUNK = 4096;

/**
 * The text with traditional and variant characters, of Taiwan and Hong Kong too, brought to simplified form: each to
 * one, whatever the word, so that it is as long as it was. For comparing, and never shown.
 */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length && FOLDED_UNITS[text.charCodeAt(at)] === 0) at++;
  if (at === text.length) return text;
  let folded = text.slice(0, at);
  const units = new Uint16Array(Math.min(CHUNK, text.length - at));
  while (at < text.length) {
    const length = Math.min(CHUNK, text.length - at);
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(at + i);
      units[i] = FOLDED_UNITS[unit] || unit;
    }
    folded += String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
    at += length;
  }
  return folded;
}
