import type { TextRange } from '../../../server/src/text/range.ts';
import type { Quote } from './annotation.ts';
import { isBlank, stripBlanks } from './bare-text.ts';
import { isHigh, isLow } from './offsets.ts';

/** How many bare code units a prefix or suffix holds at most. */
export const contextLength = 32;

/** The quote of a range. Offsets: UTF-16, in the text given (raw or clean: bare, they read nearly the same). */
export function quoteOf(text: string, range: TextRange): Quote {
  return {
    exact: stripBlanks(text.slice(range.start, range.end)),
    prefix: bareBefore(text, range.start),
    suffix: bareAfter(text, range.end),
  };
}

function bareBefore(text: string, offset: number): string {
  let found = '';
  let at = offset;
  while (at > 0 && found.length < contextLength) {
    at -= 1;
    const unit = text.charCodeAt(at);
    if (!isBlank(unit)) found = text.charAt(at) + found;
  }
  // A pair that the limit cuts is left out.
  return isLow(found.charCodeAt(0)) && at > 0 && isHigh(text.charCodeAt(at - 1)) ? found.slice(1) : found;
}

function bareAfter(text: string, offset: number): string {
  let found = '';
  let at = offset;
  while (at < text.length && found.length < contextLength) {
    if (!isBlank(text.charCodeAt(at))) found += text.charAt(at);
    at += 1;
  }
  const last = found.charCodeAt(found.length - 1);
  return isHigh(last) && isLow(text.charCodeAt(at)) ? found.slice(0, -1) : found;
}
