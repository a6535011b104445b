import * as vscode from 'vscode';
import type { StatementClient } from '../language/statement-client.ts';
import type { Readings } from '../reading/readings.ts';
import { suggestionCommands } from '../suggestions/suggestion-commands.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { TaggingActions } from './actions.ts';
import { attributeCommands } from './attribute-commands.ts';
import { joiningCommands } from './joining-commands.ts';
import { labelCommands } from './label-commands.ts';
import { linkCommands } from './link-commands.ts';
import { occurrenceCommands } from './occurrence-commands.ts';
import { reviewCommands } from './review-commands.ts';
import { type NoteField, tagCommands } from './tag-commands.ts';
import type { TagFilters } from './tag-filters.ts';
import type { TaggedDocuments } from './tagged-document.ts';
import { unitCommands } from './unit-commands.ts';

export type { NoteField };

/** What the commands that tag work on. */
export interface TaggingRooms {
  readonly client: StatementClient;
  readonly documents: TaggedDocuments;
  readonly actions: TaggingActions;
  readonly suggestions: Suggestions;
  readonly readings: Readings;
  readonly filters: TagFilters;
  readonly field: NoteField;
}

/** All commands that tag, and the words in the status bar on what they did. */
export function taggingCommands(rooms: TaggingRooms): vscode.Disposable {
  const { client, documents, actions, suggestions, readings, filters, field } = rooms;
  return vscode.Disposable.from(
    labelCommands(actions, suggestions, readings),
    unitCommands(client, readings, actions),
    suggestionCommands(suggestions, documents, readings, actions),
    tagCommands(documents, actions, filters, field),
    joiningCommands(documents, actions),
    attributeCommands(documents, actions),
    linkCommands(documents, actions),
    occurrenceCommands(documents, readings, suggestions, actions),
    reviewCommands(readings, actions),
    actions.onDidSay((text) => void vscode.window.setStatusBarMessage(text, 4000)),
  );
}
