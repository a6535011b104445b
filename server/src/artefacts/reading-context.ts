import { defaultHouseStyle, type HouseStyle } from './house-style.ts';
import type { Layout } from './layout/census.ts';
import type { Profile } from './profile.ts';

/** What a person may say of a text before it is read. Its clean text does not depend on it, its artefacts do. */
export interface ReadingOptions {
  readonly style: HouseStyle;
  /** `auto`: as the text itself tells. */
  readonly profile: Profile | 'auto';
}

export const defaultReadingOptions: ReadingOptions = { style: defaultHouseStyle, profile: 'auto' };

/** What the rules know beyond their paragraph: the house style, and where the text comes from. */
export interface ReadingContext {
  readonly style: HouseStyle;
  readonly profile: Profile;
  /** The text has half-width marks throughout: {@link Layout.halfWidth}. */
  readonly halfWidth: boolean;
}

/** How the clean text is read: in the default style, and by what the text tells of itself. */
export function ownContext({ profile, halfWidth }: Layout): ReadingContext {
  return { style: defaultHouseStyle, profile, halfWidth };
}

/** How the artefacts of a person are found. */
export function chosenContext({ style, profile }: ReadingOptions, own: Layout): ReadingContext {
  return { style, profile: profile === 'auto' ? own.profile : profile, halfWidth: own.halfWidth };
}

export function sameReadingOptions(a: ReadingOptions, b: ReadingOptions): boolean {
  return a.profile === b.profile && sameStyle(a.style, b.style);
}

export function sameContext(a: ReadingContext, b: ReadingContext): boolean {
  return a.profile === b.profile && a.halfWidth === b.halfWidth && sameStyle(a.style, b.style);
}

function sameStyle(a: HouseStyle, b: HouseStyle): boolean {
  return a.digitSpacing === b.digitSpacing && a.yearDash === b.yearDash;
}
