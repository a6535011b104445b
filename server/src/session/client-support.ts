import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { CompletionSupport } from '../features/completion.ts';

/** What this client can do. What it did not say it can, it never gets. */
export interface ClientSupport {
  readonly symbolTree: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
  readonly inlayHints: boolean;
  readonly completion: CompletionSupport;
  readonly markdownCompletion: boolean;
  readonly preparesRename: boolean;
  readonly foldingLimit: number;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesTokens: boolean;
  readonly versionedDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly semanticTokens: boolean;
  readonly semanticTokensDelta: boolean;
  readonly codeActions: boolean;
  readonly resolvesCodeActionEdit: boolean;
  readonly versionedEdits: boolean;
  readonly annotatedEdits: boolean;
  readonly createsFiles: boolean;
  readonly willSave: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
}

export function clientSupport({ textDocument, workspace, window }: ClientCapabilities): ClientSupport {
  const resolve = textDocument?.codeAction?.resolveSupport?.properties ?? [];
  const item = textDocument?.completion?.completionItem;
  const full = textDocument?.semanticTokens?.requests?.full;
  return {
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    inlayHints: isThere(textDocument?.inlayHint),
    completion: {
      insertReplace: item?.insertReplaceSupport === true,
      labelDetails: item?.labelDetailsSupport === true,
    },
    markdownCompletion: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    pullsDiagnostics: isThere(textDocument?.diagnostic),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    versionedDiagnostics: textDocument?.publishDiagnostics?.versionSupport === true,
    // Said for both ways of giving diagnostics, in LSP 3.18 of each by itself.
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    semanticTokens: isThere(textDocument?.semanticTokens),
    semanticTokensDelta: typeof full === 'object' && full.delta === true,
    codeActions: isThere(textDocument?.codeAction?.codeActionLiteralSupport),
    resolvesCodeActionEdit: textDocument?.codeAction?.dataSupport === true && resolve.includes('edit'),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatedEdits: isThere(workspace?.workspaceEdit?.changeAnnotationSupport),
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    willSave: textDocument?.synchronization?.willSaveWaitUntil === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
  };
}

function isThere(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
