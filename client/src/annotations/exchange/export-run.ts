import type { Format, OutputPiece, WritingContext } from '../formats/format.ts';
import type { ExportChoice, ExportedText } from './exported-text.ts';
import { type LossLine, LossTable, type ToldLoss } from './told-loss.ts';

/** Documents on their way out in one format, one after the other. */
export interface ExportRun {
  /** The pieces of files that a document makes. */
  write(exported: ExportedText): Iterable<OutputPiece>;
  /** The pieces behind the last document. */
  end(): Iterable<OutputPiece>;
  /** Counts what would be lost of a document, says it, and writes nothing. */
  preview(exported: ExportedText): readonly ToldLoss[];
  /** How many tags have gone to the format; of these it may leave some out, which is among the losses. */
  readonly tags: number;
  /** What was lost so far. */
  readonly losses: readonly LossLine[];
}

/** @throws RangeError where the format is only read */
export function startExport(format: Format, context: WritingContext): ExportRun {
  const writer = format.write?.(context);
  if (!writer) throw new RangeError(`“${format.id}” is not written.`);
  const table = new LossTable();
  let tags = 0;
  const preview = ({ document, losses }: ExportedText) => {
    const all = [...losses, ...format.losses(document, context)];
    table.add(all);
    tags += document.tags.length;
    return all;
  };
  return {
    write(exported) {
      preview(exported);
      return writer.document(exported.document);
    },
    end: () => writer.end(),
    preview,
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
