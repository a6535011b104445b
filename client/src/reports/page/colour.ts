/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * A colour as a computed style has it, `rgb(…)` or `rgba(…)`, or as a scheme has it, `#rrggbb`; what shines through
 * is mixed with the ground.
 */
export function readColour(text: string, ground: Colour): Colour | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) return [1, 2, 3].map((at) => Number.parseInt(hex[at]!, 16)) as unknown as Colour;
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!numbers || numbers.length < 3 || numbers.some(Number.isNaN)) return undefined;
  const [red, green, blue, opacity = 1] = numbers as [number, number, number, number?];
  return mixed([red, green, blue], ground, opacity);
}

/** @param share of the first, 0 to 1 */
export function mixed(first: Colour, second: Colour, share: number): Colour {
  return first.map((value, at) => Math.round(value * share + second[at]! * (1 - share))) as unknown as Colour;
}

export function hex(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast of two colours, 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio. */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What text needs against its ground, and what anything else does: WCAG 2.2, 1.4.3 and 1.4.11. */
export const contrastOfText = 4.5;
export const contrastOfShapes = 3;

/** The first of the colours that can be told from the ground; else black or white, one of which always can. */
export function legible(wanted: readonly Colour[], ground: Colour, least: number): Colour {
  const black: Colour = [0, 0, 0];
  const white: Colour = [255, 255, 255];
  return (
    wanted.find((colour) => contrast(colour, ground) >= least) ??
    (contrast(black, ground) > contrast(white, ground) ? black : white)
  );
}
