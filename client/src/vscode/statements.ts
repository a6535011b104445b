import * as vscode from 'vscode';
import type { JsonObject } from '../../../server/src/text/json.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { exportMark } from '../../../server/src/workspace/export-place.ts';
import { isBelow } from '../../../server/src/workspace/file-uri.ts';
import { isStatementOf } from '../../../server/src/workspace/statement-place.ts';
import { isSettled } from '../annotations/adjudication/settled-sidecar.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { foreignIn } from '../annotations/exchange/native-document.ts';
import { openSidecar } from '../annotations/opening.ts';
import type { Problem } from '../annotations/problem.ts';
import { documentsOf, ownerOf } from '../annotations/sidecar-name.ts';
import { type CleanPlace, keptBeside } from '../concordance/surroundings.ts';
import { misreadAs } from '../encoding/misread.ts';
import { fileName, type TextFiles } from './files.ts';
import { isStatement } from './language/active-statement.ts';
import { roughWords } from './reading/reading.ts';
import type { Readings } from './reading/readings.ts';
import { hash, readSidecar } from './tagging/layer.ts';
import { fileNames } from './tagging/other-layers.ts';
import type { TaggedDocument, TaggedDocuments } from './tagging/tagged-document.ts';

/** A statement of the workspace, open or not. */
export interface FoundStatement {
  readonly uri: vscode.Uri;
  /** Its path in the workspace. */
  readonly name: string;
  /** Whether there are files of tags beside it; of an open one, whether it has tags. */
  readonly tagged: boolean;
  /** The text as it is in the editor, else as it is on disk; undefined where it cannot be read. */
  text(): Promise<string | undefined>;
  /** The clean words of a place (UTF-16 raw) and those beside it; undefined where nobody has read the text. */
  clean?(range: TextRange): CleanPlace | undefined;
  /** Those who have files of tags beside it, or have tagged it, and what was settled of their tags. */
  readonly annotators: readonly string[];
  /** The accepted tags that have their words, of all annotators; UTF-16 raw in the text given. */
  tags(text: string): Promise<readonly FoundTags[]>;
  /** All that is known of the tags of all annotators; UTF-16 raw in the text given. */
  layers(text: string): Promise<readonly FoundLayer[]>;
}

export interface FoundTags {
  readonly annotator: string;
  /** It is no annotator’s, but what was settled of the tags of several. */
  readonly isSettled: boolean;
  readonly tags: readonly Annotation[];
}

/** All tags of one annotator, whatever their review, those that have lost their words included. */
export interface FoundLayer extends FoundTags {
  /** What other tools' files held: see {@link NativeDocument.foreign}. */
  readonly foreign?: JsonObject;
  /** Why the file of the tags cannot be read; there are no tags then. */
  readonly problem?: Problem;
}

/** As many as the server looks at. */
const mostStatements = 20_000;
const beside = { before: keptBeside, after: keptBeside };
/** VS Code's names of the encodings that a text may turn out to be written in. */
const encodings = { 'utf-8': 'utf8', gb18030: 'gb18030', big5: 'cp950' } as const;

/** All statements of the workspace's folders, and those that are open from elsewhere, by their names. */
export async function findStatements(
  documents: TaggedDocuments,
  readings: Readings,
  files: TextFiles,
): Promise<readonly FoundStatement[]> {
  const found = new Map<string, FoundStatement>();
  for (const document of vscode.workspace.textDocuments) {
    const tagged = documents.of(document);
    if (isStatement(document) && tagged)
      found.set(String(document.uri), openStatement(document, tagged, readings));
  }
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const root = `${folder.uri}/`;
    const pattern = (glob: string) =>
      vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, glob),
        '**/node_modules/**',
        10 * mostStatements,
      );
    const [texts, sidecars, marks] = await Promise.all([
      pattern('**/*.{statement,txt}'),
      pattern('**/*.annotations.json'),
      pattern(`*/**/${exportMark}`),
    ]);
    const exports = marks.map((mark) => String(vscode.Uri.joinPath(mark, '..')));
    const beside = await sidecarsByDocument(sidecars, new Set(texts.map(String)));
    for (const uri of texts) {
      const name = String(uri);
      if (found.has(name) || !isStatementOf(root, name) || exports.some((each) => isBelow(name, `${each}/`)))
        continue;
      found.set(name, closedStatement(uri, beside.get(name) ?? [], files));
    }
  }
  return [...found.values()].slice(0, mostStatements).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A statement that is open, with its tags as they are now. */
