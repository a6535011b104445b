import { createAnnotationStore } from './annotation-store.ts';
import { createCodePointMap, normaliseText } from './offsets.ts';
import { openSidecar } from './opening.ts';
import { type Sha256, type Sidecar, withAnnotations } from './sidecar.ts';
import { smallestEdits } from './text-diff.ts';

/**
 * The sidecar with its tags moved from the text that it describes to another, as if the one had been edited into the
 * other with the document open: exact where no words of a tag changed, whatever stands there alike.
 * @param from the text that it describes; undefined is returned where it is not that one
 */
export function carriedOver(sidecar: Sidecar, from: string, to: string, sha256: Sha256): Sidecar | undefined {
  if (!describes(sidecar, from, sha256)) return undefined;
  // The edits make no tags, so nobody's name or time is asked for.
  const store = createAnnotationStore(from, openSidecar(sidecar, from, sha256).annotations, {
    creator: '',
    now: () => '',
    newId: () => '',
  });
  store.edit(smallestEdits(from, to));
  return withAnnotations(sidecar, store.toStore(), to, sha256);
}

/** Whether this is the text that the positions of a sidecar count in. */
export function describes({ text: facts }: Sidecar, text: string, sha256: Sha256): boolean {
  // The length first: it is found at once, and mostly tells.
  return (
    facts !== undefined &&
    facts.length === createCodePointMap(text).length &&
    facts.sha256 === sha256(normaliseText(text))
  );
}
