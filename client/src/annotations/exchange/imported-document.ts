import type { JsonObject } from '../../../../server/src/text/json.ts';
import { isObject } from '../../../../server/src/text/json.ts';
import type { TaggedText } from '../formats/tagged-text.ts';
import { type MergedImport, type MergeOptions, mergeImport } from './merged-import.ts';
import type { NativeDocument } from './native-document.ts';
import { type IncomingText, type Placing, placeImport } from './placed-import.ts';

/** What comes of importing into a document. */
export interface ImportedDocument extends MergedImport {
  readonly placing: Placing;
  /** Ids of tags of the import whose words were not found in the document; they are orphans in it. */
  readonly lost: readonly string[];
  readonly foreign?: JsonObject;
  /** Whether anything is to be written. */
  readonly isChanged: boolean;
}

/**
 * Imports a document of another tool into the one that it belongs to; pure, so that it serves a preview as well.
 * @param native the document as it is, with the tags of the annotator whose tags these become
 */
export function importInto(
  imported: TaggedText & IncomingText,
  native: Pick<NativeDocument, 'text' | 'tags' | 'facts' | 'foreign'>,
  options: MergeOptions,
): ImportedDocument {
  const placed = placeImport(imported, native.text, native.facts);
  const merged = mergeImport(native.tags, placed, options);
  const foreign = mergedForeign(native.foreign, imported.foreign);
  return {
    ...merged,
    placing: placed.placing,
    lost: placed.lost,
    ...(foreign && { foreign }),
    isChanged:
      merged.added.length + merged.changed.length > 0 ||
      (options.removeMissing && merged.missing.length > 0) ||
      JSON.stringify(foreign) !== JSON.stringify(native.foreign),
  };
}

/** What a format's own file held counts as it is in the import; that of other formats stays. */
function mergedForeign(here: JsonObject | undefined, there: JsonObject | undefined): JsonObject | undefined {
  if (!there || !isObject(there)) return here;
  return { ...here, ...there };
}
