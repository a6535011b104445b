import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Guideline, names, readMarkdown } from '../../client/src/panel/page/markdown.ts';

/** A guideline as nested lists: an element's name, then what is in it. */
function outline(parts: readonly Guideline[]): unknown[] {
  return parts.map((part) =>
    typeof part === 'string'
      ? part
      : [part.href ? `${part.name} ${part.href}` : part.name, ...outline(part.children)],
  );
}

const read = (text: string) => outline(readMarkdown(text));

test('headings, lists, emphasis and tables are read', () => {
  assert.deepEqual(read('## 何时用\n\n标**整个名称**，不标*引号*。\n\n1. 甲\n2. 乙'), [
    ['h3', '何时用'],
    ['p', '标', ['strong', '整个名称'], '，不标', ['em', '引号'], '。'],
    ['ol', ['li', ['p', '甲']], ['li', ['p', '乙']]],
  ]);
  assert.deepEqual(read('|标|不标|\n|-|-|\n|双方|两国|'), [
    ['table', ['tr', ['th', '标'], ['th', '不标']], ['tr', ['td', '双方'], ['td', '两国']]],
  ]);
});

test('emphasis that ends in Chinese punctuation is emphasis', () => {
  assert.deepEqual(read('见**《联合国宪章》。**其余不标。'), [
    ['p', '见', ['strong', '《联合国宪章》。'], '其余不标。'],
  ]);
});

test('headings keep their order, and begin below the panel’s own', () => {
  assert.deepEqual(read('### 甲\n\n# 乙\n\n###### 丙'), [
    ['h4', '甲'],
    ['h3', '乙'],
    ['h5', '丙'],
  ]);
});

test('HTML is text', () => {
  const script = '<img src=x onerror="window.ran=1">';
  assert.deepEqual(read(`${script}\n\n甲${script}</script>`), [
    ['p', script],
    ['p', '甲', script, '</script>'],
  ]);
});

test('only an address of the web is a link; others are shown', () => {
  assert.deepEqual(
    read(
      '[甲](https://example.org/a) [乙](javascript:x) [丙](http://example.org) [丁][d]\n\n[d]: https://example.org/d',
    ),
    [
      [
        'p',
        ['link https://example.org/a', '甲'],
        ' ',
        '乙',
        ' (javascript:x)',
        ' ',
        '丙',
        ' (http://example.org)',
        ' ',
        ['link https://example.org/d', '丁'],
      ],
    ],
  );
});

test('a picture is told by its words, and loads nothing', () => {
  assert.deepEqual(read('![图例](https://example.org/a.png)'), [['p', '图例']]);
});

test('what nests deeper than anybody writes is shown as text', () => {
  const depth = (parts: readonly Guideline[]): number =>
    Math.max(0, ...parts.map((part) => (typeof part === 'string' ? 0 : 1 + depth(part.children))));
  const parts = readMarkdown(`${'>'.repeat(500)} 甲`);
  assert.ok(depth(parts) < 20);
  assert.match(JSON.stringify(parts), /甲/);
});

test('what would take the page too long to read is shown as it is written', () => {
  const hostile = {
    emphasis: '*a_ '.repeat(20_000),
    shortEmphasis: '*a_ '.repeat(1000),
    bold: '**甲。'.repeat(500),
    lists: '1. '.repeat(3000),
    mixedLists: '> - '.repeat(3000),
    quotations: `甲\n\n${'>'.repeat(3000)} 乙`,
    headings: 'a\n=\n'.repeat(3000),
    long: '甲'.repeat(20_001),
  };
  for (const [name, text] of Object.entries(hostile)) assert.deepEqual(read(text), [['pre', text]], name);
});

test('a guideline of many pages and marks, as people write them, is read', () => {
  const page =
    '## 何时用\n\n标**整个名称**，不标*引号*与_书名号_。见[甲](https://a.b)。\n\n- 甲\n  - 乙\n\n> 丙\n\n* * * * * *\n\n|标|不标|\n|-|-|\n|**甲**|乙|\n\n题\n---\n\n';
  const parts = readMarkdown(page.repeat(100));
  assert.ok(parts.length === 700 && parts.every((part) => typeof part !== 'string' && part.name !== 'pre'));
});

test('whatever is written, it is made of the known elements alone', () => {
  const known = new Set<string>(names);
  const check = (parts: readonly Guideline[]) => {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      assert.ok(known.has(part.name), part.name);
      if (part.href !== undefined) assert.match(part.href, /^https:/);
      check(part.children);
    }
  };
  const pieces = [
    '甲',
    '**',
    '*',
    '_',
    '`',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '#',
    '[',
    ']',
    '(',
    ')',
    '<b>',
    '</b>',
  ];
  const more = [
    '|',
    '|-|\n',
    '![',
    'https://a.b',
    'javascript:',
    '<!--',
    '    ',
    '\\',
    '&lt;',
    '\u202e',
    '[x]: ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }), (text) =>
      check(readMarkdown(text.join(''))),
    ),
  );
});
