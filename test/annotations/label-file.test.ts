import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { parseLabels, serialiseLabels } from '../../client/src/annotations/label-file.ts';
import {
  attributesOf,
  labelOf,
  relationsBetween,
  suggestionKinds,
} from '../../client/src/annotations/labels.ts';
import { describeProblem, problemMessages } from '../../client/src/annotations/problem.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../client/src/annotations/labels.schema.json', import.meta.url), 'utf8'),
);
/** What the schema says to editors, and no validator needs. */
const forEditors = ['markdownDescription', 'patternErrorMessage', 'defaultSnippets'];
const ajv = new Ajv({ formats: { 'color-hex': true }, keywords: forEditors, strictTypes: false });
const matches = ajv.compile(schema);

test('The built-in labels have ASCII ids, both names, a guideline, a group and a key each', () => {
  const { labels } = diplomaticScheme;
  assert.deepEqual(
    labels.map(({ key }) => key),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
  );
  const groups = diplomaticScheme.groups.map(({ id }) => id);
  for (const { id, name, description, guideline, group } of labels) {
    assert.match(id, /^[a-z]+$/);
    for (const text of [name, description, guideline!]) assert.ok(text.zh !== '' && text.en !== '', id);
    assert.ok(groups.includes(group!), id);
  }
});

test('Written as a file, the built-in scheme fits the schema and reads as it was', () => {
  const file = serialiseLabels(diplomaticScheme);
  assert.equal(matches(JSON.parse(file)), true, JSON.stringify(matches.errors));
  assert.deepEqual(parseLabels(file), { scheme: diplomaticScheme, problems: [] });
});

test('What the built-in scheme lets say: stance and speaker of a position, and to whom it may lead', () => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  assert.deepEqual(ids(attributesOf(diplomaticScheme, 'position')), [
    'state',
    'stance',
    'speaker',
    'uncertain',
  ]);
  assert.deepEqual(ids(attributesOf(diplomaticScheme, 'date')), ['iso', 'uncertain']);
  assert.deepEqual(ids(relationsBetween(diplomaticScheme, 'position', 'party')), ['speaker', 'about']);
  assert.deepEqual(ids(relationsBetween(diplomaticScheme, 'position', 'place')), ['about']);
  assert.deepEqual(ids(relationsBetween(diplomaticScheme, 'place', 'party')), []);
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

test('A scheme with groups, guidelines, keys of both kinds, attributes and relations', () => {
  const text = `{"groups": [{"id": "who", "name": {"zh": "谁", "en": "Who"}}],
    "labels": [
      {"id": "actor", "key": "A", "group": "who", "guideline": "一般**只标**词语。", "suggestion": "party"},
      {"id": "act", "key": 7, "suggestion": "none"}],
    "attributes": [
      {"id": "tone", "kind": "choice", "choices": ["强", {"id": "weak", "name": {"zh": "弱", "en": "Weak"}}], "default": "强", "labels": ["act"]},
      {"id": "sure", "kind": "flag", "default": true},
      {"id": "weight", "kind": "number", "default": 0.5},
      {"id": "words", "kind": "text", "labels": ["sic"]}],
    "relations": [{"id": "by", "from": ["act"], "to": ["actor"], "description": "谁做的"}]}`;
  const { scheme, problems } = parseLabels(text);
  assert.deepEqual(problems, []);
  assert.equal(matches(JSON.parse(text)), true);
  const [actor, act] = scheme.labels;
  assert.deepEqual([actor!.group, actor!.key, actor!.suggestion], ['who', 'A', 'party']);
  assert.equal(actor!.guideline?.zh, '一般**只标**词语。');
  assert.deepEqual([act!.key, act!.suggestion], ['7', 'none']);
  assert.deepEqual(
    scheme.attributes.map(({ id, kind, choices, default: preset, labels }) => [
      id,
      kind,
      choices.map((choice) => `${choice.id}=${choice.name.en}`).join(' '),
      preset,
      labels.join(' '),
    ]),
    [
      ['tone', 'choice', '强=强 weak=Weak', '强', 'act'],
      ['sure', 'flag', '', true, ''],
      ['weight', 'number', '', 0.5, ''],
      ['words', 'text', '', undefined, 'sic'],
    ],
  );
  assert.deepEqual(scheme.relations, [
    {
      id: 'by',
      name: { zh: 'by', en: 'by' },
      description: { zh: '谁做的', en: '谁做的' },
      from: ['act'],
      to: ['actor'],
    },
  ]);
  assert.deepEqual(parseLabels(serialiseLabels(scheme)), { scheme, problems: [] });
});

/** Problems as `line path code`. */
function told(text: string): string[] {
  return parseLabels(text).problems.map(({ code, path, line }) => `${line} ${path} ${code}`);
}

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
  assert.deepEqual(told(text), [
    '2 labels[0].id bad-id',
    '3 labels[1].colour bad-colour',
    '3 labels[1].key bad-key',
    '4 labels[2] id-twice',
    '5 labels[3].name bad-text',
    '5 labels[3].description bad-text',
    '6 labels[4].key key-twice',
    '7 labels[5] not-a-label',
  ]);
  assert.deepEqual(
    scheme.labels.map(({ id, key }) => [id, key]),
    [
      ['a', undefined],
      ['b', '0'],
      ['c', undefined],
      ['sic', undefined],
    ],
  );
  assert.equal(describeProblem(problems.at(-2)!), 'The key 0 is already the key of "b".');
  assert.equal(describeProblem(problems[0]!, 'zh').startsWith('"甲方" 不能作标识'), true);
});

