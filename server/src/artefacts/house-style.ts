/** What a house prints in its own way. The clean text is read in the default style whatever a person prefers. */
export interface HouseStyle {
  /** Spaces between a number and the Chinese characters beside it: none, as in the People's Daily, or one. */
  readonly digitSpacing: 'none' | 'one';
  /** The dash between two years. Source of the default: GB/T 15834—2011, 4.13 (一字线). */
  readonly yearDash: string;
}

export const defaultHouseStyle: HouseStyle = { digitSpacing: 'none', yearDash: '—' };
