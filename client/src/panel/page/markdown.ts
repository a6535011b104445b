import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';
import { safeAddress } from '../intent.ts';
import { isTooMuchMarkdown } from './markdown-limits.ts';

/** What a guideline can hold, and nothing else: no HTML, no picture, no address but `https:`. */
export type Guideline = string | GuidelineElement;
export interface GuidelineElement {
  readonly name: (typeof names)[number];
  readonly children: readonly Guideline[];
  /** Of a link. */
  readonly href?: string;
  /** Of a numbered list that does not begin with 1. */
  readonly start?: number;
}

export const names = [
  ...[
    'p',
    'h3',
    'h4',
    'h5',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'code',
    'hr',
    'br',
    'em',
    'strong',
    'del',
  ],
  ...['table', 'tr', 'th', 'td', 'link'],
] as const;

/** Nobody nests deeper; what does is shown as the text that it is made of. */
const deepest = 12;

/**
 * Reads Markdown (CommonMark with tables, and with emphasis as Chinese punctuation wants it). HTML in it is text like
 * any other, and so is all of what would take too long to read.
 */
export function readMarkdown(text: string): readonly Guideline[] {
  if (isTooMuchMarkdown(text)) return [{ name: 'pre', children: [text] }];
  const root = fromMarkdown(text, {
    extensions: [cjkFriendlyExtension(), gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const addresses = new Map<string, string>();
  const depths = new Set<number>();
  for (const node of root.children) {
    if (node.type === 'definition') addresses.set(node.identifier, node.url);
    if (node.type === 'heading') depths.add(node.depth);
  }
  const ranks = [...depths].sort((a, b) => a - b);
  const within = (node: Parents, depth: number): readonly Guideline[] =>
    depth > deepest ? [plain(node)] : node.children.flatMap((child) => read(child, depth + 1));
  const link = (node: Parents, url: string | undefined, depth: number): readonly Guideline[] => {
    const href = url === undefined ? undefined : safeAddress(url);
    const children = within(node, depth);
    if (href !== undefined) return [{ name: 'link', children, href }];
    return url === undefined || url === plain(node) ? children : [...children, ` (${url})`];
  };
  const read = (node: Nodes, depth: number): readonly Guideline[] => {
    const as = (name: GuidelineElement['name']): readonly Guideline[] => [
      { name, children: 'children' in node ? within(node, depth) : [] },
    ];
    switch (node.type) {
      case 'paragraph':
        return as('p');
      case 'heading':
        return as((['h3', 'h4', 'h5'] as const)[ranks.indexOf(node.depth)] ?? 'h5');
      case 'list': {
        if (!node.ordered) return as('ul');
        const start = node.start ?? 1;
        return [{ name: 'ol', children: within(node, depth), ...(start === 1 ? {} : { start }) }];
      }
      case 'listItem':
        return as('li');
      case 'blockquote':
        return as('blockquote');
      case 'emphasis':
        return as('em');
      case 'strong':
        return as('strong');
      case 'delete':
        return as('del');
      case 'thematicBreak':
        return as('hr');
      case 'break':
        return as('br');
      case 'table': {
        const [head, ...rows] = node.children;
        const row = (one: Parents, name: 'th' | 'td'): Guideline => ({
          name: 'tr',
          children: one.children.map((cell) => ({
            name,
            children: 'children' in cell ? within(cell, depth + 2) : [],
          })),
        });
        return [
          {
            name: 'table',
            children: [...(head ? [row(head, 'th')] : []), ...rows.map((one) => row(one, 'td'))],
          },
        ];
      }
      case 'link':
        return link(node, node.url, depth);
      case 'linkReference':
        return link(node, addresses.get(node.identifier), depth);
      case 'inlineCode':
        return [{ name: 'code', children: [node.value] }];
      case 'code':
        return [{ name: 'pre', children: [node.value] }];
      case 'html':
        return depth === 1 ? [{ name: 'p', children: [node.value] }] : [node.value];
      case 'image':
      case 'imageReference':
        return [node.alt ?? ''];
      case 'text':
        return [node.value];
      default:
        return 'children' in node ? within(node, depth) : [];
    }
  };
  return within(root, 0);
}

/** All the text below a node, by a stack of our own: a hostile text can nest deeper than calls can. */
function plain(node: Nodes): string {
  const texts: string[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ('value' in next) texts.push(next.value);
    if ('children' in next) for (const child of [...next.children].reverse()) stack.push(child);
  }
  return texts.join('');
}
