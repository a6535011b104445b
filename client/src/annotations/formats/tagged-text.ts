import type { FactsNode, FactsReference, StatementFacts } from '../../../../server/src/protocol.ts';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation } from '../annotation.ts';

/** A document with tags on the way into another tool, or out of it. */
export interface TaggedText {
  /**
   * Its path among the documents: `/` between folders, none at the start, with its ending: `2024/中法.txt`. No two
   * documents that are written together have one name. Of one that was read: as its file says, checked by nobody.
   */
  readonly name: string;
  /**
   * Its path where its own folder has it, where {@link name} is another: in a folder of its annotator, with a number,
   * or as every system can have it. Formats keep it beside, so that it comes back as the document that it was.
   */
  readonly path?: string;
  /** What is written: without a BOM, line ends as they are. Everything below counts in it, UTF-16. */
  readonly text: string;
  /** `raw`: as its own file has it; `clean`: as Jiaozhu reads it; absent: not known, since another tool wrote it. */
  readonly form?: 'raw' | 'clean';
  /**
   * In order of place. Those whose words are not in the text are orphans: they have quotes, and empty spans.
   * Relations lead to ids among them, or nowhere.
   */
  readonly tags: readonly Annotation[];
  /** Whose tags these are; empty for nobody in particular. */
  readonly annotator: string;
  /** What a format's own file held and nobody here understands, by the format's id: written back into that format. */
  readonly foreign?: JsonObject;
  /** What Jiaozhu knows of the text; only for formats that say that they need it. */
  readonly facts?: TextFacts;
}

/** What is known of a text, counted in that text; see {@link StatementFacts}. */
export interface TextFacts extends Pick<StatementFacts, 'kind' | 'identity'> {
  readonly tree: FactsNode;
  readonly references: readonly FactsReference[];
  /** Of a raw text: where it is read otherwise than it stands, in order of place. Of a clean one: none. */
  readonly emendations: readonly Emendation[];
}

/** A place that is read otherwise than it stands; UTF-16. */
export interface Emendation extends TextRange {
  /** What is read there: a character that another stood for, or nothing where a space or a line break is not read. */
  readonly reading: string;
}
