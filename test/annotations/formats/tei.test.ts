import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { stripBlanks } from '../../../client/src/annotations/bare-text.ts';
import { cleanText, factsIn, rawText } from '../../../client/src/annotations/exchange/text-form.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { tei } from '../../../client/src/annotations/formats/tei.ts';
import { allowedInXml, xmlEvents } from '../../../client/src/annotations/formats/xml/xml.ts';
import { quoteOf } from '../../../client/src/annotations/quote.ts';
import { statementFacts } from '../../../server/src/features/statement-facts.ts';
import { createStatementService } from '../../../server/src/service.ts';
import { cost } from '../../property/growth.ts';
import { seededRandom } from '../../setting/random.ts';
import { context } from './round-trip.ts';
import { manyTags, taggedText } from './tagged-texts.ts';

const service = createStatementService();
const folder = new URL('../../../samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

function xmlOf(document: TaggedText): string {
  const pieces = [...tei.write!(context).document(document)];
  assert.deepEqual(new Set(pieces.map(({ file }) => file)).size, 1);
  return pieces.map(({ content }) => content).join('');
}

/** A text with tags of the generator on it, in a form, with all that is known of it. */
function formed(
  raw: string,
  form: 'raw' | 'clean',
  tags: TaggedText['tags'] = [],
): { document: TaggedText; clean: string } {
  const facts = statementFacts(service.analyse(raw));
  const text = form === 'raw' ? rawText(raw) : cleanText(raw, facts);
  const document = {
    name: 'a/b.txt',
    text: text.text,
    form,
    tags,
    annotator: '李',
    facts: factsIn(text, raw, facts),
  };
  return { document, clean: facts.clean };
}

/** The text of `<text>` as the source has it, or as it is read, as the header says that they are had. */
function textOf(xml: string, which: 'sic' | 'corr'): string {
  const without = which === 'sic' ? ['corr'] : ['sic', 'surplus', 'fw'];
  let text = '';
  let isInText = false;
  let left = 0;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (isInText && left === 0) text += event.text;
      continue;
    }
    if (event.local === 'text') isInText = event.kind === 'start';
    if (event.kind === 'end') left = Math.max(0, left - 1);
    else if (left > 0 || without.includes(event.local)) left += 1;
    else if (which === 'corr' && event.local === 'lb') text = text.slice(0, -1);
  }
  return text;
}

/** All text in the elements that have ids, as code points. */
function contents(xml: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  const open: (string | undefined)[] = [];
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'start') {
      const id = event.attributes.get('{http://www.w3.org/XML/1998/namespace}id');
      if (id !== undefined) all.set(id, []);
      open.push(id);
    } else if (event.kind === 'end') open.pop();
    else for (const id of open) if (id !== undefined) all.get(id)!.push(...event.text);
  }
  return all;
}

/** What stands where the spans point to. */
function spansOf(xml: string): { words: string; found: string; n: string | undefined }[] {
  const byId = contents(xml);
  const spans: { words: string; found: string; n: string | undefined }[] = [];
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'start' || event.local !== 'span') continue;
    const target = event.attributes.get('target')!;
    const id = event.attributes.get('{http://www.w3.org/XML/1998/namespace}id')!;
    const found = target.split(' ').map((pointer) => {
      const parts = /^#string-range\((b\d+),(\d+),(\d+)\)$/.exec(pointer);
      if (!parts) return '';
      const [, block, offset, length] = parts;
      const piece = byId.get(block!)!.slice(Number(offset), Number(offset) + Number(length));
      assert.equal(piece.length, Number(length), pointer);
      return piece.join('');
    });
    spans.push({ words: byId.get(id)!.join(''), found: found.join(''), n: event.attributes.get('n') });
  }
  return spans;
}

const lineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');

test('with sic taken the text is the source, with corr taken it is the text as it is read', () => {
  for (const sample of samples) {
    for (const raw of [sample, sample.replaceAll('\n', '\r\n')]) {
      for (const form of ['raw', 'clean'] as const) {
        const { document, clean } = formed(raw, form);
        const xml = xmlOf(document);
        assert.equal(textOf(xml, 'sic'), lineFeeds(document.text));
        assert.equal(textOf(xml, 'corr'), lineFeeds(clean));
      }
    }
  }
});

