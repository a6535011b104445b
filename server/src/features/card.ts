import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';

/** What a hover shows, before it is Markdown or plain text. All strings are plain. */
export interface Card {
  readonly title: string;
  /** Lines under the title, without a label: kind and status, names in other languages. */
  readonly subtitles: readonly string[];
  readonly facts: readonly Fact[];
  /** Under the facts: a heading and its lines, in order. */
  readonly sections?: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** Sentences at the end. */
  readonly notes: readonly string[];
  /** Where the facts are from, each with the mark that the facts bear. */
  readonly sources?: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
  /** An https address that the text leads to. */
  readonly link?: string;
}

/** The card as Markdown for clients that render it, else as plain text. */
export function render(card: Card, markdown: boolean): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: asMarkdown(card) }
    : { kind: MarkupKind.PlainText, value: asPlainText(card) };
}

function asMarkdown({ title, subtitles, facts, sections = [], notes, sources = [] }: Card): string {
  const list = facts.map(({ label, text, link }) => {
    const value =
      link === undefined || !link.startsWith('https://')
        ? escaped(text)
        : `[${escaped(text)}](<${address(link)}>)`;
    return `- **${escaped(label)}**${t(': ')}${value}`;
  });
  return [
    `**${escaped(title)}**`,
    subtitles.map(escaped).join('  \n'),
    list.join('\n'),
    ...sections.map(({ heading, lines }) =>
      [`**${escaped(heading)}**`, '', ...lines.map((line) => `- ${escaped(line)}`)].join('\n'),
    ),
    ...notes.map((note) => `*${escaped(note)}*`),
    sources.map(escaped).join('  \n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function asPlainText({ title, subtitles, facts, sections = [], notes, sources = [] }: Card): string {
  const list = facts.map(({ label, text, link }) => `${label}${t(': ')}${link ?? text}`);
  const under = sections.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)]);
  return [title, ...subtitles, ...list, ...under, ...notes, ...sources].join('\n');
}

/** Text from a document or a registry must not become markup, nor a link, nor break out of its line. */
function escaped(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

function address(link: string): string {
  return link.replace(/[<>\\\s]/g, encodeURIComponent);
}
