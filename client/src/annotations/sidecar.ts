import type { Annotation } from './annotation.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Problem } from './problem.ts';

/** Which text the positions of a sidecar count in. Both count the text without BOM and with line ends as LF. */
export interface TextFacts {
  /** SHA-256 of its UTF-8, in small hexadecimal digits. */
  readonly sha256: string;
  /** In Unicode code points. */
  readonly length: number;
}

/** A tag as stored: as in memory, but its spans count Unicode code points of the text without BOM and with line ends as LF. */
export type StoredAnnotation = Annotation;

/**
 * What a sidecar file holds. It comes only from `parseSidecar` or `newSidecar`: so a file that could not be
 * parsed has no Sidecar, and there is nothing that could be written over it.
 */
export interface Sidecar {
  /** Absent in a new one, or where the file does not say. */
  readonly text?: TextFacts;
  readonly annotations: readonly StoredAnnotation[];
  /** Items that are not understood; written back as they were. */
  readonly kept: readonly JsonValue[];
  /** Members of the page that are not ours; written back as they were. */
  readonly unknown: JsonObject;
}

export type SidecarReading =
  | { readonly ok: true; readonly sidecar: Sidecar; readonly problems: readonly Problem[] }
  /** Not to be overwritten. There is no sidecar to write. */
  | { readonly ok: false; readonly problem: Problem };

/** SHA-256 of the UTF-8 of a text, in small hexadecimal digits. */
export type Sha256 = (text: string) => string;
