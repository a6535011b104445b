import type { StatementFacts } from '../../../../server/src/protocol.ts';
import { isObject, type JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../annotation.ts';
import type { Sidecar } from '../sidecar.ts';

/** A document with one annotator's tags, as the editor and the sidecars have it. */
export interface NativeDocument {
  /** The name that it goes out by: no two that go out together have one. */
  readonly name: string;
  /** Its path among the documents: `/` between folders, none at the start. Absent where the name is. */
  readonly path?: string;
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

/** What a sidecar keeps of other tools' files; undefined where that is nothing. */
export function foreignIn({ unknown }: Pick<Sidecar, 'unknown'>): JsonObject | undefined {
  const foreign = Object.hasOwn(unknown, foreignMember) ? unknown[foreignMember] : undefined;
  return isObject(foreign) ? foreign : undefined;
}

/** The sidecar with that of other tools' files; nothing is taken from it. */
export function withForeign(sidecar: Sidecar, foreign: JsonObject | undefined): Sidecar {
  return foreign ? { ...sidecar, unknown: { ...sidecar.unknown, [foreignMember]: foreign } } : sidecar;
}
