import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parseLabels } from '../../client/src/annotations/label-file.ts';
import { diplomaticScheme, labelOf } from '../../client/src/annotations/labels.ts';
import { describeProblem, problemMessages } from '../../client/src/annotations/problem.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../client/src/annotations/labels.schema.json', import.meta.url), 'utf8'),
);
const matches = new Ajv({ formats: { 'color-hex': true } }).compile(schema);

test('The built-in labels have ASCII ids, both names, and a key each', () => {
  const { labels } = diplomaticScheme;
  assert.deepEqual(
    labels.map(({ key }) => key),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
  );
  for (const { id, name, description } of labels) {
    assert.match(id, /^[a-z]+$/);
    assert.ok(name.zh !== '' && name.en !== '' && description.zh !== '' && description.en !== '');
  }
  assert.equal(matches(JSON.parse(JSON.stringify({ labels }))), true);
});

test('The built-in colours can be read on light and on dark grounds', () => {
  for (const { id, colour } of diplomaticScheme.labels) {
    assert.ok(contrast(colour.light, '#ffffff') >= 4.5, `${id} on white`);
    assert.ok(contrast(colour.dark, '#1f1f1f') >= 4.5, `${id} on black`);
  }
});

test('A scheme of one’s own: names in one language or two, colours chosen where none is given, sic added', () => {
  const text = `{"labels": [
    {"id": "actor", "name": "行为体", "key": 1},
    {"id": "act", "name": {"en": "Act"}, "colour": "#AA0000", "description": {"zh": "行为"}}
  ]}`;
  const { scheme, problems } = parseLabels(`\ufeff${text}`);
  assert.deepEqual(problems, []);
  assert.equal(matches(JSON.parse(text)), true);
  assert.deepEqual(
    scheme.labels.map(({ id, name, key }) => ({ id, ...name, key })),
    [
      { id: 'actor', zh: '行为体', en: '行为体', key: '1' },
      { id: 'act', zh: 'Act', en: 'Act', key: undefined },
      { id: 'sic', zh: '原文如此', en: 'As printed (sic)', key: '0' },
    ],
  );
  assert.deepEqual(scheme.labels[1]!.colour, { light: '#AA0000', dark: '#AA0000' });
});

test('What is wrong is left out and named with its place; the rest counts', () => {
  const text = `{"labels": [
    {"id": "甲方"},
    {"id": "a", "key": "12", "colour": "red"},
    {"id": "a"},
    {"id": "b", "key": "0", "name": 5, "description": []},
    {"id": "c", "key": "0"},
    7
  ]}`;
  const { scheme, problems } = parseLabels(text);
  assert.deepEqual(
    problems.map(({ code, path, line }) => `${line} ${path} ${code}`),
    [
      '2 labels[0].id bad-label-id',
      '3 labels[1].key bad-key',
      '3 labels[1].colour bad-colour',
      '4 labels[2] label-twice',
      '5 labels[3].name bad-label-name',
      '5 labels[3].description bad-description',
      '6 labels[4].key key-twice',
      '7 labels[5] not-a-label',
    ],
  );
  assert.deepEqual(
    scheme.labels.map(({ id, key }) => [id, key]),
    [
      ['a', undefined],
      ['b', '0'],
      ['c', undefined],
      ['sic', undefined],
    ],
  );
  assert.equal(describeProblem(problems[6]!), 'The key 0 is already the key of "b".');
  assert.equal(describeProblem(problems[0]!, 'zh').startsWith('"甲方" 不能作标识'), true);
});

test('A file that holds no scheme leaves the built-in one, and says why', () => {
  for (const [text, code, line] of [
    ['{"labels": [\n{"id": "a"\n', 'not-json', 3],
    ['null', 'not-a-scheme', 1],
    ['{"labels": {}}', 'not-a-scheme', 1],
  ] as const) {
    const { scheme, problems } = parseLabels(text);
    assert.equal(scheme, diplomaticScheme);
    assert.deepEqual([problems[0]!.code, problems[0]!.line], [code, line]);
  }
  assert.equal(parseLabels('{"labels": []}').scheme, diplomaticScheme);
});

test('A label that the scheme does not know is shown by its id', () => {
  const label = labelOf(diplomaticScheme, 'stance');
  assert.equal(label.known, false);
  assert.equal(label.name.zh, 'stance');
  assert.equal(labelOf(diplomaticScheme, 'party').known, true);
});

test('Every message is there in both languages, with the same places to fill', () => {
  for (const { en, zh } of Object.values(problemMessages)) {
    const holes = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
    assert.deepEqual(holes(zh), holes(en));
    assert.match(zh, /\p{Script=Han}/u);
  }
});

/** The contrast of two colours as WCAG 2 reckons it. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
