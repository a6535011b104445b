import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from '../features/code-actions.ts';
import { completionTriggers } from '../features/completion.ts';
import { DIAGNOSTIC_SOURCE } from '../features/diagnostics.ts';
import { semanticTokensLegend } from '../features/semantic-tokens.ts';
import type { ClientSupport } from './client-support.ts';

/** What the server offers to this client. */
export function serverCapabilities(client: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      ...(client.willSave ? { willSaveWaitUntil: true } : {}),
    },
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    ...(client.inlayHints ? { inlayHintProvider: { resolveProvider: true } } : {}),
    ...(client.codeActions ? { codeActionProvider: { codeActionKinds, resolveProvider: true } } : {}),
    ...(client.semanticTokens
      ? {
          semanticTokensProvider: {
            legend: semanticTokensLegend,
            full: client.semanticTokensDelta ? { delta: true } : true,
            range: true,
          },
        }
      : {}),
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: DIAGNOSTIC_SOURCE,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
