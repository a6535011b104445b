import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import {
  describeFormatProblem,
  FormatProblemError,
} from '../../../client/src/annotations/formats/format-problem.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { w3c } from '../../../client/src/annotations/formats/w3c.ts';
import { assertLinearAsync, costAsync } from '../../property/growth.ts';
import { createTag } from './example-tag.ts';
import { type Files, readAll, written } from './round-trip.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';

function files(contents: Record<string, string | object>): Files {
  return new Map(
    Object.entries(contents).map(([name, content]) => [
      name,
      new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, 1)),
    ]),
  );
}

/** The words of a tag, or what an orphan read. */
function words({ text }: TaggedText, { state, spans, quotes }: Annotation): string {
  if (state === 'orphan') return `lost: ${quotes.map(({ exact }) => exact).join('…')}`;
  return spans.map(({ start, end }) => text.slice(start, end)).join('…');
}

/** What is read of annotations that lie beside the text `page1.txt`. */
async function readBeside(text: string, value: object) {
  const [read] = await readAll(w3c, files({ 'page1.jsonld': value, 'page1.txt': text }));
  const { document, problems } = read!;
  return {
    document,
    tags: document.tags,
    found: document.tags.map(
      (tag) => `${tag.label}: ${tag.scope === 'document' ? 'all' : words(document, tag)}`,
    ),
    problems: problems.map((problem) => `${problem.line} ${describeFormatProblem(problem)}`),
  };
}

test('Data Model, 4.2.4, Text Quote Selector: the words between their neighbours', async () => {
  const annotation = {
    '@context': context,
    id: 'http://example.org/anno23',
    type: 'Annotation',
    body: 'http://example.org/comment1',
    target: {
      source: 'http://example.org/page1',
      selector: {
        type: 'TextQuoteSelector',
        exact: 'anotation',
        prefix: 'this is an ',
        suffix: ' that has some',
      },
    },
  };
  const { found, tags, problems } = await readBeside(
    'An anotation: this is an anotation that has some faults.',
    annotation,
  );
  assert.deepEqual(found, ['commenting: anotation']);
  assert.equal(tags[0]!.spans[0]!.start, 25);
  assert.equal(tags[0]!.id, 'http://example.org/anno23');
  // What is no text and no name is kept, and written back.
  assert.deepEqual(tags[0]!.unknown?.bodies, ['http://example.org/comment1']);
  assert.deepEqual(problems, []);
});

test('Data Model, 4.2.5, Text Position Selector: code points from 0, without the last', async () => {
  const annotation = {
    '@context': context,
    id: 'http://example.org/anno24',
    type: 'Annotation',
    body: 'http://example.org/review1',
    target: {
      source: 'http://example.org/ebook1',
      selector: { type: 'TextPositionSelector', start: 412, end: 795 },
    },
  };
  const { document, found } = await readBeside(`${'𠮷'.repeat(412)}${'甲'.repeat(383)}乙`, annotation);
  assert.deepEqual(found, [`commenting: ${'甲'.repeat(383)}`]);
  assert.deepEqual(document.tags[0]!.spans, [{ start: 824, end: 1207 }]);
});

test('Data Model, 4.2.8 and 4.2.9: a range of two selectors; a selector refined by another', async () => {
  const quote = (exact: string, prefix = '') => ({ type: 'TextQuoteSelector', exact, prefix });
  const at = (id: string, selector: object) => ({ id, body: [], target: { source: 'page1.txt', selector } });
  const { found, problems } = await readBeside('甲乙丙。甲乙丁。', [
    at('a', { type: 'RangeSelector', startSelector: quote('丙'), endSelector: quote('丁') }),
    at('b', { type: 'TextPositionSelector', start: 4, end: 8, refinedBy: quote('甲') }),
    at('c', { ...quote('甲乙丁'), refinedBy: { type: 'TextPositionSelector', start: 1, end: 3 } }),
    at('d', {
      type: 'TextPositionSelector',
      start: 4,
      end: 6,
      refinedBy: { type: 'TextPositionSelector', start: 0, end: 3 },
    }),
    at('e', { type: 'FragmentSelector', value: 'para5', refinedBy: quote('甲') }),
    at('f', {
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: '//a' },
      endSelector: quote('丁'),
    }),
  ]);
  assert.deepEqual(
    [...found].sort(),
    ['丙。甲乙', '甲', '乙丁', 'lost: ', 'lost: ', 'lost: '].map((each) => `commenting: ${each}`).sort(),
  );
  assert.equal(problems.length, 3);
});