test('Faults in groups, attributes and relations take away no more than they must', () => {
  const text = `{
    "groups": [{"id": "who"}, {"id": "who"}, "what"],
    "labels": [
      {"id": "a", "key": "q", "group": "whom", "suggestion": "peoples", "colur": "#000000"},
      {"id": "reviewed"}],
    "attributes": [
      {"id": "x", "kind": "choice"},
      {"id": "y", "kind": "flag", "default": 1, "choices": ["1"]},
      {"id": "z", "kind": "choice", "choices": ["甲", "甲", " "], "default": "乙", "labels": ["a", "b"]},
      {"id": "toString", "kind": "text"},
      {"id": "w", "kind": "date"},
      {"id": "v", "kind": "text", "labels": "a"}],
    "relations": [{"id": "r", "from": ["b"], "to": ["a", "sic"]}, []]
  }`;
  const { scheme } = parseLabels(text);
  assert.deepEqual(told(text), [
    '2 groups[1] id-twice',
    '2 groups[2] not-a-group',
    '4 labels[0].colur unknown-field',
    '4 labels[0].key small-letter-key',
    '4 labels[0].group unknown-group',
    '4 labels[0].suggestion bad-suggestion',
    '5 labels[1].id reserved-id',
    '7 attributes[0] no-choices',
    '8 attributes[1].choices choices-of-no-choice',
    '8 attributes[1].default bad-default',
    '9 attributes[2].choices[1] id-twice',
    '9 attributes[2].choices[2] bad-choice',
    '9 attributes[2].default bad-default',
    '9 attributes[2].labels[1] unknown-label',
    '10 attributes[3].id reserved-id',
    '11 attributes[4].kind bad-attribute-kind',
    '12 attributes[5].labels bad-label-list',
    '13 relations[0].from[0] unknown-label',
    '13 relations[1] not-a-relation',
  ]);
  assert.deepEqual(
    scheme.labels.map(({ id, key, group }) => [id, key, group]),
    [
      ['a', undefined, undefined],
      ['sic', '0', undefined],
    ],
  );
  assert.deepEqual(
    scheme.attributes.map(({ id, choices, labels }) => [id, choices.map(({ id }) => id), labels]),
    [
      ['y', [], []],
      ['z', ['甲'], ['a', 'b']],
      ['v', [], []],
    ],
  );
  // Of a label that is not there: else the relation would come to lead from any.
  assert.deepEqual(scheme.relations[0]!.from, ['b']);
  const small = parseLabels(text).problems.find(({ code }) => code === 'small-letter-key')!;
  assert.match(
    describeProblem(small),
    /^"q" cannot be .* the small letters are the commands of the tagging mode/,
  );
  assert.match(describeProblem(small, 'zh'), /小写字母是标注模式的命令/);
});

test('A file of faults alone is told of by its first ones', () => {
  const text = `{"labels": [\n${Array.from({ length: 20_000 }, () => '{"id": ""}').join(',\n')}\n]}`;
  const { scheme, problems } = parseLabels(text);
  assert.equal(scheme, diplomaticScheme);
  assert.equal(problems.length, 51);
  assert.equal(describeProblem(problems[50]!), 'From here on there is more that is wrong: 19950.');
  assert.equal(problems[50]!.line, 52);
});

