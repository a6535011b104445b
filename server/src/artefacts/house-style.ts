/** Spaces between a number and the Chinese characters beside it: none, as in the People's Daily, or one. */
export const digitSpacings = ['none', 'one'] as const;

/** Dashes that stand between two years: U+2014, U+FF0D, U+2013, U+FF5E, U+002D. */
export const yearDashes = ['—', '－', '–', '～', '-'] as const;

/** What a house prints in its own way. The clean text is read in the default style whatever a person prefers. */
export interface HouseStyle {
  readonly digitSpacing: (typeof digitSpacings)[number];
  /** The dash between two years. Source of the default: GB/T 15834—2011, 4.13 (一字线). */
  readonly yearDash: (typeof yearDashes)[number];
}

export const defaultHouseStyle: HouseStyle = { digitSpacing: 'none', yearDash: '—' };