test('Data Model, 3: a body may be a text, a tag, an address or an object with a purpose', async () => {
  const target = { source: 'page1.txt', selector: { type: 'TextPositionSelector', start: 0, end: 1 } };
  const { tags } = await readBeside('甲乙', [
    { id: 'a', bodyValue: 'Comment text', target },
    { id: 'b', motivation: 'tagging', body: { type: 'TextualBody', value: '立场' }, target },
    {
      id: 'c',
      body: [
        { type: 'TextualBody', purpose: 'commenting', value: "j'adore !", language: 'fr' },
        { type: 'TextualBody', purpose: 'tagging', value: 'party' },
        { type: 'TextualBody', purpose: 'tagging', value: 'love' },
      ],
      target,
    },
    {
      id: 'd',
      motivation: ['classifying'],
      body: { type: 'SpecificResource', purpose: 'classifying', source: 'http://example.org/vocab/state' },
      target,
    },
    { id: 'e', motivation: 'highlighting', target },
  ]);
  assert.deepEqual(
    tags.map(({ label, note }) => [label, note]),
    [
      ['commenting', 'Comment text'],
      ['position', ''],
      ['party', "j'adore !"],
      ['http://example.org/vocab/state', ''],
      ['highlighting', ''],
    ],
  );
  assert.deepEqual(tags[2]!.unknown, {
    noteMembers: { language: 'fr' },
    bodies: [{ type: 'TextualBody', purpose: 'tagging', value: 'love' }],
  });
});

test('Data Model, 3.2.1, 3.3: several targets, and a whole resource', async () => {
  const at = (start: number) => ({
    source: 'page1.txt',
    selector: [{ type: 'TextPositionSelector', start, end: start + 1 }],
  });
  const { found } = await readBeside('甲乙丙', [
    { id: 'a', body: { type: 'TextualBody', value: 'party', purpose: 'tagging' }, target: [at(2), at(0)] },
    { id: 'b', body: { type: 'TextualBody', value: 'party', purpose: 'tagging' }, target: 'page1.txt' },
    { id: 'c', target: { id: 'page1.txt', type: 'Text', format: 'text/plain' } },
  ]);
  assert.deepEqual([...found].sort(), ['commenting: all', 'party: all', 'party: 甲…丙']);
});

test('Data Model, 5: a collection with its first page in it, and more pages elsewhere', async () => {
  const { document, problems } = await readBeside('甲乙', {
    '@context': context,
    id: 'http://example.org/collection1',
    type: 'AnnotationCollection',
    label: 'Two Paragraph Annotations',
    creator: 'http://example.com/publisher',
    total: 42023,
    first: {
      id: 'http://example.org/page1',
      type: 'AnnotationPage',
      next: 'http://example.org/page2',
      startIndex: 0,
      items: [
        {
          id: 'http://example.org/anno1',
          type: 'Annotation',
          body: 'http://example.net/comment1',
          target: 'http://example.com/book/chapter1',
        },
        {
          id: 'http://example.org/anno2',
          type: 'Annotation',
          body: 'http://example.net/comment2',
          target: 'http://example.com/book/chapter1',
        },
      ],
    },
  });
  assert.equal(document.tags.length, 2);
  assert.deepEqual(problems, [
    '11 More tags are on a page that is not in this file: http://example.org/page2. Import that as well.',
  ]);
  assert.deepEqual(document.foreign?.w3c, {
    members: { label: 'Two Paragraph Annotations', creator: 'http://example.com/publisher' },
    items: [],
  });
});

