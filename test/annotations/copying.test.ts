import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { footnotedMarkdown } from '../../client/src/annotations/copying/footnoted-markdown.ts';
import { inlineXml } from '../../client/src/annotations/copying/inline-xml.ts';
import { tabbed, tagRows } from '../../client/src/annotations/copying/tag-rows.ts';
import { passageOf } from '../../client/src/annotations/copying/written-tag.ts';
import { tagAt } from '../vscode/tag.ts';

const text = '双方重申支持多边主义，反对霸权。';
const names = {
  nameOf: (label: string) => label.toUpperCase(),
  wordsOf: (tag: Annotation) => tag.spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
  sectionOf: () => '一',
};
const whole = { start: 0, end: text.length };
const passage = (...tags: Annotation[]) => passageOf(text, whole, tags, names);
const party = tagAt(0, 2);
const position = tagAt(0, 10, { label: 'position', attributes: { stance: '重申' }, note: 'a "b" <c>' });
const crossing = tagAt(4, 15, { label: 'theme' });

test('XML holds a tag around its words, with its attributes and its note', () => {
  assert.equal(
    inlineXml(passage(position, party)),
    '<statement><position stance="重申" note="a &quot;b&quot; &lt;c&gt;"><party>双方</party>重申支持多边主义</position>，反对霸权。</statement>',
  );
});

test('a tag that crosses another is two empty elements', () => {
  assert.equal(
    inlineXml(passage(position, crossing)),
    '<statement><position stance="重申" note="a &quot;b&quot; &lt;c&gt;">双方重申<theme sID="m2"/>支持多边主义</position>，反对霸权<theme eID="m2"/>。</statement>',
  );
});

test('the fragments of a tag are told to be of one', () => {
  const split = {
    ...party,
    spans: [
      { start: 0, end: 2 },
      { start: 11, end: 13 },
    ],
  };
  assert.equal(
    inlineXml(passage(split)),
    '<statement><party group="1.1">双方</party>重申支持多边主义，<party group="1.2">反对</party>霸权。</statement>',
  );
});

test('a label that is no XML name, an attribute twice, and what XML cannot hold are written all the same', () => {
  const odd = tagAt(0, 2, {
    label: '1 方',
    attributes: { 'a b': 'x', a_b: 'y', note: 'z' },
    note: '\u0000\ud800',
  });
  assert.equal(
    inlineXml(passageOf('双方', { start: 0, end: 2 }, [odd], names)),
    '<statement><tag label="1 方" a_b="x" a_b_="y" note="z" note_="\ufffd\ufffd">双方</tag></statement>',
  );
});

test('of a selection the tags in it are written, and of a tag that reaches out the part within', () => {
  const selected = passageOf(text, { start: 2, end: 6 }, [party, position, crossing], names);
  assert.equal(selected.text, '重申支持');
  assert.deepEqual(
    selected.tags.map(({ label, spans }) => [label, spans]),
    [
      ['position', [{ start: 0, end: 4 }]],
      ['theme', [{ start: 2, end: 4 }]],
    ],
  );
});

test('Markdown has a footnote behind the words of each tag, and no mark of the text means anything', () => {
  assert.equal(
    footnotedMarkdown(passage(party, { ...position, note: '*wow*\n<img>' })),
    '双方[^1]重申支持多边主义[^2]，反对霸权。\n\n[^1]: **PARTY** 双方\n[^2]: **POSITION** 双方重申支持多边主义 · stance: 重申 · \\*wow\\* &lt;img\\>\n',
  );
  assert.equal(
    footnotedMarkdown({ text: '# 一\n- 二\n1. 三\n***', tags: [] }),
    '\\# 一\n\\- 二\n1\\. 三\n\\*\\*\\*\n',
  );
});

