import type { Found, Recogniser } from './found.ts';
import { insideKinds } from './inside.ts';

/** What the name of a place may go on with: 莫斯科州, 亚太地区. */
const KIND = /(?:自治区|自治州|市|州|省|县|特别行政区|地区|区域|次区域|半岛|群岛|大陆|海峡|沿岸|湾)?/y;
/** 亚洲—太平洋地区 */
const JOINED = /[—－–－-]/y;
/** A place that is not known, where a document says where it was signed. */
const SIGNED = /(?<=[于在])([一-鿿]{2,8}?)(?=签[订署]|[订定]立|$|。|，)/;

/** Cities, regions and waters, by the list of names, but not in the name of a body or an office; in the closing also the place that follows 于. */
export function placeRecogniser(): Recogniser {
  return ({ text, start, names, role }, before) => {
    const found: Found[] = [];
    const add = (from: number, to: number) =>
      found.push({ kind: 'place', start: start + from, end: start + to, attributes: {} });
    let last: { from: number; to: number } | undefined;
    const inBody = insideKinds(before, 'organisation', 'person');
    for (const { start: from, end, entry } of names) {
      if (entry.kind !== 'place' || inBody({ start: start + from, end: start + end })) continue;
      KIND.lastIndex = end;
      const to = end + KIND.exec(text)![0].length;
      JOINED.lastIndex = last?.to ?? 0;
      if (last !== undefined && last.to + 1 === from && JOINED.test(text)) last.to = to;
      else {
        if (last !== undefined) add(last.from, last.to);
        last = { from, to };
      }
    }
    if (last !== undefined) add(last.from, last.to);
    if (role === 'closing' && found.length === 0) {
      const signed = SIGNED.exec(text);
      const isElse = before.some(
        (one) =>
          signed !== null &&
          one.start < start + signed.index + signed[0].length &&
          start + signed.index < one.end,
      );
      if (signed !== null && !isElse) add(signed.index, signed.index + signed[0].length);
    }
    return found;
  };
}
