import * as vscode from 'vscode';
import { apart } from './apart.ts';
import { commandLink, inertMarkdown } from './inert-markdown.ts';

/** Words in a hover, of ours and of others: they are shown as text, and nothing in them can be run. */
export class PlainMarkdown {
  readonly markdown = new vscode.MarkdownString();

  /** Words of ours. */
  say(words: string): this {
    this.markdown.appendMarkdown(inertMarkdown(words));
    return this;
  }

  /** Words of others. */
  quote(words: string): this {
    return this.say(apart(words));
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
}

/** A line of links that run commands. It is trusted to, and so holds no words but those of the extension. */
export class CommandLinks {
  readonly markdown = new vscode.MarkdownString();

  /** @param commands those that may be run, and no others */
  constructor(commands: readonly string[]) {
    this.markdown.isTrusted = { enabledCommands: commands };
  }

  /** @param argument of any kind: it is shown nowhere */
  add(title: string, command: string, argument: string): this {
    const before = this.markdown.value === '' ? '' : ' · ';
    this.markdown.appendMarkdown(before + commandLink(title, command, argument));
    return this;
  }
}
