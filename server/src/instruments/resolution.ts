import type { CleanBlock } from '../statement/node.ts';
import { Discourse, type Growing } from './discourse.ts';
import { anaphor } from './forms/anaphor.ts';
import { arrive, definition, type Waiting } from './forms/definition.ts';
import { name, title } from './forms/title.ts';
import { word } from './forms/word.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Self } from './self.ts';
import type { TermUse } from './short-forms.ts';

/** Resolves the mentions of a document, paragraph by paragraph, from left to right. */
export class Resolution {
  private readonly discourse: Discourse;

  constructor(lexicon: Lexicon, self: Self | undefined) {
    this.discourse = new Discourse(lexicon, self);
  }

  get references(): Growing[] {
    return this.discourse.references;
  }

  /** Adds the references of the next paragraph. */
  paragraph(block: CleanBlock, mentions: readonly Mention[]): void {
    const { discourse } = this;
    const { shortForms, references } = discourse;
    discourse.enter(block);
    const byStart = new Map<number, number>();
    const awaited = new Map<number, Waiting>();
    let waiting: readonly (Mention | TermUse)[] = shortForms.usesIn(block.text, 0, mentions);
    for (let at = 0; at < waiting.length; at++) {
      const mention = waiting[at]!;
      const before = references.length;
      let search = false;
      switch (mention.what) {
        case 'title':
          title(discourse, mention);
          break;
        case 'name':
          name(discourse, mention);
          break;
        case 'definition': {
          const made = definition(discourse, mention, byStart);
          if (typeof made === 'boolean') search = made;
          else if (mention.of !== undefined) awaited.set(mention.of, made);
          break;
        }
        case 'anaphor':
          anaphor(discourse, mention);
          break;
        case 'self':
          discourse.add(mention, 'self', discourse.selves.named(mention.kind, mention.genus));
          break;
        case 'word':
          word(discourse, mention);
          break;
        case 'term':
          discourse.again(mention, 'defined-short', mention.index);
      }
      if (references.length > before) {
        // A title at the head of another is not what a short form of the other stands for.
        if (!byStart.has(mention.start)) byStart.set(mention.start, before);
        const short = awaited.get(mention.start);
        if (short !== undefined) search = arrive(discourse, short, before);
      }
      if (search) {
        waiting = shortForms.usesIn(block.text, mention.end, waiting.slice(at + 1));
        at = -1;
      }
    }
  }
}
