import type { StatementFacts } from '../../../../server/src/protocol.ts';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../annotation.ts';

/** A document with one annotator's tags, as the editor and the sidecars have it. */
export interface NativeDocument {
  /** Its path among the documents: `/` between folders, none at the start. */
  readonly name: string;
  /** The raw text, without a BOM. */
  readonly text: string;
  /** In any order, orphans among them; UTF-16 in the text. */
  readonly tags: readonly Annotation[];
  /** Empty for nobody in particular. */
  readonly annotator: string;
  /** What other tools' files held and nobody here understands, by the format's id. */
  readonly foreign?: JsonObject;
  /** What is known of the text; needed where it is to be clean, or a format asks for it. */
  readonly facts?: StatementFacts;
}

/** The member of a sidecar that keeps {@link NativeDocument.foreign}. */
export const foreignMember = 'jiaozhu:foreign';
