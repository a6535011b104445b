import type { ReadDocument } from '../formats/format.ts';
import { labelIdOf } from '../formats/label-naming.ts';
import type { LabelScheme } from '../labels.ts';

/** A label that files call otherwise than it is called here. */
export interface Renaming {
  readonly written: string;
  /** The id of the label whose name that is. */
  readonly id: string;
}

/** The scheme in which each label is called by its id alone: read by it, labels come as they are written. */
export function withoutNames(scheme: LabelScheme, isNameless = (_id: string) => true): LabelScheme {
  return {
    ...scheme,
    labels: scheme.labels.map((label) =>
      isNameless(label.id) ? { ...label, name: { zh: label.id, en: label.id } } : label,
    ),
  };
}

/** The labels of files, as they are written there. */
export class WrittenLabels {
  /** Of tags. */
  readonly #used = new Set<string>();
  /** Of the schemes that the files have of their own. */
  readonly #own = new Set<string>();
  #scheme: LabelScheme | undefined;

  /** @param read by a scheme {@link withoutNames} */
  add({ document, scheme }: ReadDocument): void {
    for (const { label } of document.tags) this.#used.add(label);
    // The documents of one file mostly have one.
    if (scheme && scheme !== this.#scheme) for (const { id } of scheme.labels) this.#own.add(id);
    this.#scheme = scheme;
  }

  /**
   * The scheme by whose names the files may be read, so that no two labels become one: a label is known by its name
   * only where the files call it by that name alone.
   * @param ownStay whether the labels of the files' own schemes stay as they are
   */
  schemeToRead(scheme: LabelScheme, ownStay: boolean): LabelScheme {
    const calls = new Map<string, Set<string>>();
    for (const written of [...this.#used, ...this.#own]) {
      const id = labelIdOf(scheme, written);
      calls.set(id, (calls.get(id) ?? new Set()).add(written));
    }
    return withoutNames(scheme, (id) => {
      const names = [...(calls.get(id) ?? [])];
      return names.length > 1 || (ownStay && names.some((name) => this.#own.has(name)));
    });
  }

  /** The labels of tags that come by another id than they are written. @param scheme by which they are read */
  renamings(scheme: LabelScheme): readonly Renaming[] {
    return [...this.#used].flatMap((written) => {
      const id = labelIdOf(scheme, written);
      return id === written ? [] : [{ written, id }];
    });
  }
}
