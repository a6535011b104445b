import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { cleanDocument } from '../bench/long-document.ts';
import { DEFAULT_SETTING, setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';
import { addScores, noScore, scoreReading } from './score.ts';

const names = ['国际候鸟公约', '内河航行条约', '海上搜寻救助公约', '山地国家宪章', '跨境水道公约'];
const service = createStatementService();

function clean(raw: string): string {
  return applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
}

test('hanging paragraphs, of which all lines but the first are set in, are read at any measure', () => {
  let score = noScore;
  for (let seed = 100_000; seed < 100_024; seed++) {
    const random = seededRandom(seed);
    const columns = [{ measure: 12 + random.below(29), lines: Number.POSITIVE_INFINITY }];
    const setting = {
      ...DEFAULT_SETTING,
      columns,
      indent: 'hanging' as const,
      title: false,
      jumpsTo: undefined,
    };
    const text = cleanDocument({ length: 4000, seed, known: names });
    score = addScores(score, scoreReading(setNewspaper(text, setting, random)));
  }
  const wrong = (1000 * (score.wrongJoins + score.wrongSplits)) / score.paragraphs;
  console.log(`hanging: ${wrong.toFixed(2)} wrong breaks in 1,000 paragraphs (${score.paragraphs})`);
  assert.ok(wrong <= 2, `${wrong.toFixed(2)} in 1,000`);
});

test('a centred title is one, and what stands centred or to the right below the text stays where it is', () => {
  const random = seededRandom(100_100);
  const columns = [{ measure: 20, lines: Number.POSITIVE_INFINITY }];
  const setting = {
    ...DEFAULT_SETTING,
    columns,
    blankLines: false,
    indent: 'ideographic' as const,
    title: false,
  };
  const body = cleanDocument({ length: 3000, seed: 5, known: names }).split('\n').slice(1).join('\n');
  const { raw } = setNewspaper(body, { ...setting, jumpsTo: undefined }, random);
  const head = '            甲国和乙国在建交六十周年之际\n          关于深化睦邻友好合作的联合声明\n\n';
  const tail = [
    '',
    '                    二〇三一年五月八日于青石港',
    '',
    '    甲国代表                乙国代表',
    '    （签字）                （签字）',
    '      张三                    李四',
    '',
  ].join('\n');
  const cleaned = clean(`${head}${raw}${tail}`);
  assert.match(cleaned, /^ *甲国和乙国在建交六十周年之际关于深化睦邻友好合作的联合声明\n/);
  assert.ok(cleaned.endsWith(tail.slice(tail.indexOf('    甲国代表'))), JSON.stringify(cleaned.slice(-160)));
  assert.match(cleaned, /\n *二〇三一年五月八日于青石港\n/);
});
