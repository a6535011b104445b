import type { NamedInstruments } from './instruments/lexicon.ts';
import type { Mention } from './instruments/mention.ts';
import { mentionsIn } from './instruments/mentions.ts';
import { type BlockForm, classifyBlock } from './statement/heading.ts';
import type { CleanBlock } from './statement/node.ts';

/**
 * What was found in the paragraphs of a document's last version, by their text, so that an edit makes only
 * its own paragraph be read again. It forgets every paragraph that is no longer there.
 */
export class ParagraphMemory {
  private forms = new Map<string, BlockForm>();
  private mentions = new Map<string, readonly Mention[]>();

  formOf(blocks: readonly CleanBlock[]): (text: string) => BlockForm {
    this.forms = renewed(this.forms, blocks, classifyBlock);
    return (text) => this.forms.get(text) ?? classifyBlock(text);
  }

  mentionsOf(
    blocks: readonly CleanBlock[],
    registry: NamedInstruments,
  ): (text: string) => readonly Mention[] {
    const find = (text: string) => mentionsIn(text, registry);
    this.mentions = renewed(this.mentions, blocks, find);
    return (text) => this.mentions.get(text) ?? find(text);
  }
}

function renewed<T>(
  old: ReadonlyMap<string, T>,
  blocks: readonly CleanBlock[],
  find: (text: string) => T,
): Map<string, T> {
  const made = new Map<string, T>();
  for (const { text } of blocks) if (!made.has(text)) made.set(text, old.get(text) ?? find(text));
  return made;
}
