import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggestions } from '../../server/src/features/suggestions.ts';
import { createStatementService } from '../../server/src/service.ts';
import { finished } from '../../server/src/steps.ts';
import { findSuggestions } from '../../server/src/suggestions/suggestions.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { contains, overlaps } from '../../server/src/text/range.ts';
import { knownStatement } from '../bench/texts.ts';
import { anyText, hostileText } from './broken-text.ts';

const service = createStatementService();
const foundIn = (raw: string) => finished(findSuggestions(service.analyse(raw)));

/** Bits that the recognisers look for, in any order. */
const telling: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'双方 中方 俄方 两国 两国元首 中俄 重申 强调， 支持 反对 将 应 同意， 愿 对 表示欢迎 并认为 他们 的 和 、'.split(
          ' ',
        ),
        ...'2031年5月2日 同日 去年 至 2023—2026年 20世纪90年代 国家主席 习近平 弗·弗·普京 总统 安全会议 联合国 委员会'.split(
          ' ',
        ),
        ...'北京 州 （以下简称“ ”） 系指 《 》 ， 。 ： ； —— \n 一\n 第一条 于 中华人民共和国和俄罗斯联邦联合声明\n'.split(
          ' ',
        ),
      ),
      anyText.map((text) => text.slice(0, 12)),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(telling, hostileText);

test('suggestions lie in their paragraphs, in order, and no two of a kind overlap', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const analysis = service.analyse(raw);
      const found = finished(findSuggestions(analysis));
      const { blocks } = analysis.reading;
      const last = new Map<string, (typeof found)[number]>();
      let before = 0;
      for (const one of found) {
        assert.ok(one.start < one.end && one.start >= before);
        before = one.start;
        assert.ok(
          blocks.some(({ start, text }) => contains({ start, end: start + text.length }, one)),
          'within a paragraph',
        );
        const other = last.get(one.kind);
        assert.ok(other === undefined || !overlaps(other, one), `two of ${one.kind}`);
        last.set(one.kind, one);
        if (one.inherited !== undefined) assert.ok(one.inherited.start < one.inherited.end);
      }
    }),
  );
});

test('the same text has the same suggestions, and each has its raw place', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const [once, again] = [0, 0].map(() =>
        finished(suggestions({ version: 1, analysis: service.analyse(raw) })),
      );
      assert.deepEqual(once, again);
      for (const { start, end } of once!.suggestions) {
        assert.ok(start >= 0 && start < end && end <= raw.length);
      }
    }),
  );
});

test('a text that is cleaned has the suggestions that it had', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const analysis = service.analyse(raw);
      const { edits } = service.cleaning(analysis);
      const cleaned = applyEdits(raw, edits);
      // Cleaning may show what was doubtful for what it is: then the clean text is another.
      fc.pre(service.analyse(cleaned).reading.clean === analysis.reading.clean);
      assert.deepEqual(foundIn(cleaned), finished(findSuggestions(analysis)));
    }),
  );
});

test('a newspaper page has the same suggestions when it is cleaned', () => {
  const { raw } = knownStatement();
  const analysis = service.analyse(raw);
  const cleaned = applyEdits(raw, service.cleaning(analysis).edits);
  assert.notEqual(cleaned, raw);
  const found = finished(findSuggestions(analysis));
  assert.ok(found.length > 100);
  assert.deepEqual(foundIn(cleaned), found);
});

test('after an edit it is as from scratch', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(8), telling, (raw, place, removed, inserted) => {
      const start = place % (raw.length + 1);
      const edit = { start, end: Math.min(raw.length, start + removed), text: inserted };
      const after = service.reanalyse(service.analyse(raw), [edit]);
      assert.deepEqual(finished(findSuggestions(after)), foundIn(applyEdits(raw, [edit])));
    }),
  );
});
