import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { commandLink, inertMarkdown } from '../../client/src/vscode/tagging/inert-markdown.ts';

const nodes = (markdown: string): Nodes[] => {
  const all: Nodes[] = [];
  const walk = (node: Nodes) => {
    all.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(markdown));
  return all;
};
const linksOf = (markdown: string) =>
  nodes(markdown).flatMap((node) => (node.type === 'link' ? [node.url] : []));
const kindsOf = (markdown: string) => new Set(nodes(markdown).map(({ type }) => type));
const textOf = (markdown: string) =>
  nodes(markdown)
    .map((node) => (node.type === 'text' ? node.value : node.type === 'break' ? '\n' : ''))
    .join('')
    .replaceAll('\u00a0', ' ');

const hostile = [
  '<command:jiaozhu.tags.remove?%5B%22urn:victim%22%5D#>',
  '\u2068<command:jiaozhu.tags.takeOver>\u2069',
  '[x](command:jiaozhu.tags.remove)',
  '![x](command:jiaozhu.tags.remove)',
  '[x]: command:jiaozhu.tags.remove\n\n[x]',
  '\\<command:a> &lt;command:a&gt; &#60;command:a&#62;',
  '<a href="command:jiaozhu.tags.remove">x</a><img src=x onerror=alert(1)>',
  '# x\n---\n- y\n    <command:a>\n\tz\n1. a\n===\n> b\n```\n~~~',
  '|a|\n|-|\n|b|',
];

for (const text of hostile) {
  test(`is shown as it is written: ${JSON.stringify(text)}`, () => {
    const markdown = inertMarkdown(text);
    assert.deepEqual(
      [...kindsOf(markdown)].filter((kind) => !['root', 'paragraph', 'text', 'break'].includes(kind)),
      [],
    );
    assert.equal(textOf(markdown), text.replaceAll('\t', ' '));
  });
}

test('an address is no link, also for readers of Markdown that make links of bare ones', () => {
  // GitHub Flavored Markdown 0.29, "Autolinks (extension)".
  const bare = /(?:https?|ftp):\/\/|www\.|[\w.+-]@/i;
  for (const text of [
    'https://a.b/c',
    'HTTP://a.b',
    'ftp://a.b',
    'www.a.b',
    'a.b+c@d.e',
    'mailto:a@b.c',
    'xmpp:a@b.c',
  ]) {
    assert.doesNotMatch(inertMarkdown(text), bare);
    assert.equal(textOf(inertMarkdown(text)), text);
  }
});

test('an icon is written by its letters', () => {
  assert.doesNotMatch(inertMarkdown('$(warning)'), /\$\(/);
});

test('whatever is written, it is a paragraph of its text', () => {
  const pieces = [
    '<',
    '>',
    '&',
    '\\',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '-',
    '=',
    '~',
    '|',
    ':',
    ' ',
    '  ',
    '\t',
    '甲',
    'a',
    '1',
    '.',
    'lt;',
    '#60;',
    'command:x',
    'https://a.b',
    '\n',
    '\r\n',
    '"',
    "'",
    '$',
    '@',
    '\u2068',
    '\u0000',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }), (parts) => {
      const text = parts.join('');
      // As in a hover, whose words stand between marks of direction.
      const markdown = `\u2068${inertMarkdown(text)}\u2069`;
      assert.deepEqual(
        kindsOf(markdown),
        new Set(['root', 'paragraph', 'text', ...(/[\r\n]/.test(text) ? ['break'] : [])]),
      );
      const plain = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll('\u0000', '\ufffd');
      assert.equal(textOf(markdown), `\u2068${plain}\u2069`);
    }),
    { numRuns: 500 },
  );
});

test('a link hands over the very argument, whatever that holds and however often it is decoded', () => {
  const check = (argument: string) => {
    const [url = '', ...more] = linksOf(commandLink('Remove', 'jiaozhu.tags.remove', argument));
    assert.deepEqual(more, []);
    const [, command, query = ''] = /^command:([^?#]*)\?([^#]*)$/.exec(url) ?? [];
    assert.equal(command, 'jiaozhu.tags.remove');
    const once = decodeURIComponent(query);
    assert.deepEqual(JSON.parse(once), [argument]);
    assert.deepEqual(JSON.parse(decodeURIComponent(once)), [argument]);
  };
  for (const id of ['urn:a)b', 'urn:a(b', 'urn:%41%', 'a"]#<b>', "a\\b'!*~_`[c](d)", '', '\ud800', '甲\n乙'])
    check(id);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
});
