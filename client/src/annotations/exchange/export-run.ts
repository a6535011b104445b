import type { Format, OutputPiece, WritingContext } from '../formats/format.ts';
import { type ExportChoice, type ExportedText, exportedText } from './exported-text.ts';
import type { NativeDocument } from './native-document.ts';
import { type LossLine, LossTable } from './told-loss.ts';

/** Documents on their way out in one format, one after the other. */
export interface ExportRun {
  /** The pieces of files that a document makes; its losses count when they have been taken. */
  document(native: NativeDocument): Iterable<OutputPiece>;
  /** The pieces behind the last document. */
  end(): Iterable<OutputPiece>;
  /** Counts what would be lost of a document, and writes nothing. */
  preview(native: NativeDocument): void;
  /** How many tags have gone to the format; of these it may leave some out, which is among the losses. */
  readonly tags: number;
  /** What was lost so far. */
  readonly losses: readonly LossLine[];
}

/** @throws RangeError where the format is only read */
export function startExport(format: Format, context: WritingContext, choice: ExportChoice): ExportRun {
  const writer = format.write?.(context);
  if (!writer) throw new RangeError(`“${format.id}” is not written.`);
  const table = new LossTable();
  let tags = 0;
  const ready = (native: NativeDocument): ExportedText['document'] => {
    const { document, losses } = exportedText(native, choice);
    table.add([...losses, ...format.losses(document, context)]);
    tags += document.tags.length;
    return document;
  };
  return {
    *document(native) {
      yield* writer.document(ready(native));
    },
    end: () => writer.end(),
    preview: (native) => void ready(native),
    get tags() {
      return tags;
    },
    get losses() {
      return table.lines;
    },
  };
}

/** Whether the facts of a text have to be known to write it so. */
export function needsFacts(format: Format, { form }: Pick<ExportChoice, 'form'>): boolean {
  return form === 'clean' || format.needsFacts === true;
}

/** Whether the marks that a section is done belong into a format: into ours alone, which is a whole corpus. */
export function keepsMarks({ id }: Format): boolean {
  return id === 'jsonl';
}
