import { DEFAULT_SETTING, type Indent, setNewspaper } from '../../setting/newspaper.ts';
import { seededRandom } from '../../setting/random.ts';

const INDENTS: readonly Indent[] = ['ideographic', 'ascii', 'hanging', 'trace', 'none'];

export interface RawSetting {
  readonly raw: string;
  readonly indent: Indent;
}

/** A clean text as the extraction of a newspaper page leaves it: measure, indents and blank lines by the seed. */
export function setRaw(clean: string, seed: number): RawSetting {
  const indent = INDENTS[seed % INDENTS.length]!;
  const columns = [{ measure: 16 + (seed % 8), lines: Number.POSITIVE_INFINITY }];
  const setting = {
    ...DEFAULT_SETTING,
    columns,
    indent,
    title: false,
    blankLines: seed % 2 === 0,
    jumpsTo: undefined,
  };
  return { raw: setNewspaper(clean, setting, seededRandom(seed)).raw, indent };
}