test('no line of Markdown is anything but text: no heading, rule, list, code, table or quotation', () => {
  const kindsOf = (markdown: string) => {
    const kinds = new Set<string>();
    const walk = (node: Nodes) => {
      kinds.add(node.type);
      if ('children' in node) for (const child of node.children) walk(child);
    };
    walk(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));
    for (const kind of ['root', 'paragraph', 'text', 'break']) kinds.delete(kind);
    return [...kinds];
  };
  const lines = [
    ...[
      '## 题',
      '###### 题',
      '#',
      '---',
      '--',
      '- - -',
      '===',
      '=',
      '* * *',
      '___',
      '- 甲',
      '+ 乙',
      '1. 丙',
      '2) 丁',
    ],
    ...[
      '    code',
      '\tcode',
      '   \tcode',
      '  - 甲',
      '```',
      '~~~',
      '> 甲',
      '<b>',
      '<img src=x>',
      '[a]: b',
      '![a](b)',
    ],
    ...['|甲|乙|', '|-|-|', ':-', '-:', ':-:', '甲'],
  ];
  for (const line of lines) {
    for (const written of [line, `甲\n${line}`, `甲\n\n${line}`, `${line}\n甲`]) {
      assert.deepEqual(kindsOf(footnotedMarkdown({ text: written, tags: [] })), [], JSON.stringify(written));
    }
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines, ''), { maxLength: 8 }), (some) => {
      assert.deepEqual(kindsOf(footnotedMarkdown({ text: some.join('\n'), tags: [] })), []);
    }),
  );
  assert.equal(footnotedMarkdown({ text: '-5 度：#甲', tags: [] }), '-5 度：#甲\n');
});

/** The cells of a text that is pasted into a spreadsheet: one that begins with a quotation mark goes on to the next alone. */
function pasted(text: string): string[][] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"|([^\t]*))(?=\t|$)/g)].map(([, quoted, bare]) =>
        quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

test('a cell that begins with a quotation mark takes in no other cell', () => {
  const cells = ['"甲', '乙"丙', '""', '丁', '"=1+1"', '"\t"'];
  assert.equal(
    tabbed([
      ['"甲', '乙'],
      ['丙"', '丁'],
    ]),
    '"""甲"\t乙\n"丙"""\t丁\n',
  );
  assert.deepEqual(
    pasted(tabbed([cells, cells])),
    [cells, cells].map((row) => row.map((cell) => cell.replace('\t', ' '))),
  );
});

test('what would be a formula is none, in any width and behind what nobody sees; whatever is quoted is no formula', () => {
  for (const cell of [
    '=1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\u2060=1',
    '\u202e=1',
    '\u0000=1',
    '\ufeff+1',
    '-1',
    '@a',
    '＝1',
    '﹦1',
  ])
    assert.equal(tabbed([[cell]]), `'${cell}\n`, JSON.stringify(cell));
  assert.deepEqual(pasted(tabbed([['="a"&1', '"=1"']])), [[`'="a"&1`, '"=1"']]);
});

test('rows have cells without tabs or line breaks, and nothing that a spreadsheet would run', () => {
  const odd = tagAt(0, 2, { note: '=1+1\tx\ny', attributes: { joint: true } });
  assert.equal(
    tagRows(passage(odd)),
    "words\tlabel\tname\tattributes\tsection\tnote\n双方\tparty\tPARTY\tjoint=true\t一\t'=1+1 x y\n",
  );
});

test('whatever overlaps, the XML is well-formed and holds the text', () => {
  const tag = fc
    .tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom('a', 'b', 'c'))
    .map(([a, b, label]) => tagAt(Math.min(a, b), Math.max(a, b), { label }));
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 8 }), (tags) => {
      const xml = inlineXml(passage(...tags));
      const open: string[] = [];
      for (const [, close, name, empty] of xml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
        if (close) assert.equal(open.pop(), name, xml);
        else if (!empty) open.push(name!);
      }
      assert.deepEqual(open, []);
      assert.equal(xml.replace(/<[^>]*>/g, ''), text);
    }),
  );
});