test('the same of any text, with any tags, and every span of a clean text points to its words', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededRandom(seed);
      const lines = random.pick(samples).split('\n');
      const from = random.below(lines.length);
      const damage = [' ', '　', '\n', '\r\n', '⽅', '𠮷', '（下转第3版）', '\r', '\0', '<b>', '\u2028'];
      let raw = lines.slice(from, from + random.below(12)).join('\n');
      for (let i = random.below(12); i > 0; i -= 1) {
        // Not into a surrogate pair: its halves would be U+FFFD in XML, and a pair again in the clean text.
        const wanted = random.below(raw.length + 1);
        const at = wanted - (/^[\udc00-\udfff]/.test(raw.slice(wanted)) ? 1 : 0);
        raw = raw.slice(0, at) + random.pick(damage) + raw.slice(at);
      }
      for (const form of ['raw', 'clean'] as const) {
        const { document, clean } = formed(raw, form);
        const { text } = document;
        const tags = taggedText('a.txt', random).tags.map((tag) => {
          const start = random.below(text.length + 1);
          const end = start + random.below(text.length + 1 - start);
          const isWords = tag.state === 'anchored' && tag.scope === 'words' && start < end;
          const spans = [{ start, end }];
          return isWords
            ? { ...tag, spans, quotes: spans.map((span) => quoteOf(text, span)) }
            : { ...tag, spans: [], quotes: [], scope: 'document' as const };
        });
        const xml = xmlOf({ ...document, tags });
        assert.equal(textOf(xml, 'sic'), allowedInXml(lineFeeds(text)));
        assert.equal(textOf(xml, 'corr'), allowedInXml(lineFeeds(clean)));
        if (form === 'raw') continue;
        for (const { words, found } of spansOf(xml)) {
          // A span that cuts a surrogate pair has the character that it cuts, or not.
          if (!/[\ufffd\ud800-\udfff]/.test(words)) assert.equal(stripBlanks(found), allowedInXml(words));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('structure, instruments and emendations as TEI has them', () => {
  const raw = `中华人民共和国和某国
联合声明
（2031年5月9日，北京）

一、双⽅恪守《联合国宪章》的宗
旨和原则。

二、双方商定：
（一）加强合作；
（二）扩大贸易。

2031年5月9日于北京`;
  const { document } = formed(raw, 'raw');
  const xml = xmlOf(document);
  assert.match(xml, /<front><div type="title"><head xml:id="b1">中华人民共和国和某国/);
  assert.match(xml, /双<choice><sic>⽅<\/sic><corr>方<\/corr><\/choice>恪守/);
  assert.match(xml, /<ref type="instrument" subtype="full" target="#instrument-\d">《联合国宪章》<\/ref>/);
  assert.match(
    xml,
    /<bibl xml:id="instrument-\d"><title>《联合国宪章》<\/title><idno type="jiaozhu">un-charter<\/idno><\/bibl>/,
  );
  assert.match(xml, /<list><item>/);
});

test('line breaks that are not read, spaces and running heads stay, marked', () => {
  const newspaper = samples.find((text) => text.includes('下转第3版'))!;
  const xml = xmlOf(formed(newspaper, 'raw').document);
  assert.match(xml, />中华人民共和国和蒙古国在两国建交80周年之际\n<lb break="no"\/>关于弘扬/);
  assert.match(xml, /主席于<surplus> <\/surplus>2029<surplus> <\/surplus>年/);
  assert.match(xml, /<fw xml:id="b\d+">（下转第3版）<\/fw>/);
});

test('what is read behind a running head is not lost with it', () => {
  // Found by the property above.
  const raw = '二、缔约双方可以就具体项目签订安排。（下转第3版）\r ';
  const { document, clean } = formed(raw, 'raw');
  const xml = xmlOf(document);
  assert.equal(textOf(xml, 'sic'), lineFeeds(raw));
  assert.equal(textOf(xml, 'corr'), lineFeeds(clean));
});

test('a tag that crosses the structure has a pointer for each element, and fragments have theirs', () => {
  const text = '𠮷双方\n重申\n原则';
  const base = manyTags(1).tags[0]!;
  const spans = [
    { start: 2, end: 7 },
    { start: 8, end: 10 },
  ];
  const tag = { ...base, label: '立 场', spans, quotes: spans.map((span) => quoteOf(text, span)) };
  const xml = xmlOf({ name: 'a.txt', text, tags: [tag], annotator: '' });
  assert.match(
    xml,
    /target="#string-range\(b1,1,2\) #string-range\(b2,0,2\) #string-range\(b3,0,2\)">双方重申…原则<\/span>/,
  );
  assert.match(xml, /<spanGrp type="立_场" ana="#label-1">/);
  assert.match(xml, /<category xml:id="label-1" n="立 场">/);
});

test('what is said of a tag stands beside it', () => {
  const text = '双方';
  const [base] = manyTags(1).tags;
  const span = { start: 0, end: 2 };
  const tag = {
    ...base!,
    id: 'T 1',
    spans: [span],
    quotes: [quoteOf(text, span)],
    attributes: { 'a b': '<重申>', firm: true, count: 2 },
    relations: [
      { type: 'x', target: 'T 1' },
      { type: 'x', target: 'gone' },
    ],
    chain: 'c',
    note: '见 & 前文',
  };
  const document = { name: 'a.txt', text, tags: [tag], annotator: '' };
  const xml = xmlOf(document);
  assert.match(xml, /<span xml:id="tag-1" n="T 1" resp="#person-1" ana="#tag-1-fs" target=/);
  assert.match(
    xml,
    /<f name="a_b" n="a b"><string>&lt;重申&gt;<\/string><\/f><f name="firm"><binary value="true"\/>/,
  );
  assert.match(xml, /<note target="#tag-1" resp="#person-1">见 &amp; 前文<\/note>/);
  assert.match(xml, /<relation name="x" active="#tag-1" passive="#tag-1"\/>/);
  assert.doesNotMatch(xml, /gone/);
  assert.deepEqual(
    tei.losses(document, context).map(({ feature, count }) => [feature, count]),
    [['relations', 1]],
  );
});

test('a text without words, or of which nothing is known, is TEI as well', () => {
  for (const text of ['', '\n', '一\n\n二\n']) {
    const xml = xmlOf({ name: 'a.txt', text, tags: [], annotator: '' });
    assert.equal(textOf(xml, 'sic'), text);
  }
});

test('time grows as the number of tags does', () => {
  const timeOf = (count: number) => {
    const document = manyTags(count);
    return cost(() => xmlOf(document));
  };
  timeOf(200);
  const [quarter, whole] = [timeOf(1000), timeOf(4000)];
  assert.ok(whole <= 8 * quarter + 60, `${quarter} ms for 1000 tags, ${whole} ms for 4000`);
});
