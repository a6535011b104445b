import { type Renaming, withoutNames } from '../../annotations/exchange/written-labels.ts';
import { labelIdOf } from '../../annotations/formats/label-naming.ts';
import type { TaggedText } from '../../annotations/formats/tagged-text.ts';
import { missingLabels, noLabels } from '../../annotations/label-merging.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { ReadInputs } from './reading-inputs.ts';

/** The labels of an import that become those of its folder. */
export class TakenLabels {
  /** Its ids are ones that a file of labels can have. */
  readonly scheme: LabelScheme;
  /** The labels of tags that the files call otherwise. */
  readonly renamings: readonly Renaming[];
  /** What labels of tags become. */
  readonly #ids: ReadonlyMap<string, string>;

  /**
   * @param said the labels that the files say they have
   * @param haveNames whether tags may call them by their names
   */
  constructor(
    said: LabelScheme,
    { documents, renamings }: Pick<ReadInputs, 'documents' | 'renamings'>,
    haveNames: boolean,
  ) {
    this.scheme = missingLabels(noLabels, said).missing;
    // Nothing is there yet: all of them are missing, in their order.
    const taken = new Map(this.scheme.labels.map(({ id }, at) => [said.labels[at]!.id, id]));
    const labels = new Set(documents.flatMap(({ tags }) => tags.map(({ label }) => label)));
    // Tags were read by the labels that the folder had.
    const written = new Map(renamings.map((each) => [each.id, each.written]));
    const writtenOf = (label: string) => written.get(label) ?? label;
    const calls = new Map<string, Set<string>>();
    const named = haveNames ? said : withoutNames(said);
    for (const name of [...labels].map(writtenOf)) {
      const id = labelIdOf(named, name);
      calls.set(id, (calls.get(id) ?? new Set()).add(name));
    }
    // No two labels become one.
    const known = withoutNames(named, (id) => (calls.get(id)?.size ?? 0) > 1);
    const idOf = (name: string) => {
      const id = labelIdOf(known, name);
      return taken.get(id) ?? id;
    };
    this.#ids = new Map([...labels].map((label) => [label, idOf(writtenOf(label))]));
    this.renamings = [...labels]
      .map((label) => ({ written: writtenOf(label), id: this.#ids.get(label)! }))
      .filter(({ written, id }) => written !== id);
  }

  /** Documents of the import with the labels as they are called then. */
  of<Document extends TaggedText>(documents: readonly Document[]): readonly Document[] {
    return documents.map((document) => ({ ...document, tags: document.tags.map((tag) => this.#of(tag)) }));
  }

  #of<Tag extends { readonly label: string }>(tag: Tag): Tag {
    const label = this.#ids.get(tag.label) ?? tag.label;
    return label === tag.label ? tag : { ...tag, label };
  }
}
