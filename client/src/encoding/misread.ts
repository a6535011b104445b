import { plausibility, weightyCharacters } from '../../../server/src/text/encoding/plausibility.ts';
import { bytesOf, type TableEncoding } from './byte-tables.ts';

/** An encoding that a Chinese text may have been written in. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'big5';

/** How a text seems to have been misread. */
export interface Misreading {
  /** By which encoding it was decoded. */
  readonly readAs: TextEncoding | 'windows-1252';
  /** In which it was probably written. */
  readonly was: TextEncoding;
  /** The damage was saved: the file itself holds signs of characters lost, and reading it otherwise brings none back. */
  readonly lost: boolean;
}

/** So much of a text is looked at, in UTF-16 code units. */
const sampleLength = 6000;
/** Fewer characters that are not ASCII than these say nothing for certain. */
const fewest = 8;
/** A text as plausible as this has been read as it was written. */
const plausible = 0.45;
/** A better reading must be better by this much. */
const margin = 0.4;

/**
 * Whether a decoded text looks misread, and as what it was probably written; null where it reads as it should, or
 * is too short to tell. The rule:
 * 1. signs of replaced bytes (U+FFFD) with hardly a Han character among them mean that the text was taken for
 *    UTF-8, of which Han characters are the longest sequences. Where many of them have an ASCII
 *    letter or sign from `@` to `~` behind them it was Big5, which has such second bytes; else GB 18030, whose
 *    usual characters have none;
 * 2. many times 锟斤拷 are saved signs of that kind, read as GB 18030: nothing brings the text back;
 * 3. else the text is turned back into bytes by the encodings that editors guess (Windows-1252, GB 18030, Big5)
 *    and decoded by the others. If a reading is plausible Chinese, and far more so than the text as it is, that is
 *    what was written: so it goes with ä¸­å›½ and 鐨勪腑鍥 for UTF-8, ÖÐ¹ú for GB 18030, いゅ for Big5.
 */
export function misreadAs(text: string): Misreading | null {
  const sample = text.slice(0, sampleLength);
  const count = weightyCharacters(sample);
  if (count < fewest) return null;
  const replaced = sample.split('\ufffd').length - 1;
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  if (replaced >= 4 && han / replaced < 0.2) {
    const trailed = sample.match(/\ufffd[@-~]/g)?.length ?? 0;
    return { readAs: 'utf-8', was: trailed / replaced >= 0.15 ? 'big5' : 'gb18030', lost: false };
  }
  const tofu = sample.split('锟斤拷').length - 1;
  if (tofu >= 3 && (tofu * 3) / count >= 0.1) return { readAs: 'gb18030', was: 'utf-8', lost: true };
  const own = plausibility(sample);
  if (own >= plausible) return null;
  let best: { readonly misreading: Misreading; readonly score: number } | null = null;
  for (const readAs of guessed) {
    const { bytes, foreign } = bytesOf(sample, readAs);
    if (foreign > 0.05) continue;
    for (const was of written) {
      if (was === readAs) continue;
      const decoded = new TextDecoder(was).decode(bytes);
      if (weightyCharacters(decoded) < fewest / 2) continue;
      const score = plausibility(decoded);
      if (score >= plausible && score - own >= margin && score > (best?.score ?? 0)) {
        best = { misreading: { readAs, was, lost: false }, score };
      }
    }
  }
  return best?.misreading ?? null;
}

const guessed: readonly TableEncoding[] = ['windows-1252', 'gb18030', 'big5'];
const written: readonly TextEncoding[] = ['utf-8', 'gb18030', 'big5'];
