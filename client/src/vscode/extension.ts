import * as vscode from 'vscode';
import { adjudication } from './adjudication/adjudication.ts';
import { concordance } from './concordance/concordance.ts';
import { watchForMisreading } from './encoding/misread-documents.ts';
import { exchange } from './exchange/exchange.ts';
import { importLabels } from './exchange/label-import.ts';
import { textFiles } from './files.ts';
import { instruments } from './instruments/instruments.ts';
import { cleaningCommands } from './language/cleaning.ts';
import { detectStatements } from './language/detection.ts';
import { keepDoubtfulPlaces } from './language/doubtful-places.ts';
import { findingCommands } from './language/finding-commands.ts';
import { reportLeftBreaks } from './language/left-breaks.ts';
import { createStatementClient } from './language/statement-client.ts';
import { StatementPages } from './language/statement-pages.ts';
import { statusItem } from './language/status-item.ts';
import { stepCommands } from './language/steps.ts';
import { lostWordsView } from './lost-words/view.ts';
import { showErrorMessage } from './notice.ts';
import { panelCommands } from './panel/panel-commands.ts';
import { TaggingPanel } from './panel/tagging-panel.ts';
import { keepReadings } from './reading/readings.ts';
import { reports } from './reports/reports.ts';
import type { Runtime } from './runtime.ts';
import { drawGhosts } from './suggestions/ghosts.ts';
import { keepSuggestions } from './suggestions/suggestions.ts';
import { taggingActions } from './tagging/actions.ts';
import { annotators } from './tagging/annotators.ts';
import { taggingCommands } from './tagging/commands.ts';
import { keepContexts } from './tagging/contexts.ts';
import { copyWithTagsCommand } from './tagging/copy-with-tags.ts';
import { drawTags } from './tagging/decorations.ts';
import { mapUnknownLabels } from './tagging/label-mapping.ts';
import { offerRenamedLabels } from './tagging/label-renaming.ts';
import { defineLabels, labelSchemes } from './tagging/label-schemes.ts';
import { listCommands } from './tagging/list-commands.ts';
import { mergeConflict } from './tagging/merge-conflict.ts';
import { offerNamelessTags } from './tagging/nameless-tags.ts';
import { drawOthersTags } from './tagging/others-decorations.ts';
import { moveTagsAlong } from './tagging/renaming.ts';
import { tagFilters } from './tagging/tag-filters.ts';
import { tagHover } from './tagging/tag-hover.ts';
import { OpenStatements } from './tagging/tagged-documents.ts';
import { taggingMode } from './tagging/tagging-mode.ts';
import { tagsView } from './tagging/tags-view.ts';

/** The extension as it runs; other extensions are given nothing of it. */
export interface Extension {
  /** Writes what waits to be written. */
  stop(): Promise<void>;
}

/** Builds the extension's rooms and joins them; the same for every host. */
export async function startExtension(context: vscode.ExtensionContext, runtime: Runtime): Promise<Extension> {
  const misread = watchForMisreading(context.workspaceState);
  const client = createStatementClient(context, runtime, misread);
  const readings = keepReadings(client);
  const files = textFiles(runtime);
  const schemes = labelSchemes(files);
  const documents = new OpenStatements(context, files, schemes, client, misread);
  const actions = taggingActions(documents, readings, misread);
  const places = keepDoubtfulPlaces(documents);
  const mode = taggingMode(actions.say);
  const filters = tagFilters();
  // First of those that hear of a change: what a key does must be seen at once.
  const drawing = drawTags(documents, filters);
  const suggestions = keepSuggestions(client, documents, readings, actions);
  const panel = new TaggingPanel(context, { documents, readings, actions, suggestions });
  const others = annotators(documents, context.workspaceState, actions.say);
  const pages = new StatementPages();
  const list = tagsView({ documents, readings, filters, annotators: others, pages }, context.workspaceState);
  context.subscriptions.push(
    misread,
    client,
    readings,
    schemes,
    documents,
    mode,
    drawing,
    suggestions,
    drawGhosts(suggestions, documents),
    drawOthersTags(documents, others, filters),
    filters,
    others,
    panel,
    pages,
    panelCommands(documents, panel),
    taggingCommands({ client, documents, actions, suggestions, readings, filters, field: panel }),
    listCommands(documents, actions, panel, list),
    offerNamelessTags(documents, actions, others, context.workspaceState),
    keepContexts(documents),
    list,
    lostWordsView(documents, readings, actions),
    instruments(client, readings, files, context.globalState),
    copyWithTagsCommand(documents, readings, filters, actions),
    tagHover(documents, readings, others),
    concordance(documents, readings, files),
    reports(context, { documents, readings, files, schemes, client }),
    adjudication({ context, documents, readings, pages }),
    exchange({ documents, readings, files, schemes, client, runtime }),
    moveTagsAlong(documents.departures),
    places,
    reportLeftBreaks(places, vscode.Uri.joinPath(context.extensionUri, 'docs/rules')),
    cleaningCommands(client, places, actions, misread, mode),
    stepCommands(client),
    findingCommands(context.extension.id, actions),
    statusItem(client, misread, `${context.extension.id}#start`),
    detectStatements(misread),
    vscode.commands.registerCommand('jiaozhu.defineLabels', () => defineLabels(files)),
    offerRenamedLabels(schemes, documents, files),
    vscode.commands.registerCommand('jiaozhu.importBratConfiguration', () => importLabels(files)),
    vscode.commands.registerCommand('jiaozhu.mapLabels', () => mapUnknownLabels(actions)),
    vscode.commands.registerCommand('jiaozhu.mergeConflict', (file: unknown) =>
      mergeConflict(files, documents, file),
    ),
    vscode.commands.registerCommand('jiaozhu.restartServer', () => client.restart()),
    vscode.commands.registerCommand('jiaozhu.showLog', () => client.showLog()),
  );
  // The views and tags need no server: it starts beside them, and its failure is told, not thrown.
  void client.start().catch((error) => {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(vscode.l10n.t('The language server did not start: {0}', reason));
  });
  return { stop: () => documents.flush() };
}
