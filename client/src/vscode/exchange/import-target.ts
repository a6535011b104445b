import * as vscode from 'vscode';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import { foreignIn, withForeign } from '../../annotations/exchange/native-document.ts';
import { openSidecar } from '../../annotations/opening.ts';
import { serialiseSidecar, withAnnotations } from '../../annotations/sidecar.ts';
import { safeAnnotator, sidecarName } from '../../annotations/sidecar-name.ts';
import { fileName } from '../files.ts';
import { readStatementText } from '../statements.ts';
import { hash, readSidecar } from '../tagging/layer.ts';
import { problemText } from '../tagging/problem-text.ts';
import type { TaggedDocument } from '../tagging/tagged-document.ts';
import type { ExchangeRooms } from './rooms.ts';

/** A document and the annotator whose tags an import goes to. */
export interface TargetPlace {
  readonly uri: vscode.Uri;
  /** Its path below the folder that is imported into. */
  readonly name: string;
  readonly annotator: string;
  /** Whether the document is not there, and is to be made of the text that is imported. */
  readonly isNew: boolean;
}

/** The tags of one annotator as they are before an import. */
export interface ImportTarget {
  readonly text: string;
  readonly tags: readonly Annotation[];
  readonly foreign: JsonObject | undefined;
  /** Whether these are the reader's own in an open document: what is done to them can be undone. */
  readonly isOpen: boolean;
  /** Puts other tags in their place. Throws where that cannot be done, or they are others by now; all is then as it was. */
  write(tags: readonly Annotation[], foreign: JsonObject | undefined): Promise<void>;
}

type Rooms = Pick<ExchangeRooms, 'documents' | 'files'>;

/**
 * The tags of an annotator of a document. Throws where the document or the file of its tags cannot be read: nothing is
 * then written over it.
 * @param newText the text of a document that is not there
 */
export async function openTarget(rooms: Rooms, place: TargetPlace, newText: string): Promise<ImportTarget> {
  const own = place.isNew ? undefined : openTags(rooms, place);
  return own ? storeTarget(rooms, own) : sidecarTarget(rooms, place, newText);
}

/** The reader's own tags in an open document, or the settled set that is open, where these are meant. */
function openTags({ documents }: Rooms, { uri, annotator }: TargetPlace): TaggedDocument | undefined {
  const document = vscode.workspace.textDocuments.find((each) => String(each.uri) === String(uri));
  const tagged = documents.of(document);
  const isMeant = (each: TaggedDocument) => safeAnnotator(each.annotator) === safeAnnotator(annotator);
  if (!tagged) return undefined;
  return [tagged, ...(tagged.settledSet ? [tagged.settledSet] : [])].find(isMeant);
}

function storeTarget({ documents }: Rooms, tagged: TaggedDocument): ImportTarget {
  const { store, layer, trouble } = tagged;
  if (trouble?.readOnly) throw new Error(trouble.message);
  const { snapshot, text } = store;
  const tags = store.toStore();
  return {
    text,
    tags,
    foreign: layer.foreign,
    isOpen: true,
    async write(wanted, foreign) {
      if (store.snapshot !== snapshot || store.text !== text) throw changedMeanwhile();
      const before = new Set(tags);
      const left = new Set(wanted.map(({ id }) => id));
      if (foreign !== layer.foreign) layer.keepForeign(foreign);
      store.replace(
        tags.filter(({ id }) => !left.has(id)).map(({ id }) => id),
        wanted.filter((tag) => !before.has(tag)),
      );
      await documents.flush();
    },
  };
}

async function sidecarTarget(
  { files }: Rooms,
  { uri, name, annotator, isNew }: TargetPlace,
  newText: string,
): Promise<ImportTarget> {
  const text = isNew ? newText : (await readStatementText(uri))?.replace(/^\ufeff/, '');
  if (text === undefined) throw new Error(vscode.l10n.t('{0} cannot be read.', name));
  const sidecar = sidecarName(fileName(uri), annotator);
  const file = vscode.Uri.joinPath(uri, '..', sidecar);
  const { content, reading } = await readSidecar(files, file);
  if (!reading.ok) throw new Error(problemText(file, reading.problem));
  const before = reading.sidecar;
  return {
    text,
    tags: openSidecar(before, text, hash).annotations,
    foreign: foreignIn(before),
    isOpen: false,
    async write(tags, foreign) {
      const written = withAnnotations(withForeign(before, foreign), tags, text, hash);
      const serialised = serialiseSidecar(written, { document: fileName(uri), sidecar });
      if (isNew) {
        await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
        const isMade = await files.replaceIf(uri, text, undefined);
        // Another annotator's tags of the same import may have made it.
        if (!isMade && (await readStatementText(uri)) !== text) throw changedMeanwhile();
      }
      if (!(await files.replaceIf(file, serialised, content))) throw changedMeanwhile();
    },
  };
}

function changedMeanwhile(): Error {
  return new Error(vscode.l10n.t('it was changed while you decided; import it again'));
}
