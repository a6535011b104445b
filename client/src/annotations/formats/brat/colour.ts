import type { LabelColour } from '../../labels.ts';

/** The names of CSS that brat's own configurations use, and their like. Source: CSS Color Module Level 4, section 6.1. */
const named: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  cyan: '#00ffff',
  darkblue: '#00008b',
  darkgray: '#a9a9a9',
  darkgreen: '#006400',
  darkred: '#8b0000',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  khaki: '#f0e68c',
  lightblue: '#add8e6',
  lightgray: '#d3d3d3',
  lightgreen: '#90ee90',
  lightgrey: '#d3d3d3',
  lightpink: '#ffb6c1',
  lightyellow: '#ffffe0',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  salmon: '#fa8072',
  silver: '#c0c0c0',
  tan: '#d2b48c',
  teal: '#008080',
  violet: '#ee82ee',
  white: '#ffffff',
  yellow: '#ffff00',
};

/**
 * A colour of brat's as a label has it. In brat it is the ground under black letters; here words are marked with it
 * on light and on dark grounds, so it is made as much darker and lighter as it takes to be seen on these.
 */
export function labelColour(value: string): LabelColour | undefined {
  const name = value.toLowerCase();
  const hex = Object.hasOwn(named, name) ? named[name]! : longForm(name);
  if (!hex) return undefined;
  return {
    light: towards(hex, 0, (colour) => contrast(colour, '#ffffff') >= 4.5),
    dark: towards(hex, 255, (colour) => contrast(colour, '#1f1f1f') >= 4.5),
  };
}

function longForm(value: string): string | undefined {
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  return /^#[0-9a-f]{3}$/.test(value) ? value.replace(/[0-9a-f]/g, '$&$&') : undefined;
}

/** The colour mixed with black (0) or white (255) until it is enough. */
function towards(hex: string, end: 0 | 255, enough: (colour: string) => boolean): string {
  for (let share = 0; ; share += 0.05) {
    const mixed = channels(hex).map((each) => Math.round(each + (end - each) * Math.min(1, share)));
    const colour = `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
    if (share >= 1 || enough(colour)) return colour;
  }
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** As WCAG 2 reckons it. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
