import * as vscode from 'vscode';
import { apart } from './apart.ts';

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
