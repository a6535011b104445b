/** What a draft is of: the note of a tag, or one of its attributes. */
export interface DraftPlace {
  readonly tag: string;
  readonly attribute?: string;
}

/** A key for a draft that no other place has. */
export function draftKey({ tag, attribute }: DraftPlace): string {
  return JSON.stringify(attribute === undefined ? [tag] : [tag, attribute]);
}

/** What a key was made of; undefined where it is none. */
export function readDraftKey(key: string): DraftPlace | undefined {
  try {
    const parts: unknown = JSON.parse(key);
    if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
    const [tag, attribute] = parts as string[];
    if (tag === undefined || parts.length > 2) return undefined;
    return { tag, ...(attribute === undefined ? {} : { attribute }) };
  } catch {
    return undefined;
  }
}