export function openStatement(
  document: vscode.TextDocument,
  tagged: TaggedDocument,
  readings: Readings,
): FoundStatement {
  const all = [tagged.layer, ...tagged.others];
  return {
    uri: document.uri,
    name: vscode.workspace.asRelativePath(document.uri),
    tagged: all.some((each) => each.store.snapshot.anchored.length > 0),
    annotators: all.filter(hasTags).map((each) => each.annotator),
    text: async () => document.getText(),
    clean(range) {
      const { before, after } = readings.around(document, range, beside);
      if (before === '' && after === '') return undefined;
      return { left: before, words: roughWords(readings.words(document, range)), right: after };
    },
    tags: async () =>
      all.map((each) => ({
        annotator: each.annotator,
        isSettled: each.isSettled,
        tags: each.store.snapshot.anchored.filter(({ review }) => review === 'accepted'),
      })),
    layers: async () =>
      all.map(({ annotator, isSettled, store, foreign, problem }) => ({
        annotator,
        isSettled,
        tags: store.toStore(),
        ...(foreign && { foreign }),
        ...(problem && { problem }),
      })),
  };
}

function hasTags({ store }: Pick<TaggedDocument, 'store'>): boolean {
  const { anchored, orphans } = store.snapshot;
  return anchored.length + orphans.length > 0;
}

interface Sidecar {
  readonly uri: vscode.Uri;
  readonly annotator: string;
}

function closedStatement(uri: vscode.Uri, sidecars: readonly Sidecar[], files: TextFiles): FoundStatement {
  const layers = (text: string) =>
    Promise.all(
      sidecars.map(async ({ uri: file, annotator }): Promise<FoundLayer> => {
        const { reading } = await readSidecar(files, file);
        if (!reading.ok) return { annotator, isSettled: false, tags: [], problem: reading.problem };
        const foreign = foreignIn(reading.sidecar);
        return {
          annotator,
          isSettled: isSettled(reading.sidecar),
          tags: openSidecar(reading.sidecar, text, hash).annotations,
          ...(foreign && { foreign }),
        };
      }),
    );
  return {
    uri,
    name: vscode.workspace.asRelativePath(uri),
    tagged: sidecars.length > 0,
    annotators: sidecars.map(({ annotator }) => annotator),
    text: () => readStatementText(uri),
    layers,
    tags: async (text) =>
      (await layers(text)).map(({ annotator, isSettled, tags }) => ({
        annotator,
        isSettled,
        tags: tags.filter(({ state, review }) => state === 'anchored' && review === 'accepted'),
      })),
  };
}

/** Files of tags by the statements that they lie beside. */
async function sidecarsByDocument(
  sidecars: readonly vscode.Uri[],
  texts: ReadonlySet<string>,
): Promise<Map<string, Sidecar[]>> {
  const beside = new Map<string, Sidecar[]>();
  const folders = new Map<string, Set<string>>();
  for (const uri of sidecars) {
    const folder = vscode.Uri.joinPath(uri, '..');
    const inTexts = (document: string) => texts.has(String(vscode.Uri.joinPath(folder, document)));
    const sidecar = fileName(uri);
    const candidates = documentsOf(sidecar);
    if (!candidates.some(({ document }) => inTexts(document))) continue;
    // The document may be one that is no statement.
    if (!inTexts(candidates[0]!.document) && !folders.has(String(folder))) {
      folders.set(String(folder), new Set(await fileNames(folder)));
    }
    const names = folders.get(String(folder));
    const owner = ownerOf(sidecar, (document) => inTexts(document) || names?.has(document) === true);
    if (!owner || !inTexts(owner.document)) continue;
    const name = String(vscode.Uri.joinPath(folder, owner.document));
    const there = beside.get(name) ?? [];
    there.push({ uri, annotator: owner.annotator });
    beside.set(name, there);
  }
  return beside;
}

/** A file's text, decoded as VS Code would, or as it was written where that would misread it. */
export async function readStatementText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = await vscode.workspace.decode(bytes, { uri });
    const misreading = misreadAs(text);
    if (!misreading || misreading.lost) return text;
    return await vscode.workspace.decode(bytes, { encoding: encodings[misreading.was] });
  } catch {
    // Gone meanwhile, or no text.
    return undefined;
  }
}
