/**
 * Sets a clean text in newspaper columns: `node test/setting/set.ts IN.txt > OUT.txt --measure 16 --seed 1`.
 * A second measure begins partway: `--measure 16:120,17` (120 lines on 16 em, the rest on 17).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Column } from './column.ts';
import { DEFAULT_SETTING, setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';

const USAGE =
  'usage: node test/setting/set.ts IN.txt [--measure 16[:LINES,17]] [--seed 1] [--indent trace|none] ' +
  '[--no-blank-lines] [--no-title] [--squeeze SHARE] [--slips SHARE] [--jump PAGE]\n';

function columnsOf(text: string): Column[] | undefined {
  const columns = text.split(',').map((part) => {
    const [measure, lines] = part.split(':');
    return {
      measure: Number(measure),
      lines: lines === undefined ? Number.POSITIVE_INFINITY : Number(lines),
    };
  });
  return columns.every(({ measure, lines }) => measure >= 8 && measure <= 45 && lines > 0)
    ? columns
    : undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    measure: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
    indent: { type: 'string', default: 'trace' },
    'no-blank-lines': { type: 'boolean', default: false },
    'no-title': { type: 'boolean', default: false },
    squeeze: { type: 'string', default: '0.25' },
    slips: { type: 'string', default: '0' },
    jump: { type: 'string' },
  },
});
const columns = columnsOf(values.measure);
const [file] = positionals;
if (file === undefined || columns === undefined || !/^(trace|none)$/.test(values.indent)) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const setting = {
    ...DEFAULT_SETTING,
    columns,
    indent: values.indent === 'none' ? ('none' as const) : ('trace' as const),
    blankLines: !values['no-blank-lines'],
    title: !values['no-title'],
    squeeze: Number(values.squeeze),
    slips: Number(values.slips),
    jumpsTo: values.jump === undefined ? undefined : Number(values.jump),
  };
  process.stdout.write(
    setNewspaper(readFileSync(file, 'utf8'), setting, seededRandom(Number(values.seed))).raw,
  );
}
