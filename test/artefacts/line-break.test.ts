import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeMargin } from '../../server/src/artefacts/line-break.ts';
import { readPage } from '../../server/src/artefacts/page.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { cleanDocument } from '../bench/long-document.ts';
import { DEFAULT_SETTING, setNewspaper } from '../setting/newspaper.ts';
import { seededRandom } from '../setting/random.ts';

const service = createStatementService();
const text = cleanDocument({ length: 7000, seed: 21, known: ['国际候鸟公约', '跨境水道公约'] });

for (const blankLines of [false, true]) {
  test(`an end in doubt is shown, and its fix joins the two lines (blank lines: ${blankLines})`, () => {
    const setting = { ...DEFAULT_SETTING, indent: 'none' as const, title: false, blankLines };
    const page = readPage(setNewspaper(text, setting, seededRandom(5)).raw);
    const ends: { at: number; next: number }[] = [];
    for (const last of page.firstRows.slice(1, page.paragraphs.length)) {
      if (page.chain.margins[last - 1]! >= safeMargin) continue;
      const row = page.rows[last - 1]!;
      const at = page.rowStarts[last - 1]! + row.indent + row.length;
      ends.push({ at, next: page.rowStarts[last]! });
    }
    assert.ok(ends.length > 0, 'without a trace of the indent some ends are in doubt');
    const shown = service
      .analyse(page.raw)
      .artefacts.filter(({ variant }) => variant === 'doubtful-end')
      .map(({ class: sure, edits }) => ({ sure, edits }));
    assert.deepEqual(
      shown,
      ends.map(({ at, next }) => ({ sure: 'likely', edits: [{ start: at, end: next, text: '' }] })),
    );
  });
}

test('a text in which nobody broke a line has no end in doubt', () => {
  assert.deepEqual(service.cleaning(service.analyse(text)).doubtful, []);
});

test('where lines are joined only on request, each place to decide on is a line break and no words', () => {
  const raw =
    '山地国和平原国\n关于共同养护洄游鱼类的联合声明\n\n双方指出，近海养殖对沿岸居民的生计十分重要，愿就苗种检疫开展联合研究。\n';
  const analysis = service.analyse(raw);
  const { doubtful } = service.cleaning(analysis);
  assert.deepEqual(
    doubtful.map(({ start, end }) => raw.slice(start, end)),
    ['\n'],
  );
  const joined = applyEdits(raw, [{ ...doubtful[0]!, text: '' }]);
  assert.equal(joined.replaceAll('\n', ''), raw.replaceAll('\n', ''));
});
