import type { Emendation } from '../tagged-text.ts';

/**
 * Emendations of a text whose line ends are one character each: a CRLF is left out where both its halves are. (Where it is
 * read, the one half may be said to be read as a line feed, and the other not at all.)
 */
export function withWholeLineEnds(text: string, emendations: readonly Emendation[]): readonly Emendation[] {
  if (!text.includes('\r')) return emendations;
  const whole: Emendation[] = [];
  emendations.forEach((emendation, index) => {
    const { start, end, reading } = emendation;
    const isLeftOut = (offset: number) => {
      const holding = offset < end ? emendation : emendations[index + 1];
      return holding?.reading === '' && holding.start <= offset && offset < holding.end;
    };
    let from = start;
    const flush = (to: number) => {
      if (from < to) whole.push({ start: from, end: to, reading: reading.slice(from - start, to - start) });
    };
    for (let at = start; at < end; at += 1) {
      const isFirst = text.charAt(at) === '\r' && text.charAt(at + 1) === '\n';
      const isSecond = text.charAt(at) === '\n' && text.charAt(at - 1) === '\r';
      // A carriage return by itself is a line end, and written as all of them are.
      const isSame = text.charAt(at) === '\r' && reading.charAt(at - start) === '\n';
      if (!isFirst && !isSecond && !isSame) continue;
      flush(at);
      if (isFirst && isLeftOut(at) && isLeftOut(at + 1)) whole.push({ start: at, end: at + 2, reading: '' });
      from = at + 1;
    }
    flush(end);
  });
  return whole;
}
