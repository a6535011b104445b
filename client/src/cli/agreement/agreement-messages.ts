import type { LeftOut } from '../../annotations/agreement/agreement.ts';
import type { WhyUndefined } from '../../annotations/agreement/measure.ts';
import type { MeasureName } from './measure-columns.ts';

/** What the command says of agreement. */
export interface AgreementMessages {
  noTagsOfInput(): string;
  jsonAlone(): string;
  twoAnnotators(): string;
  tooManyAnnotators(annotators: number, most: number): string;
  nobodyOf(annotator: string): string;
  /** @param isTag whether a tag does not count for it */
  notCompared(fault: string, isTag: boolean): string;
  settledPassedOver(files: number): string;
  /** Nothing could be compared. */
  readonly nothingToCompare: string;

  /** An annotator whose file has no name. */
  readonly nobody: string;
  /** @param documents of which something counts */
  comparedAll(annotators: readonly string[], documents: number, all: number): string;
  /** @param length of all documents that were read */
  comparedCharacters(characters: number, length: number, tagged: number): string;
  /** Tags whose words are gone. */
  goneNotCompared(tags: number, annotator: string): string;
  readonly withUnfinished: string;
  readonly overTagged: string;
  /** How often chance was tried for γ, and how far off the disorder by chance may be, in per cent. */
  gammaTrials(fewest: number, most: number, percent: number): string;
  readonly measureHeads: Readonly<Record<MeasureName, string>>;
  readonly columns: Readonly<Record<'characters' | 'tags', string>>;
  readonly tables: Readonly<Record<'label' | 'pair' | 'part' | 'document' | 'section' | 'confusion', string>>;
  readonly allLabels: string;
  readonly partKinds: Readonly<Record<string, string>>;
  readonly noTagThere: string;
  readonly undefinedBecause: Readonly<Record<WhyUndefined, string>>;
  more(count: number): string;
  leftOut(name: string, why: LeftOut['why']): string;
}
