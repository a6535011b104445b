import type { Theme } from './theme.ts';

let context: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in a picture, in pixels. */
export function widthOf(text: string, { font, fontSize }: Theme): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * fontSize;
  context.font = `${fontSize}px ${font}`;
  return context.measureText(text).width;
}

/** The text, or as much of its beginning and end as has room, with an ellipsis between. Never cuts a character. */
export function fitted(text: string, room: number, theme: Theme): string {
  const clean = drawable(text);
  if (widthOf(clean, theme) <= room) return clean;
  const characters = [...clean];
  const cut = (length: number) => {
    const head = Math.ceil(length / 2);
    return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (length - head)).join('')}`;
  };
  let low = 1;
  let high = characters.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(cut(middle), theme) <= room) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/** Foreign text as a picture can hold it: without what turns its direction, and what no XML file may have. */
export function drawable(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
