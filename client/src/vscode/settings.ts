import * as vscode from 'vscode';
import { type Profile, profiles } from '../../../server/src/artefacts/profile.ts';

export interface Settings {
  readonly detect: 'auto' | 'ask' | 'off';
  /** The annotator's name as it was typed; empty where none is set. */
  readonly annotator: string;
  /** The name under which settled tags are kept, as it was typed; empty where none is set. */
  readonly adjudicator: string;
  /** Where the texts come from, as a person has said. */
  readonly profile: Profile | 'auto';
  /** The ids of the labels for which spans are suggested; undefined: all; none: suggestions are off. */
  readonly suggestions: ReadonlySet<string> | undefined;
}

/** The settings that the client itself uses, checked: a settings file is written by hand. */
export function settingsOf(scope: vscode.TextDocument | vscode.Uri | undefined): Settings {
  const uri = scope && 'uri' in scope ? scope.uri : scope;
  const settings = vscode.workspace.getConfiguration('jiaozhu', uri ?? null);
  const detect = settings.get<unknown>('detect');
  const annotator = settings.get<unknown>('annotator');
  const adjudicator = settings.get<unknown>('adjudicator');
  const profile = settings.get<unknown>('profile');
  return {
    detect: detect === 'ask' || detect === 'off' ? detect : 'auto',
    annotator: typeof annotator === 'string' ? annotator.trim() : '',
    adjudicator: typeof adjudicator === 'string' ? adjudicator.trim() : '',
    profile: profiles.find((each) => each === profile) ?? 'auto',
    suggestions: suggestedLabels(
      settings.get<unknown>('suggestions'),
      settings.get<unknown>('suggestionLabels'),
    ),
  };
}

function suggestedLabels(suggestions: unknown, labels: unknown): ReadonlySet<string> | undefined {
  if (suggestions === 'off') return new Set();
  const wanted = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
  return wanted.length === 0 ? undefined : new Set(wanted);
}
