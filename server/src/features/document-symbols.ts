import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';
import type { NodeKind, Ranged, StatementNode } from '../statement/node.ts';
import type { Snapshot } from './snapshot.ts';

/** What the outline shows, and as what. Sentences and furniture would bury the rest. */
const KINDS: Partial<Record<NodeKind, SymbolKind>> = {
  document: SymbolKind.Package,
  annex: SymbolKind.Package,
  title: SymbolKind.File,
  dateline: SymbolKind.Event,
  preamble: SymbolKind.Namespace,
  section: SymbolKind.Module,
  article: SymbolKind.Class,
  item: SymbolKind.Field,
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
    return [
      {
        // An empty name would make some editors refuse the whole outline.
        name: child.label.trim() || nameOfKind(child.kind),
        detail: detail(child),
        kind,
        range: snapshot.lines.toPositions(child.range.raw),
        selectionRange: snapshot.lines.toPositions(child.heading.raw),
        children,
      },
    ];
  });
}

function detail({ kind }: StatementNode<Ranged>): string {
  return kind === 'preamble' || kind === 'closing' || kind === 'dateline' ? nameOfKind(kind) : '';
}

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