test('annotations of several texts are a document each; one whose text is not there is told', async () => {
  const at = (id: string, source: string) => ({
    id,
    target: { source, selector: { type: 'TextPositionSelector', start: 0, end: 1 } },
  });
  const all = files({
    'sub/a.json': [
      at('1', '%E7%94%B2.txt'),
      at('2', '../b.txt#x'),
      at('3', '甲.txt'),
      at('4', '../../etc/passwd'),
      at('5', 'missing.txt'),
      at('6', 'missing.txt'),
    ],
    'sub/甲.txt': '甲',
    'b.txt': '乙',
  });
  const read: string[] = [];
  const reading = async () => {
    const file = {
      name: 'sub/a.json',
      chunks: async function* () {
        yield all.get('sub/a.json')!;
      },
    };
    const beside = async (path: string) => all.get(path);
    const scheme = { labels: [], groups: [], attributes: [], relations: [] };
    for await (const { document } of w3c.reader!.read(file, { scheme, beside })) {
      read.push(`${document.name}: ${document.tags.map(({ id }) => id).join(' ')}`);
    }
  };
  await assert.rejects(
    reading,
    (error) =>
      error instanceof FormatProblemError &&
      [error.problem, ...error.more].every(({ code }) => code === 'no-text') &&
      error.problem.values[0] === '../../etc/passwd' &&
      // Each annotation with its line.
      error.more.map(({ values, line }) => `${values[0]} ${line - error.problem.line}`).join() ===
        'missing.txt 11,missing.txt 22',
  );
  assert.deepEqual(read, ['sub/甲.txt: 1 3', 'b.txt: 2']);
});

test('an annotation that is on nothing is told with its line, and kept', async () => {
  const onNothing = { id: 'b', type: 'Annotation', body: 'x', target: [] };
  const onWords = {
    id: 'a',
    target: { source: 'page1.txt', selector: { type: 'TextPositionSelector', start: 0, end: 1 } },
  };
  const { document, found, problems } = await readBeside('甲乙', [onWords, onNothing]);
  assert.deepEqual(found, ['commenting: 甲']);
  assert.match(problems.join(), /^13 This is not understood, and kept as it is: \{"id":"b"/);
  assert.deepEqual(document.foreign, { w3c: { members: {}, items: [onNothing] } });
});

test('words that are not where the file says, nowhere, or in two places are lost words, each told with its line', async () => {
  const at = (id: string, ...selector: object[]) => ({ id, target: { source: 'page1.txt', selector } });
  const quote = { type: 'TextQuoteSelector', exact: '甲' };
  const { found, problems } = await readBeside('甲乙甲', [
    at('a', { type: 'TextPositionSelector', start: 1, end: 2 }, quote),
    at('b', quote),
    at('c', { ...quote, exact: '丁' }),
    at('d', { ...quote, prefix: '丙' }),
  ]);
  assert.deepEqual(found.sort(), [
    'commenting: lost: 丁',
    'commenting: lost: 甲',
    'commenting: lost: 甲',
    'commenting: lost: 甲',
  ]);
  assert.deepEqual(
    problems.map((each) => each.replace(/^(\d+) .*(said to be|not in the text|more than once).*$/, '$1 $2')),
    ['2 said to be', '19 more than once', '31 not in the text', '43 not in the text'],
  );
});

test('what is written is a collection of one page that names each place twice, with the text beside it', () => {
  const text = '甲𠮷\r\n国重申';
  const tag = createTag(text, {
    id: 'urn:uuid:1',
    label: 'party',
    spans: [{ start: 0, end: 6 }],
    note: '注',
  });
  const output = written(w3c, [{ name: '一/声明.txt', text, tags: [tag], annotator: '李' }]);
  assert.deepEqual([...output.keys()], ['一/声明.txt', '一/声明.txt.jsonld']);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(output.get('一/声明.txt.jsonld'))), {
    '@context': [context, { jiaozhu: 'urn:jiaozhu:' }],
    id: `${encodeURIComponent('声明.txt')}.jsonld`,
    type: 'AnnotationCollection',
    label: '一/声明.txt',
    creator: { type: 'Person', name: '李' },
    total: 1,
    first: {
      id: `${encodeURIComponent('声明.txt')}.jsonld#page`,
      type: 'AnnotationPage',
      partOf: `${encodeURIComponent('声明.txt')}.jsonld`,
      startIndex: 0,
      items: [
        {
          id: 'urn:uuid:1',
          type: 'Annotation',
          motivation: 'tagging',
          body: [
            { type: 'TextualBody', purpose: 'tagging', value: 'party' },
            { type: 'TextualBody', purpose: 'commenting', value: '注' },
          ],
          target: {
            source: encodeURIComponent('声明.txt'),
            selector: [
              // A character outside the first plane is one, both characters of the line end count.
              { type: 'TextPositionSelector', start: 0, end: 5 },
              { type: 'TextQuoteSelector', exact: '甲𠮷\r\n国', prefix: '', suffix: '重申' },
            ],
          },
        },
      ],
    },
  });
});