test('The schema and the reader find the same files good and bad', () => {
  const label = (more: string) => `{"labels": [{"id": "a", ${more}}]}`;
  const attribute = (more: string) => `{"labels": [{"id": "a"}], "attributes": [{"id": "b", ${more}}]}`;
  const good = [
    '{"labels": [{"id": "a"}], "groups": [], "attributes": [], "relations": []}',
    '{"$schema": "x", "labels": [{"id": "__proto__", "name": {"zh": "甲", "en": ""}}]}',
    label('"colour": {"light": "#000000", "dark": "#ffffff"}, "key": "Z", "description": "<img onerror>"'),
    attribute('"kind": "flag", "default": false'),
    attribute('"kind": "number", "default": -1, "labels": []'),
    attribute('"kind": "text", "default": "？"'),
    '{"labels": [{"id": "sic", "suggestion": "none"}], "relations": [{"id": "r", "to": ["sic"]}]}',
  ];
  const bad = [
    '[]',
    '{}',
    '{"labels": []}',
    '{"labels": {}}',
    '{"labels": ["a"]}',
    '{"labels": [{}]}',
    '{"labels": [{"id": "a"}], "label": []}',
    '{"labels": [{"id": "a"}], "groups": {}}',
    '{"labels": [{"id": "a"}], "groups": [{"id": "甲"}]}',
    '{"labels": [{"id": "a"}], "relations": [{"id": "r", "from": "a"}]}',
    '{"labels": [{"id": "a"}], "relations": [{"id": "r", "between": ["a"]}]}',
    `{"labels": [{"id": "${'a'.repeat(65)}"}]}`,
    '{"labels": [{"id": "reviewed"}]}',
    label('"name": ""'),
    label('"name": {}'),
    label('"name": {"zh": "", "en": ""}'),
    label('"name": {"zh": "甲", "fr": "un"}'),
    label('"name": {"zh": 1, "en": "one"}'),
    label('"guideline": ["…"]'),
    label('"colour": "#fff"'),
    label('"colour": {"light": "#000000"}'),
    label('"colour": {"light": "#000000", "dark": "#ffffff", "grey": "#777777"}'),
    label('"key": "a"'),
    label('"key": "10"'),
    label('"key": 1.5'),
    label('"key": "Ａ"'),
    label('"group": 1'),
    label('"suggestion": "stance"'),
    label('"hotkey": "A"'),
    attribute('"name": "b"'),
    attribute('"kind": "date"'),
    attribute('"kind": "flag", "default": "yes"'),
    attribute('"kind": "number", "default": "1"'),
    attribute('"kind": "text", "default": ""'),
    attribute('"kind": "text", "choices": ["甲"]'),
    attribute('"kind": "choice"'),
    attribute('"kind": "choice", "choices": []'),
    attribute('"kind": "choice", "choices": [""]'),
    attribute('"kind": "choice", "choices": [{"name": "甲"}]'),
    attribute('"kind": "choice", "choices": ["甲"], "default": true'),
    attribute('"kind": "flag", "labels": [1]'),
    '{"labels": [{"id": "a"}], "attributes": [{"id": "constructor", "kind": "flag"}]}',
  ];
  // What one entry says of another is beyond a schema.
  const badForTheReader = [
    '{"labels": [{"id": "a"}, {"id": "a"}]}',
    '{"labels": [{"id": "a", "key": "1"}, {"id": "b", "key": 1}]}',
    label('"group": "who"'),
    attribute('"kind": "flag", "labels": ["c"]'),
    attribute('"kind": "choice", "choices": ["甲"], "default": "乙"'),
    '{"labels": [{"id": "a"}], "relations": [{"id": "r", "to": ["c"]}]}',
  ];
  for (const text of good) assert.deepEqual([matches(JSON.parse(text)), told(text)], [true, []], text);
  for (const text of bad) {
    assert.equal(matches(JSON.parse(text)), false, text);
    assert.equal(told(text).length, 1, text);
  }
  for (const text of badForTheReader) {
    assert.equal(matches(JSON.parse(text)), true, text);
    assert.equal(told(text).length, 1, text);
  }
});

test('The schema explains every field in both languages, and knows the kinds of suggestions', () => {
  type Described = { readonly description: string; readonly markdownDescription: string };
  type WithFields = { readonly properties?: Readonly<Record<string, Described>> };
  const fields = [schema, ...Object.values<WithFields>(schema.definitions)].flatMap((each: WithFields) =>
    Object.entries(each.properties ?? {}),
  );
  assert.ok(fields.length > 25);
  for (const [name, { description, markdownDescription }] of fields) {
    assert.equal(markdownDescription.startsWith(`${description}\n\n`), true, name);
    assert.match(markdownDescription.slice(description.length), /\p{Script=Han}/u, name);
  }
  assert.deepEqual(schema.definitions.label.properties.suggestion.enum, suggestionKinds);
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

test('the example on the page about the labels file is sound', () => {
  const page = readFileSync(new URL('../../docs/labels.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
  assert.deepEqual(parseLabels(example).problems, []);
  assert.equal(matches(JSON.parse(example)), true);
  for (const { properties } of Object.values<{ properties?: object }>(schema.definitions)) {
    for (const field of Object.keys(properties ?? {})) assert.ok(page.includes(field), field);
  }
});
