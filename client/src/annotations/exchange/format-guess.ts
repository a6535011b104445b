import type { FormatId } from '../formats/format-names.ts';
import { availableFormats, loadFormat } from '../formats/formats.ts';

/** A file whose format is to be told. */
export interface NamedFile {
  readonly name: string;
  /** The first characters of its text; empty where they cannot be read. */
  beginning(): Promise<string>;
}

/** How many bytes of a file its format is told by. */
export const tellingLength = 4096;

/** What formats files may be of. */
export interface FormatGuess {
  /** Those that have files of such names, in the order in which formats are shown. */
  readonly fitting: readonly FormatId[];
  /** The one that it is for certain, by the names or by how a file begins. */
  readonly certain?: FormatId;
}

/** Tells the format of files by their names, and by how the first begins where several formats have such names. */
export async function guessFormat(files: readonly NamedFile[]): Promise<FormatGuess> {
  const fitting: FormatId[] = [];
  for (const id of availableFormats) {
    const { reader } = await loadFormat(id);
    if (reader && files.some(({ name }) => reader.reads(name))) fitting.push(id);
  }
  if (fitting.length === 1) return { fitting, certain: fitting[0]! };
  for (const id of fitting) {
    const { reader } = await loadFormat(id);
    const first = files.find(({ name }) => reader!.reads(name))!;
    const beginning = (await first.beginning()).replace(/^\ufeff/, '');
    if (signs[id]?.test(beginning)) return { fitting, certain: id };
  }
  return { fitting };
}

/** By what files of a format tell themselves; each is in no other's beginning. */
const signs: Readonly<Partial<Record<FormatId, RegExp>>> = {
  jsonl: /^\{"jiaozhu":/,
  w3c: /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/,
  'cas-json': /^\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/,
  'cas-xmi': /<xmi:XMI\b/,
  'webanno-tsv': /^#FORMAT=WebAnno TSV 3/,
  prodigy: /^\{.*"(?:_input_hash|_task_hash|_view_id)":/,
};
