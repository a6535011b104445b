import { type Feature, features, type Loss } from '../formats/features.ts';
import type { BilingualText } from '../labels.ts';

/** What of tags stays at home by the choice of what goes out, whatever the format could hold. */
export const ownFeatures = {
  unread: { en: 'tags on what the clean text leaves out', zh: '清理后文本中不含之处的标注' },
  unchosen: { en: 'tags of another review than is chosen', zh: '审阅状态不在所选之内的标注' },
  reviewed: { en: 'marks that a section or document is done', zh: '“本节已审阅”或“全文已完成”的标记' },
} as const satisfies Record<string, BilingualText>;

export type OwnFeature = keyof typeof ownFeatures;
export type ToldFeature = Feature | OwnFeature;

/** What of a document is lost on its way out. */
export interface ToldLoss extends Omit<Loss, 'feature'> {
  readonly feature: ToldFeature;
}

/** Whether it is the choice of what goes out that leaves this out, and not the format. */
export function isByChoice({ feature }: Pick<LossLine, 'feature'>): boolean {
  return Object.hasOwn(ownFeatures, feature);
}

export function nameOfLoss(feature: ToldFeature, language: 'en' | 'zh'): string {
  return { ...features, ...ownFeatures }[feature][language];
}

/** What is lost of all documents together. */
export interface LossLine {
  readonly feature: ToldFeature;
  /** How many tags, or characters, in how many documents. */
  readonly count: number;
  readonly documents: number;
  readonly tagsLeftOut: boolean;
}

/** Adds up what is lost, document by document. */
export class LossTable {
  readonly #lines = new Map<string, { -readonly [name in keyof LossLine]: LossLine[name] }>();

  add(losses: readonly ToldLoss[]): void {
    const counted = new Set<string>();
    for (const { feature, count, tagsLeftOut } of losses) {
      const key = `${feature} ${tagsLeftOut}`;
      const line = this.#lines.get(key) ?? { feature, count: 0, documents: 0, tagsLeftOut };
      line.count += count;
      if (!counted.has(key)) line.documents += 1;
      counted.add(key);
      this.#lines.set(key, line);
    }
  }

  /** What is left out as a whole first, then in the order in which features are told. */
  get lines(): readonly LossLine[] {
    const order = Object.keys({ ...ownFeatures, ...features });
    return [...this.#lines.values()].sort(
      (a, b) =>
        Number(b.tagsLeftOut) - Number(a.tagsLeftOut) || order.indexOf(a.feature) - order.indexOf(b.feature),
    );
  }
}
