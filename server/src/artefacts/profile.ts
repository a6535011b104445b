/**
 * Where a text comes from: a newspaper page that was set in columns, an engine that reads pictures and leaves spaces
 * between groups of characters, or a file that was a text from the beginning.
 */
export type Profile = 'newspaper' | 'ocr' | 'digital';

export const profiles: readonly Profile[] = ['newspaper', 'ocr', 'digital'];
