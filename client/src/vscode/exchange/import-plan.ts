import * as vscode from 'vscode';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import type { Belongings, Refusal } from '../../annotations/exchange/belonging.ts';
import { type ImportConflict, type Settle, settledBy } from '../../annotations/exchange/import-conflict.ts';
import { type ImportedDocument, importInto } from '../../annotations/exchange/imported-document.ts';
import type { MergeOptions } from '../../annotations/exchange/merged-import.ts';
import { type IncomingText, isRawText } from '../../annotations/exchange/placed-import.ts';
import { refusalTold } from '../../annotations/exchange/refusal-words.ts';
import type { Settlement } from '../../annotations/exchange/settlement.ts';
import type { TaggedText } from '../../annotations/formats/tagged-text.ts';
import { safeAnnotator } from '../../annotations/sidecar-name.ts';
import { belongingsIn } from './import-belongings.ts';
import { type ImportTarget, openTarget, type TargetPlace } from './import-target.ts';
import type { ExchangeRooms } from './rooms.ts';
import { Slices } from './slices.ts';
import { language, reasonOf } from './words.ts';

/** What the format of an import says of itself. */
export type FormatRules = Pick<MergeOptions, 'holdings' | 'losses' | 'losesBlanks'>;

/** A document of an import. */
type Incoming = TaggedText & IncomingText;

/** What a person has decided of an import. */
export interface ImportSettings {
  readonly settlement: Settlement;
  /** What counts of single conflicts, by {@link conflictKey}. */
  readonly decided: ReadonlyMap<string, 'ours' | 'theirs'>;
  readonly removeMissing: boolean;
}

/** The tags that go to one annotator of one document: those of one file, or of several. */
export interface PlannedTarget {
  readonly place: TargetPlace;
  readonly documents: readonly Incoming[];
  /** Absent where it cannot be imported into. */
  readonly target?: ImportTarget;
  /** What is known of its text, where that is needed. */
  readonly facts?: Awaited<ReturnType<ExchangeRooms['client']['statementFacts']>>;
  /** Why it cannot. */
  readonly fault?: string;
}

/** What an import would do to a document. */
export interface PlannedImport {
  readonly planned: PlannedTarget;
  readonly results: readonly ImportedDocument[];
  readonly tags: readonly Annotation[];
  readonly foreign: JsonObject | undefined;
  readonly isChanged: boolean;
}

/** Names one conflict among all of an import. */
export function conflictKey({ uri, annotator }: TargetPlace, { id, member, name }: ImportConflict): string {
  return JSON.stringify([String(uri), annotator, id, member, name]);
}

/**
 * Finds out where the documents of an import belong, and what is there; documents of one annotator of one document go
 * together. Undefined where it was cancelled.
 * @param bases the folders that they may lie below, the likelier first; new ones are made below the first
 * @param annotator whose tags they become; absent: as the files say
 */
export async function findTargets(
  rooms: ExchangeRooms,
  documents: readonly Incoming[],
  bases: readonly vscode.Uri[],
  annotator: string | undefined,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
): Promise<readonly PlannedTarget[] | undefined> {
  const slices = new Slices();
  const found = new Map<string, { readonly place: TargetPlace; readonly documents: Incoming[] }>();
  const refused: PlannedTarget[] = [];
  const folders = bases.map((base) => ({ base, belongings: belongingsIn(rooms, base) }));
  /** Of documents that are to be made, by address. */
  const newTexts = new Map<string, string>();
  for (const document of documents) {
    const { place, refusal } = await placeOf(document, folders, annotator, newTexts);
    if (refusal) refused.push({ place, documents: [document], fault: refusalTold(refusal, language()) });
    else {
      const key = JSON.stringify([String(place.uri), safeAnnotator(place.annotator)]);
      const there = found.get(key);
      if (there) there.documents.push(document);
      else found.set(key, { place, documents: [document] });
    }
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
  }
  const targets = refused;
  for (const each of found.values()) {
    targets.push(await opened(rooms, each, newTexts.get(String(each.place.uri)) ?? '', bases));
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
  }
  return targets;
}

interface BaseFolder {
  readonly base: vscode.Uri;
  readonly belongings: Belongings;
}

