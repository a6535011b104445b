import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { stripBlanks } from '../../client/src/annotations/bare-text.ts';
import { createEditMapping, type MappedSpan } from '../../client/src/annotations/edit-mapping.ts';
import { normaliseText } from '../../client/src/annotations/offsets.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import { annotationOf, storeOf } from '../annotations/marked-text.ts';
import { cleanDocument } from '../bench/long-document.ts';
import { type Random, seededRandom } from '../setting/random.ts';

const known = ['联合国宪章', '不扩散核武器条约', '禁止生物武器公约'];
const names = { document: '声明.txt', sidecar: '声明.txt.annotations.json' };

/** Writes the tags of a text and reads them on another, as after closing and opening. */
function reopen(text: string, annotations: readonly Annotation[], later: string) {
  const file = serialiseSidecar(withAnnotations(newSidecar(), annotations, text, sha256), names);
  const reading = parseSidecar(file);
  assert.ok(reading.ok);
  assert.deepEqual(reading.problems, []);
  return openSidecar(reading.sidecar, later, sha256);
}

const anyUnit = fc.constantFrom(
  '中',
  '俄',
  '。',
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '𠮷',
  '\ud842',
  '\udfb7',
  '"',
  '\u2028',
);

test('Saving and reloading gives the same spans, whatever is in the text', () => {
  fc.assert(
    fc.property(
      fc.array(anyUnit, { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 }),
      (units, pairs) => {
        const store = storeOf(units.join(''));
        for (const [a, b] of pairs) {
          store.add({ label: 'sic', range: { start: Math.min(a, b), end: Math.max(a, b) }, note: `${a}` });
        }
        const { anchored } = store.snapshot;
        const opened = reopen(store.text, store.toStore(), store.text);
        assert.equal(opened.sameText, true);
        const spans = (annotations: readonly Annotation[]) =>
          annotations
            .map(({ id, spans, note }) => ({ id, spans, note }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        assert.deepEqual(spans(opened.annotations), spans(anchored));
      },
    ),
    { numRuns: 2000 },
  );
});

test('Line ends of another kind and a BOM change nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('中', '俄', '𠮷', '\n'), { minLength: 1, maxLength: 40 }),
      fc.nat(60),
      fc.nat(60),
      (units, a, b) => {
        const store = storeOf(units.join(''));
        const tag = store.add({ label: 'sic', range: { start: Math.min(a, b), end: Math.max(a, b) } });
        fc.pre(tag !== null);
        const { start, end } = tag!.spans[0]!;
        for (const later of [
          store.text.replaceAll('\n', '\r\n'),
          `\ufeff${store.text.replaceAll('\n', '\r')}`,
        ]) {
          const opened = reopen(store.text, store.toStore(), later);
          assert.equal(opened.sameText, true);
          const span = opened.annotations[0]!.spans[0]!;
          assert.equal(normaliseText(later.slice(span.start, span.end)), store.text.slice(start, end));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

/** A statement, broken into lines by chance. */
function wrapped(clean: string, random: Random): string {
  let text = '';
  for (const character of clean) {
    text += character;
    if (random.chance(0.06)) text += random.chance(0.5) ? '\n' : '\n\n';
    else if (random.chance(0.02)) text += ' ';
  }
  return text;
}

function randomTags(text: string, random: Random): Annotation[] {
  const store = storeOf(text);
  for (let i = 0; i < 60; i += 1) {
    const start = random.below(text.length);
    const length = random.chance(0.2) ? random.below(120) : 1 + random.below(10);
    store.add({ label: `l${i}`, range: { start, end: start + length } });
  }
  return [...store.toStore()];
}

test('Re-wrapped outside the editor, every tag is still on the same words, or an orphan; hardly one is', () => {
  let orphans = 0;
  let all = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededRandom(seed);
      const clean = cleanDocument({ length: 2500, seed, known });
      const text = wrapped(clean, random);
      const later = wrapped(clean, random);
      const tags = randomTags(text, random);
      const opened = reopen(text, tags, later);
      for (const tag of tags) {
        const now = opened.annotations.find((each) => each.id === tag.id)!;
        const { start, end } = tag.spans[0]!;
        all += 1;
        if (now.state === 'orphan') {
          orphans += 1;
          continue;
        }
        const span = now.spans[0]!;
        assert.equal(stripBlanks(later.slice(span.start, span.end)), stripBlanks(text.slice(start, end)));
        assert.equal(
          stripBlanks(later.slice(0, span.start)).length,
          stripBlanks(text.slice(0, start)).length,
        );
      }
    }),
    { numRuns: 60 },
  );
  assert.ok(orphans <= all / 200, `${orphans} of ${all}`);
});

/** What somebody does to a file in another program: sentences go, come, change places; characters change. */
function outsideEdits(text: string, random: Random): Edit[] {
  const edits: Edit[] = [];
  let at = random.below(200);
  while (at < text.length) {
    const kind = random.below(5);
    const length = Math.min(text.length - at, kind === 0 ? 5 + random.below(60) : kind === 1 ? 1 : 0);
    // From afar: a copy beside its original may be taken for it with equal right.
    const start = (at + 300 + random.below(text.length - 600)) % text.length;
    const put =
      kind === 1 ? '某' : kind === 0 ? '' : kind === 2 ? text.slice(start, start + 30) : '新增一句话。';
    edits.push({ start: at, end: at + length, text: put });
    at += length + 30 + random.below(400);
  }
  return edits;
}

test('Changed outside the editor, no tag whose words were kept moves to other words; most are found', () => {
  let found = 0;
  let all = 0;
  const wrong: string[] = [];
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededRandom(seed);
      const text = wrapped(cleanDocument({ length: 2500, seed, known }), random);
      const tags = randomTags(text, random);
      const edits = outsideEdits(text, random);
      const later = applyEdits(text, edits);
      const mapping = createEditMapping(edits, (start, end) => text.slice(start, end));
      const opened = reopen(text, tags, later);
      for (const tag of tags) {
        const truth: MappedSpan = { start: 0, end: 0, fate: 'untouched' };
        const { start, end } = tag.spans[0]!;
        mapping.move(start, end, truth);
        if (truth.fate !== 'untouched') continue;
        const now = opened.annotations.find((each) => each.id === tag.id)!;
        all += 1;
        if (now.state === 'orphan') continue;
        found += 1;
        const span = now.spans[0]!;
        if (span.start !== truth.start || span.end !== truth.end) {
          wrong.push(
            `seed ${seed}: ${text.slice(start, end)} at ${truth.start} → ${later.slice(span.start, span.end)} at ${span.start}`,
          );
        }
      }
    }),
    { numRuns: 80 },
  );
  assert.deepEqual(wrong, []);
  assert.ok(found >= all * 0.95, `${found} of ${all}`);
});

