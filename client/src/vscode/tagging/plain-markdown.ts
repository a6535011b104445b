import * as vscode from 'vscode';

/** Marks that turn the direction of what stands beside them: embeddings, overrides, isolates, and the marks alone. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that somebody else wrote, so that it cannot disturb what is told beside it: marks of direction are shown by
 * their code points, and what is written from right to left stays among itself.
 */
export function apart(text: string): string {
  const shown = text.replace(
    turning,
    (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
  // First-strong isolate … pop directional isolate: see Unicode Standard Annex #9.
  return `\u2068${shown}\u2069`;
}

/** Words in a hover, of which whatever others have written is shown as text and is never Markdown. */
export class PlainMarkdown {
  readonly markdown = new vscode.MarkdownString('', true);

  /** @param commands the commands that links in it may run, and no others */
  constructor(commands: readonly string[]) {
    this.markdown.isTrusted = { enabledCommands: commands };
  }

  /** Words of ours, which hold no Markdown either. */
  say(words: string): this {
    this.markdown.appendText(words);
    return this;
  }

  /** Words of others. */
  quote(words: string): this {
    this.markdown.appendText(apart(words));
    return this;
  }

  strong(words: string): this {
    this.markdown.appendMarkdown('**');
    this.quote(words);
    this.markdown.appendMarkdown('**');
    return this;
  }

  line(): this {
    this.markdown.appendMarkdown('  \n');
    return this;
  }

  paragraph(): this {
    this.markdown.appendMarkdown('\n\n');
    return this;
  }

  /** A link that runs a command with one argument; the title is ours. */
  link(title: string, command: string, argument: string): this {
    const address = `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
    this.markdown.appendMarkdown(`[${title}](${address})`);
    return this;
  }
}
