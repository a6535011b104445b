import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';
import type { NodeKind, Ranged, StatementNode } from '../statement/node.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What the outline shows, and as what: kinds whose pictures differ (in VS Code, those of modules, packages and
 * namespaces are one). Sentences and furniture would bury the rest.
 */
const KINDS: Partial<Record<NodeKind, SymbolKind>> = {
  document: SymbolKind.Module,
  annex: SymbolKind.Struct,
  title: SymbolKind.File,
  dateline: SymbolKind.Event,
  preamble: SymbolKind.Interface,
  section: SymbolKind.Class,
  article: SymbolKind.Method,
  item: SymbolKind.EnumMember,
  quotation: SymbolKind.Object,
  paragraph: SymbolKind.String,
  closing: SymbolKind.Constant,
};

/** The outline as a tree. Names are clean text; a jump lands on the heading. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  return symbolsBelow(snapshot.analysis.tree, snapshot);
}

/** The outline for clients that know no tree: each entry names the one above it. */
export function flatDocumentSymbols(snapshot: Snapshot): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const add = (symbols: readonly DocumentSymbol[], containerName?: string) => {
    for (const { name, kind, range, children } of symbols) {
      const location = { uri: snapshot.uri, range };
      flat.push({ name, kind, location, ...(containerName === undefined ? {} : { containerName }) });
      add(children ?? [], name);
    }
  };
  add(documentSymbols(snapshot));
  return flat;
}

function symbolsBelow(node: StatementNode<Ranged>, snapshot: Snapshot): DocumentSymbol[] {
  return node.children.flatMap((child) => {
    const kind = KINDS[child.kind];
    // A paragraph holds sentences only; on a long text, asking for them all would take longer than all else.
    const children = child.kind === 'paragraph' ? [] : symbolsBelow(child, snapshot);
    if (kind === undefined) return children;
    // An empty name would make some editors refuse the whole outline.
    const name = child.label.trim() || nameOfKind(child.kind);
    // A part is named after its title, or where it has none after its first paragraph: once is enough.
    const first = child.children[0]?.kind;
    if ((first === 'title' || first === 'paragraph') && name.endsWith(children[0]!.name)) children.shift();
    return [
      {
        name,
        detail: detail(child),
        kind,
        range: snapshot.lines.toPositions(child.range.raw),
        selectionRange: snapshot.lines.toPositions(child.heading.raw),
        children,
      },
    ];
  });
}

/** What a name does not say: what sort of part it is, or how much there is in it. */
function detail({ kind, children }: StatementNode<Ranged>): string {
  switch (kind) {
    case 'annex':
    case 'closing':
    case 'dateline':
    case 'document':
    case 'preamble':
      return nameOfKind(kind);
    case 'section':
      return contents(children);
    default:
      return '';
  }
}

/** 第三条—第七条, or how many items. */
function contents(children: readonly StatementNode<Ranged>[]): string {
  const articles = children.filter(({ kind }) => kind === 'article');
  const [first, last] = [articles[0], articles.at(-1)].map(
    (article) => ARTICLE.exec(article?.label ?? '')?.[0],
  );
  if (first !== undefined && last !== undefined) return first === last ? first : `${first}—${last}`;
  const items = children.filter(({ kind }) => kind === 'item').length;
  return items < 2 ? '' : t('{0} items', items);
}

const ARTICLE = /^第[^\s条條]{1,8}[条條]/;

/** The name of a kind of part, in the language of the user. */
export function nameOfKind(kind: NodeKind): string {
  switch (kind) {
    case 'document':
      return t('document');
    case 'annex':
      return t('annex');
    case 'title':
      return t('title');
    case 'dateline':
      return t('dateline');
    case 'preamble':
      return t('preamble');
    case 'section':
      return t('section');
    case 'article':
      return t('article');
    case 'item':
      return t('item');
    case 'quotation':
      return t('quotation');
    case 'paragraph':
      return t('paragraph');
    case 'sentence':
      return t('sentence');
    case 'closing':
      return t('closing');
    case 'furniture':
      return t('page furniture');
  }
}
