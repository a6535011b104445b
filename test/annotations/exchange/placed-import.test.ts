import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exportedText } from '../../../client/src/annotations/exchange/exported-text.ts';
import { placeImport } from '../../../client/src/annotations/exchange/placed-import.ts';
import { emendationsOf } from '../../../client/src/annotations/exchange/text-form.ts';
import { quoteOf } from '../../../client/src/annotations/quote.ts';
import { statementFacts } from '../../../server/src/features/statement-facts.ts';
import { createStatementService } from '../../../server/src/service.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { RunMap } from '../../../server/src/text/source-map.ts';
import { tagOn } from '../../cli/tagged-files.ts';
import { hostileText, pagedText } from '../../property/broken-text.ts';

const brokenText = fc.oneof(pagedText, hostileText);
const service = createStatementService();
const factsOf = (text: string) => statementFacts(service.analyse(text));
const words = (text: string, { spans }: ReturnType<typeof tagOn>) =>
  spans.map(({ start, end }) => text.slice(start, end)).join('…');

const raw =
  '中吉联合声明\r\n\r\n双方重申恪守《联合国\r\n宪章》，𠮷国支持“ 和平”。\r\n（下转第2版）\r\n双方欢迎。\r\n';
const tags = [
  tagOn(raw, '双方'),
  tagOn(raw, '《联合国\r\n宪章》'),
  tagOn(raw, '𠮷国支持“ 和平”'),
  tagOn(raw, '双方欢迎'),
];

test('positions hold where the text is the same but for line ends and a BOM', () => {
  for (const text of [raw, raw.replaceAll('\r\n', '\n')]) {
    const there = tags.map((tag) =>
      tagOn(text, words(raw, tag).replaceAll('\r\n', text === raw ? '\r\n' : '\n')),
    );
    const placed = placeImport({ text, tags: there }, raw);
    assert.deepEqual([placed.placing, placed.lost], ['raw', []]);
    assert.deepEqual(
      placed.tags.map(({ raw }) => raw.spans),
      tags.map(({ spans }) => spans),
    );
  }
});

test('tags of the clean text go to the raw text that it came from', () => {
  const facts = factsOf(raw);
  const { document } = exportedText(
    { name: 'a', text: raw, tags, annotator: '', facts },
    { form: 'clean', reviews: ['accepted'], marks: false },
  );
  assert.deepEqual(
    document.tags.map((tag) => words(document.text, tag)),
    ['双方', '《联合国宪章》', '𠮷国支持“和平”', '双方欢迎'],
  );
  const placed = placeImport(document, raw, facts);
  assert.equal(placed.placing, 'clean');
  assert.deepEqual(
    placed.tags.map((tag) => words(raw, tag.raw)),
    tags.map((tag) => words(raw, tag)),
  );
});

test('where only white space is another, every character is known all the same', () => {
  const text = raw.replaceAll('\r\n', ' ').replaceAll('，', '，\n');
  const placed = placeImport({ text, tags: [tagOn(text, '《联合国 宪章》'), tagOn(text, '双方欢迎')] }, raw);
  assert.deepEqual([placed.placing, placed.lost], ['bare', []]);
  assert.deepEqual(
    placed.tags.map((tag) => words(raw, tag.raw)),
    ['《联合国\r\n宪章》', '双方欢迎'],
  );
});

test('in another text words are looked for, and what is not certain waits as an orphan', () => {
  const text = '双方就加强两国在能源领域的长期合作交换了意见。双方一致同意支持多边主义。双方欢迎。';
  const corrected = `新华社电：${text.replace('交换了', '深入交换')}双方欢迎。`;
  const there = [tagOn(text, '能源领域的长期合作'), tagOn(text, '双方欢迎'), tagOn(text, '交换了')];
  const placed = placeImport({ text, tags: there }, corrected, factsOf(corrected));
  assert.equal(placed.placing, 'quotes');
  assert.equal(words(corrected, placed.tags[0]!.raw), '能源领域的长期合作');
  assert.deepEqual(placed.lost, ['urn:test:双方欢迎', 'urn:test:交换了']);
  assert.deepEqual(
    placed.tags.slice(1).map(({ raw }) => [raw.state, raw.quotes[0]!.exact]),
    [
      ['orphan', '双方欢迎'],
      ['orphan', '交换了'],
    ],
  );
});

test('what lies only on what cleaning leaves out is told, and left out', () => {
  const furniture = tagOn(raw, '（下转第2版）');
  const space = tagOn(raw, ' ', { label: 'sic' });
  const { document, losses } = exportedText(
    { name: 'a', text: raw, tags: [...tags, furniture, space], annotator: '', facts: factsOf(raw) },
    { form: 'clean', reviews: ['accepted'], marks: false },
  );
  assert.equal(document.tags.length, 4);
  assert.deepEqual(
    losses.map(({ feature, count, tagsLeftOut }) => [feature, count, tagsLeftOut]),
    [['unread', 2, true]],
  );
});

test('the emendations of a raw text make the clean text of it', () => {
  fc.assert(
    fc.property(brokenText, (text) => {
      const facts = factsOf(text);
      const edits = emendationsOf(text, facts).map(({ start, end, reading }) => ({
        start,
        end,
        text: reading,
      }));
      assert.equal(applyEdits(text, edits), facts.clean);
    }),
    { numRuns: 100 },
  );
});

test('raw to clean and back: the same tags on the same clean characters', () => {
  const spans = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 })), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(brokenText, fc.array(spans, { maxLength: 8 }), (text, wanted) => {
      const facts = factsOf(text);
      const map = new RunMap(facts.runs, text.length);
      const covered = (all: readonly { start: number; end: number }[]) => [
        ...new Set(
          all.flatMap((span) => {
            const { start, end } = map.rangeToClean(span);
            return Array.from({ length: end - start }, (_, i) => start + i);
          }),
        ),
      ];
      const all = wanted.flatMap((ranges, i) => {
        const spans: { start: number; end: number }[] = [];
        for (const [from, length] of [...ranges].sort(
          (a, b) => (a[0] % (text.length + 1)) - (b[0] % (text.length + 1)),
        )) {
          const start = from % (text.length + 1);
          const end = Math.min(text.length, start + 1 + length);
          const last = spans.at(-1);
          if (start < end && (!last || last.end < start)) spans.push({ start, end });
        }
        if (spans.length === 0) return [];
        return [
          { ...tagOn('x', 'x'), id: `urn:${i}`, spans, quotes: spans.map((span) => quoteOf(text, span)) },
        ];
      });
      const choice = { form: 'clean' as const, reviews: ['accepted' as const], marks: true };
      const { document, losses } = exportedText({ name: 'a', text, tags: all, annotator: '', facts }, choice);
      const placed = placeImport(document, text, facts);
      const left = losses.filter(({ tagsLeftOut }) => tagsLeftOut).reduce((sum, { count }) => sum + count, 0);
      assert.equal(placed.tags.length + left, all.length);
      for (const { raw } of placed.tags) {
        const before = all.find(({ id }) => id === raw.id)!;
        // White space between fragments is of one tag, as everywhere.
        const [here, there] = [covered(before.spans), covered(raw.spans)];
        const plain = (offsets: number[]) => offsets.filter((at) => /\S/.test(facts.clean.charAt(at)));
        assert.deepEqual(plain(there), plain(here));
      }
    }),
    { numRuns: 60 },
  );
});
