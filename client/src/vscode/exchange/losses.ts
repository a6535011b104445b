import { type Annotation, quotedWords } from '../../annotations/annotation.ts';
import type { LossLine, ToldLoss } from '../../annotations/exchange/told-loss.ts';
import type { OutgoingDocument } from './outgoing.ts';

/** A tag of which something is lost. */
export interface LossExample {
  readonly document: OutgoingDocument;
  readonly tag: Annotation;
  readonly words: string;
}

/** How many tags are shown of what is lost. */
const mostExamples = 50;

/** The first tags of each kind of loss. */
export class LossExamples {
  readonly #examples = new Map<string, LossExample[]>();

  add(document: OutgoingDocument, tags: readonly Annotation[], losses: readonly ToldLoss[]): void {
    let byId: ReadonlyMap<string, Annotation> | undefined;
    for (const loss of losses) {
      const examples = this.#examples.get(keyOf(loss)) ?? [];
      this.#examples.set(keyOf(loss), examples);
      for (const id of loss.tags) {
        if (examples.length >= mostExamples) break;
        byId ??= new Map(tags.map((tag) => [tag.id, tag]));
        const tag = byId.get(id);
        if (tag) examples.push({ document, tag, words: quotedWords(tag) });
      }
    }
  }

  of(line: LossLine): readonly LossExample[] {
    return this.#examples.get(keyOf(line)) ?? [];
  }
}

function keyOf({ feature, tagsLeftOut }: Pick<LossLine, 'feature' | 'tagsLeftOut'>): string {
  return `${feature} ${tagsLeftOut}`;
}