async function placeOf(
  document: TaggedText,
  folders: readonly BaseFolder[],
  said: string | undefined,
  newTexts: Map<string, string>,
): Promise<{ readonly place: TargetPlace; readonly refusal?: Refusal }> {
  const ways = [];
  for (const { base, belongings } of folders) {
    const way = await belongings.of(document, said);
    ways.push({ base, belongings, way });
    if (!('reason' in way) && !way.isNew) break;
  }
  const last = ways.at(-1)!;
  const { base, belongings, way } = 'reason' in last.way || last.way.isNew ? ways[0]! : last;
  const uri = vscode.Uri.joinPath(base, way.path);
  if ('reason' in way) {
    const annotator = said ?? document.annotator;
    return { place: { uri, name: way.path, annotator, isNew: true }, refusal: way };
  }
  await belongings.take(document, way);
  if (way.isNew) newTexts.set(String(uri), document.text);
  // Of one that an import makes nothing is there yet, whosever tags come after.
  const isNew = newTexts.has(String(uri));
  return { place: { uri, name: way.path, annotator: way.annotator, isNew } };
}

async function opened(
  rooms: ExchangeRooms,
  { place, documents }: Pick<PlannedTarget, 'place' | 'documents'>,
  newText: string,
  bases: readonly vscode.Uri[],
): Promise<PlannedTarget> {
  try {
    if (await leadsOut(place, bases)) {
      throw new Error(
        vscode.l10n.t('{0} lies in a folder that is a link; nothing is imported there.', place.name),
      );
    }
    const target = await openTarget(rooms, place, newText);
    const isRaw = documents.every(({ text }) => isRawText(text, target.text));
    const facts = isRaw ? undefined : await rooms.client.statementFacts(place.uri, target.text);
    return { place, documents, target, ...(facts && { facts }) };
  } catch (error) {
    return { place, documents, fault: reasonOf(error) };
  }
}

/** Whether a folder between the document and the one that is imported into is a link. */
async function leadsOut({ uri }: TargetPlace, bases: readonly vscode.Uri[]): Promise<boolean> {
  const ends = new Set(bases.map((base) => base.path.replace(/\/$/, '')));
  let at = vscode.Uri.joinPath(uri, '..');
  while (!ends.has(at.path) && at.path.length > 1) {
    const type = await vscode.workspace.fs.stat(at).then(
      (stat) => stat.type,
      () => vscode.FileType.Unknown,
    );
    if (type & vscode.FileType.SymbolicLink) return true;
    at = vscode.Uri.joinPath(at, '..');
  }
  return false;
}

/** What an import does with these settings; nothing is written. */
export function planImport(
  planned: PlannedTarget,
  rules: FormatRules,
  settings: ImportSettings,
  now: string,
): PlannedImport | undefined {
  const { place, target, facts, documents } = planned;
  if (!target) return undefined;
  const otherwise = settledBy(settings.settlement);
  const settle: Settle = (conflict) =>
    settings.decided.get(conflictKey(place, conflict)) ?? otherwise(conflict);
  let { tags, foreign } = target;
  const results = documents.map((document) => {
    const native = { text: target.text, tags, ...(foreign && { foreign }), ...(facts && { facts }) };
    // What one of several files lacks, another may have.
    const isOnly = documents.length === 1;
    const removeMissing = settings.removeMissing && isOnly;
    const result = importInto(document, native, { ...rules, removeMissing, settle, now });
    ({ tags, foreign = foreign } = result);
    return isOnly ? result : { ...result, missing: [] };
  });
  const isChanged = place.isNew || results.some((each) => each.isChanged);
  return { planned, results, tags, foreign, isChanged };
}

/** How many tags of a planned import are as it is told. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly conflicts: number;
  /** In how many of these what is here stays. */
  readonly untaken: number;
  readonly lost: number;
  readonly missing: number;
}

export function countsOf(imports: readonly PlannedImport[]): ImportCounts {
  const counts = { added: 0, changed: 0, conflicts: 0, lost: 0, missing: 0 };
  let untaken = 0;
  for (const { results } of imports) {
    for (const result of results) {
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += result[key].length;
      untaken += result.conflicts.filter(({ kept }) => kept === 'ours').length;
    }
  }
  return { ...counts, untaken };
}