test('Changed outside the editor, each fragment is on its own words or empty, and no tag is dropped', () => {
  let found = 0;
  let all = 0;
  const wrong: string[] = [];
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededRandom(seed);
      const text = wrapped(cleanDocument({ length: 2500, seed, known }), random);
      const store = storeOf(text);
      for (let i = 0; i < 40; i += 1) {
        const start = random.below(text.length);
        const [range, ...fragments] = [0, 1, 2].slice(0, 1 + random.below(3)).map((k) => {
          const from = start + k * (12 + random.below(60));
          return { start: from, end: from + 1 + random.below(9) };
        });
        store.add({ label: `l${i}`, range: range!, fragments });
      }
      const tags = store.toStore();
      const edits = outsideEdits(text, random);
      const later = applyEdits(text, edits);
      const mapping = createEditMapping(edits, (start, end) => text.slice(start, end));
      const opened = reopen(text, tags, later);
      assert.deepEqual(opened.annotations.map(({ id }) => id).sort(), tags.map(({ id }) => id).sort());
      for (const tag of tags) {
        const now = opened.annotations.find((each) => each.id === tag.id)!;
        assert.equal(now.spans.length, tag.spans.length);
        const truths = tag.spans.map(({ start, end }) => {
          const truth: MappedSpan = { start: 0, end: 0, fate: 'untouched' };
          mapping.move(start, end, truth);
          return truth;
        });
        const places = new Set(now.spans.map(({ start, end }) => `${start}–${end}`));
        const kept = truths.filter(({ fate }) => fate === 'untouched');
        all += kept.length;
        const there = kept.filter(({ start, end }) => places.has(`${start}–${end}`)).length;
        found += there;
        const live = now.spans.filter(({ start, end }) => start < end).length;
        if (kept.length === truths.length && there < live) wrong.push(`seed ${seed}: ${tag.id}`);
        assert.equal(now.state, live > 0 ? 'anchored' : 'orphan');
      }
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(wrong, []);
  assert.ok(found >= all * 0.95, `${found} of ${all}`);
});

/** Seeds whose deleted words were once taken for their like: near the gap, or a turn of phrase behind it. */
const takenOnce = [
  1302899619, 16487371, 30543596, 36918391, 42097417, 42239959, 96770193, 135327804, 177060934, 242408522,
  951768785, 1687269667,
];

test('Deleted words are not taken for the same words elsewhere', () => {
  const wrong: string[] = [];
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededRandom(seed);
      const text = cleanDocument({ length: 2500, seed, known });
      const tags = randomTags(text, random);
      // Each tag's sentence goes, with what is near it; the text has many that are like it.
      const victim = tags[random.below(tags.length)]!;
      const { start, end } = victim.spans[0]!;
      const from = Math.max(0, start - random.below(30));
      const to = Math.min(text.length, end + random.below(30));
      const later = text.slice(0, from) + text.slice(to);
      const opened = reopen(text, tags, later);
      const now = opened.annotations.find((each) => each.id === victim.id)!;
      if (now.state !== 'orphan') {
        const span = now.spans[0]!;
        wrong.push(
          `seed ${seed}: ${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)} → ${later.slice(span.start - 20, span.start)}[${later.slice(span.start, span.end)}]${later.slice(span.end, span.end + 20)}`,
        );
      }
    }),
    { numRuns: 100, examples: takenOnce.map((seed) => [seed]) },
  );
  assert.deepEqual(wrong, []);
});

test('A tag of which the file says nothing but the quote is found', () => {
  const text = '中方重申坚持一个中国原则。\n俄方重申支持。';
  const tag = annotationOf(
    'q1',
    { start: 0, end: 0 },
    { quotes: [{ exact: '俄方', prefix: '原则。', suffix: '重申' }] },
  );
  const { spans: _, ...said } = tag;
  const opened = openSidecar({ ...newSidecar(), annotations: [{ ...said, places: [{}] }] }, text, sha256);
  const span = opened.annotations[0]!.spans[0]!;
  assert.equal(text.slice(span.start, span.end), '俄方');
});