test('what is not understood of an annotation, a page or an item is written back', async () => {
  const page = {
    '@context': context,
    type: 'AnnotationPage',
    'x:project': 7,
    items: [
      {
        id: 'a',
        type: 'Annotation',
        creator: { id: 'http://example.org/li', type: 'Person', name: '李', email: 'x' },
        rights: 'CC0',
        motivation: ['tagging', 'x:other'],
        body: { type: 'TextualBody', purpose: 'tagging', value: 'party', format: 'text/plain' },
        target: {
          source: 'page1.txt',
          state: { type: 'TimeState', sourceDate: '2031-01-01' },
          selector: [
            { type: 'TextPositionSelector', start: 0, end: 1, 'x:a': 1 },
            { type: 'CssSelector', value: 'p' },
          ],
        },
      },
      { 'x:comment': 'no annotation' },
    ],
  };
  const { document } = await readBeside('甲', page);
  const again = JSON.parse(new TextDecoder().decode(written(w3c, [document]).get('page1.txt.jsonld')));
  assert.equal(again['x:project'], 7);
  const [item, comment] = again.first.items;
  const [position, quote, css] = item.target.selector;
  assert.deepEqual([position, css], page.items[0]!.target!.selector);
  assert.equal(quote.exact, '甲');
  const { target, ...said } = item;
  const { target: _target, ...given } = page.items[0]!;
  assert.deepEqual(said, given);
  assert.deepEqual(target.state, page.items[0]!.target!.state);
  assert.deepEqual(comment, page.items[1]);
});

test('what is no Web Annotation is refused in words', async () => {
  const refused = (value: object | string, code: string) =>
    assert.rejects(
      readAll(w3c, files({ 'page1.jsonld': value, 'page1.txt': '甲' })),
      (error) => error instanceof FormatProblemError && error.problem.code === code,
    );
  await refused({ data: { text: '甲' } }, 'not-of-format');
  await refused('"甲"', 'not-of-format');
  await refused('{"items": [', 'not-json');
  await refused(`${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep');
  for (const own of ['a.txt.annotations.json', 'a.jiaozhu.json']) assert.equal(w3c.reader!.reads(own), false);
});

test('the same words over and over, without ids or places, take time as their number', async () => {
  const quote = (exact: string) => ({
    target: { source: 'page1.txt', selector: { type: 'TextQuoteSelector', exact } },
  });
  for (const item of [quote('甲'), quote('甲甲'), { id: 'a', target: 'page1.txt' }]) {
    await assertLinearAsync(8000, (count) => {
      const items = Array.from({ length: count }, () => item);
      const all = files({ 'page1.jsonld': JSON.stringify(items), 'page1.txt': '甲'.repeat(count) });
      return costAsync(async () => {
        const [read] = await readAll(w3c, all);
        assert.equal(new Set(read!.document.tags.map(({ id }) => id)).size, count);
      });
    });
  }
});

test('a set without a tag comes back as a document without one', async () => {
  const empty = { name: 'a.txt', text: '甲', tags: [], annotator: '' };
  const read = await readAll(w3c, written(w3c, [empty]));
  assert.deepEqual(read, [{ document: empty, problems: [] }]);
});
