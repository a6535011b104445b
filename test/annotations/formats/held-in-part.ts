import type { Feature } from '../../../client/src/annotations/formats/features.ts';
import type { FormatId } from '../../../client/src/annotations/formats/format-names.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { bratInPart } from './brat-in-part.ts';
import { casXmiRules, webannoTsvRules } from './cas-rules.ts';
import { conllRules } from './conll-rules.ts';
import { qdpxRules } from './qdpx-rules.ts';

/** What comes back from a format that its holdings alone do not tell. */
export interface HeldInPart {
  /**
   * What is left of a document by a feature: for each that is held in part, and for those held not at all of which
   * more is to say than that the tags, or this about them, are gone. Must change nothing where no loss is told of.
   */
  readonly rules?: Partial<Record<Feature, (document: TaggedText) => TaggedText>>;
  /** Its files do not say what the documents are called. */
  readonly nameless?: true;
  /** Its files quote the words of every tag. */
  readonly quotes?: true;
}

/** By the format; those without an entry hold wholly or not at all. One line each: the rules lie beside its tests. */
export const heldInPart: Partial<Record<FormatId, HeldInPart>> = {
  'cas-xmi': { rules: casXmiRules },
  'webanno-tsv': { rules: webannoTsvRules },
  qdpx: qdpxRules,
  jsonl: { quotes: true },
  w3c: { quotes: true },
  conll: { rules: conllRules },
  brat: bratInPart,
};
