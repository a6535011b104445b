import { createStatementService } from '../../../server/src/service.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { FileEncoding } from '../../../server/src/text/encoding/detection.ts';
import type { CleanCommand } from './command-line.ts';
import { Failure } from './failure.ts';
import { decodeAs, encodeText, firstDifference } from './file-encoding.ts';
import type { Messages } from './messages.ts';
import { replaceSource } from './replace-file.ts';
import { refusing, warning } from './sidecar-fault.ts';
import { readSource, type Source } from './source.ts';
import { readTags } from './tags.ts';
import type { Terminal } from './terminal.ts';

/** What came of cleaning one file. */
export interface CleanedFile {
  /** The file as it would be, and with `write` is. Only where it is to be printed. */
  readonly content?: string | Uint8Array;
  readonly changed: boolean;
  /** How many places were mended. */
  readonly places: number;
  /** How many line breaks are left for a person. */
  readonly doubtful: number;
  /** The encoding that it was brought from, where it was another. */
  readonly from?: FileEncoding;
}

/**
 * Cleans one file, and writes it if that was asked for, its tags with it.
 * @throws Failure where it cannot be read, or may not or cannot be written; it is then as it was
 */
export async function cleanFile(
  file: string,
  { mode, levels, reading, encoding, to }: CleanCommand,
  terminal: Terminal,
  say: Messages,
): Promise<CleanedFile> {
  const source = await readSource(file, terminal, encoding);
  const { raw, text, textStart } = source;
  const service = createStatementService();
  const analysis = service.analyse(text, reading);
  const onFault = mode === 'write' ? refusing(source, terminal, say) : warning(terminal, say);
  const tags = await readTags(source, terminal, say, onFault);
  const { edits, counts, doubtful } = service.cleaning(analysis, { levels, asPrinted: tags.asPrinted });
  const target = to ?? source.encoding;
  const converted = target !== source.encoding;
  const bom = converted ? (target.startsWith('utf-16') ? '\ufeff' : '') : raw.slice(0, textStart);
  const cleaned = bom + applyEdits(text, edits);
  const told = {
    changed: converted || cleaned !== raw,
    places: Object.values(counts).reduce((sum, count) => sum + count, 0),
    doubtful: doubtful.length,
    ...(converted && { from: source.encoding }),
  };
  if (mode === 'print') {
    // A terminal and a pipe take UTF-8, unless another encoding is asked for.
    const printed = to === undefined && source.encoding !== 'utf-8' ? cleaned.slice(bom.length) : cleaned;
    return { ...told, content: to === undefined ? printed : await encoded(cleaned, to, source) };
  }
  if (!told.changed) return told;
  const bytes = await encoded(cleaned, target, source);
  if (mode === 'write') {
    replaceSource(source, bytes);
    tags.carry(edits);
  }
  return told;
}

/** @throws Failure where the bytes would not be the text, or not the source's beside the edits */
async function encoded(cleaned: string, target: FileEncoding, source: Source): Promise<Uint8Array> {
  const { name, encoding } = source;
  if (encoding === target && firstDifference(await encodeText(source.raw, encoding), source.bytes) !== null) {
    throw new Failure((say) => say.notGivenBack(name, encoding));
  }
  const bytes = await encodeText(cleaned, target);
  const back = await decodeAs(bytes, target);
  if (back === cleaned) return bytes;
  let at = 0;
  while (back[at] === cleaned[at]) at += 1;
  const character = String.fromCodePoint(cleaned.codePointAt(at) ?? 0xfffd);
  throw new Failure((say) => say.notInCharacterSet(name, target, character));
}
