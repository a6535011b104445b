import type { ArtefactClass, Level, RuleId } from './artefact.ts';
import type { Joined } from './joined.ts';

/** A paragraph as the rules about its characters see it. */
export interface ParagraphText {
  readonly joined: Joined;
  /** Whether the paragraph stands in a column that the document's layout knows. */
  readonly wrapped: boolean;
  /** Takes a stretch of the joined text for one rule; false where a rule before has taken part of it. */
  claim(start: number, end: number): boolean;
}

/** What a rule found: the joined ranges to delete, and the stretch to show, UTF-16 in the joined text. */
export interface Found {
  readonly class?: ArtefactClass;
  readonly start: number;
  readonly end: number;
  readonly deletions: readonly { readonly start: number; readonly end: number }[];
  readonly values?: readonly (string | number)[];
  /** The text is no part of the document proper: it is left out of the clean text. */
  readonly furniture?: boolean;
}

/** A raw-stage rule about the characters of a paragraph. */
export interface CharacterRule {
  readonly id: RuleId;
  find(paragraph: ParagraphText): Found[];
}

/** How a class is reported where the settings say nothing. */
export const defaultLevels: Readonly<Record<ArtefactClass, Exclude<Level, 'off'>>> = {
  safe: 'information',
  likely: 'warning',
  suspect: 'hint',
};
