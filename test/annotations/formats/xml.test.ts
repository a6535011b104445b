import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  describeFormatProblem,
  FormatProblemError,
} from '../../../client/src/annotations/formats/format-problem.ts';
import {
  allowedInXml,
  countForbiddenInXml,
  createXmlReader,
  type XmlEvent,
  xmlAttribute,
  xmlAttributes,
  xmlEvents,
  xmlText,
} from '../../../client/src/annotations/formats/xml/xml.ts';
import { assertLinear, cost } from '../../property/growth.ts';

/** What stands in the element and its attribute of a document that holds both as written. */
function readBack(text: string): { attribute: string; content: string } {
  let attribute = '';
  let content = '';
  for (const event of xmlEvents(`<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`)) {
    if (event.kind === 'start') attribute = event.attributes.get('b') ?? '';
    if (event.kind === 'text') content += event.text;
  }
  return { attribute, content };
}

function problemOf(text: string): { line: number; message: string } {
  try {
    for (const _ of xmlEvents(text));
  } catch (error) {
    assert(error instanceof FormatProblemError, String(error));
    return { line: error.problem.line, message: describeFormatProblem(error.problem) };
  }
  return assert.fail('read without a problem');
}

test('any text comes back from an element and from an attribute, white space and line ends included', () => {
  const text = `</a> & "双" '单' ]]> \t 一\r\n二\r三\n四 \u0085\u2028 𠮷 &amp; \ufeff`;
  assert.deepEqual(readBack(text), { attribute: text, content: text });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const allowed = allowedInXml(any);
      assert.equal(allowed.length, any.length);
      assert.deepEqual(readBack(any), { attribute: allowed, content: allowed });
    }),
  );
});

test('what XML 1.0 forbids is one U+FFFD for each code unit, and counted', () => {
  const text = 'a\0b\x0bc\ud800d\udc00\ud842\udfb7\ufffe\uffff\ud800';
  assert.equal(allowedInXml(text), 'a\ufffdb\ufffdc\ufffdd\ufffd\ud842\udfb7\ufffd\ufffd\ufffd');
  assert.equal(countForbiddenInXml(text), 7);
  assert.equal(countForbiddenInXml('一\t\r\n𠮷'), 0);
});

test('attributes that are undefined are not written', () => {
  assert.equal(xmlAttributes({ name: 'a"b', line: 3, none: undefined }), ' name="a&quot;b" line="3"');
});

test('elements and attributes are told by namespace, whatever their prefix', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<q:a xmlns:q="urn:a" xmlns:w="urn:b"
  w:id="1" id="2"><q:b/>文<![CDATA[<字>]]><!-- no --></q:a>`;
  const events = [...xmlEvents(text)].map((event) =>
    event.kind === 'start' ? { ...event, attributes: [...event.attributes] } : event,
  );
  assert.deepEqual(events, [
    {
      kind: 'start',
      uri: 'urn:a',
      local: 'a',
      attributes: [
        ['{urn:b}id', '1'],
        ['id', '2'],
      ],
      line: 2,
    },
    { kind: 'start', uri: 'urn:a', local: 'b', attributes: [], line: 3 },
    { kind: 'end', uri: 'urn:a', local: 'b' },
    { kind: 'text', text: '文' },
    { kind: 'text', text: '<字>' },
    { kind: 'end', uri: 'urn:a', local: 'a' },
  ]);
});

test('pieces may be cut anywhere', () => {
  const text = '<a b="1&amp;2">𠮷&lt;<c/>\r\n</a>';
  const whole: XmlEvent[] = [...xmlEvents(text)];
  const reader = createXmlReader();
  const pieces = [...Array(text.length).keys()].flatMap((at) => reader.read(text.charAt(at)));
  assert.deepEqual([...pieces, ...reader.end()], whole);
});

test('names of prototypes are names like others', () => {
  const [start] = [...xmlEvents('<constructor __proto__="1" toString="2"/>')];
  assert(start?.kind === 'start');
  assert.deepEqual([...start.attributes], Object.entries({ ['__proto__']: '1', toString: '2' }));
});

test('what is not well-formed is told with its line', () => {
  assert.deepEqual(problemOf('<a>\n<b>\n</a>'), {
    line: 3,
    message: 'This is not well-formed XML: unexpected close tag.',
  });
  assert.equal(problemOf('<a>\n\n').line, 3);
  assert.equal(problemOf('').message, 'This is not well-formed XML: document must contain a root element.');
  assert.match(problemOf('{"json": true}').message, /^This is not well-formed XML: /);
});

test('entities that a file declares are not expanded, nor files read that it names', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>\n<a>&y;</a>`;
  assert.deepEqual(problemOf(laughs), {
    line: 2,
    message: 'This is not well-formed XML: undefined entity.',
  });
  const outside = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a b="&x;"/>`;
  assert.match(problemOf(outside).message, /undefined entity/);
  assert.match(problemOf('<a>&constructor;</a>').message, /undefined entity/);
});

test('nesting has an end', () => {
  assert.equal(
    problemOf(`${'<a>'.repeat(100_000)}`).message,
    'This is nested more than 200 levels deep; nothing is read of it.',
  );
});

test('reading takes linear time', () => {
  const read = (text: string) =>
    cost(() => {
      for (const _ of xmlEvents(text));
    });
  assertLinear('<b c="1"/>文', 400_000, (text) => read(`<a>${text}</a>`));
  assertLinear('&amp;', 400_000, (text) => read(`<a>${text}</a>`));
  assertLinear('&#9;', 400_000, (text) => read(`<a b="${text}"/>`));
  assertLinear('<!ENTITY x "y">', 400_000, (text) => read(`<!DOCTYPE a [${text}]><a/>`));
  assertLinear(' -', 400_000, (text) => read(`<a><!--${text} --></a>`));
  assertLinear('b', 100_000, (text) =>
    read(`<a ${[...text].map((letter, index) => `${letter}${index}=""`).join(' ')}/>`),
  );
});
