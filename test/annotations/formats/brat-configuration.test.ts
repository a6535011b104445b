import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importBratConfiguration } from '../../../client/src/annotations/formats/brat/configuration.ts';
import { parseLabels, serialiseLabels } from '../../../client/src/annotations/label-file.ts';
import { describeProblem } from '../../../client/src/annotations/problem.ts';
import { assertLinear, cost } from '../../property/growth.ts';

const annotation = `# 我们的方案
[entities]
!Actor
\tState|国家
\tBody
\t\tCouncil
-----
Place
Treaty

[relations]
<WHO>=State|Body
member-of\tArg1:State, Arg2:Body
about Arg1:<WHO>, Arg2:<ENTITY>
Coref\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive
<OVERLAP> Arg1:Treaty, Arg2:Place, <OVL-TYPE>:contain
half Arg1:State

[events]
Sign\tWho+:State|Body, What:Treaty, Where?:Place

[attributes]
Negation\tArg:<EVENT>
Certainty Arg:<ANY>, Value:sure|likely|不详
Rank Arg:<RELATION>, Value:1|2
Kind Arg:Council|Treaties

[options]
Tokens tokenizer:regex
`;
const visual = `[labels]
State | 国家 | 国
Council | 理事会
Certainty | 把握

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken
State bgColor:#fca
Place\tbgColor:navy, fgColor:white
Treaty bgColor:mauvish
`;

test('types become labels and groups, with names, colours and keys', () => {
  const { scheme } = importBratConfiguration(annotation, visual);
  assert.deepEqual(
    scheme!.labels.map(({ id, name, group, key }) => [id, name.zh, group, key]),
    [
      ['State', '国家', 'Actor', '1'],
      ['Body', 'Body', 'Actor', '2'],
      ['Council', '理事会', 'Actor', '3'],
      ['Place', 'Place', undefined, '4'],
      ['Treaty', 'Treaty', undefined, '5'],
      ['Sign', 'Sign', undefined, '6'],
      ['sic', '原文如此', undefined, '0'],
    ],
  );
  assert.deepEqual(
    scheme!.groups.map(({ id }) => id),
    ['Actor'],
  );
  const [state, , , place] = scheme!.labels;
  assert.equal(state!.description.zh, '国家');
  // Darker and lighter, as far as it takes to be seen.
  assert.deepEqual(state!.colour, { light: '#8c705e', dark: '#ffccaa' });
  assert.equal(place!.colour.light, '#000080');
});

test('relations, roles of events and attributes, with what they may be on; a type stands for those below it', () => {
  const { scheme } = importBratConfiguration(annotation, visual);
  const ends = scheme!.relations.map(({ id, from, to }) => [id, from.join(' '), to.join(' ')]);
  assert.deepEqual(ends, [
    ['Who', 'Sign', 'State Body Council'],
    ['What', 'Sign', 'Treaty'],
    ['Where', 'Sign', 'Place'],
    ['member-of', 'State', 'Body Council'],
    ['about', 'State Body Council', 'State Body Council Place Treaty'],
    ['Coref', 'State Body Council Place Treaty', 'State Body Council Place Treaty'],
  ]);
  assert.deepEqual(
    scheme!.attributes.map(({ id, name, kind, choices, labels }) => [
      id,
      name.zh,
      kind,
      choices.map(({ id }) => id).join(' '),
      labels.join(' '),
    ]),
    [
      ['Negation', 'Negation', 'flag', '', 'Sign'],
      ['Certainty', '把握', 'choice', 'sure likely 不详', ''],
      ['Kind', 'Kind', 'flag', '', 'Council'],
    ],
  );
});

test('what cannot be held, or is held otherwise, is named with its line', () => {
  const { problems, visualProblems } = importBratConfiguration(annotation, visual);
  assert.deepEqual(
    problems.map(({ line, code, values }) => `${line} ${code} ${values.join(' ')}`),
    [
      '15 brat-symmetric Coref',
      '16 brat-overlap <OVERLAP>',
      '17 brat-relation half',
      '20 brat-event Sign',
      '25 brat-of-relation Rank',
      '26 brat-type Treaties',
      '28 brat-section options',
    ],
  );
  assert.deepEqual(
    visualProblems.map((problem) => `${problem.line} ${describeProblem(problem)}`),
    ['10 mauvish is not a colour that is known here; “Treaty” has one that was chosen for it.'],
  );
});

test('what is imported is a labels file without a fault', () => {
  const { scheme } = importBratConfiguration(annotation, visual);
  assert.deepEqual(parseLabels(serialiseLabels(scheme!)), { scheme, problems: [] });
});

test('types of Chinese names, twice the same name, and names that are taken: each has an id of its own, and is told', () => {
  const { scheme, problems } = importBratConfiguration(
    '[spans]\n国家\n地点\nA\nA\nreviewed\nsic\n[attributes]\nconstructor Arg:A\n',
  );
  assert.deepEqual(
    scheme!.labels.map(({ id, name }) => `${id} ${name.zh}`),
    ['type 国家', 'type-2 地点', 'A A', 'A-2 A', 'reviewed-2 reviewed', 'sic sic'],
  );
  assert.deepEqual(
    problems.map(({ line, values }) => `${line} ${values.join(' ')}`),
    ['2 国家 type', '3 地点 type-2', '5 A A-2', '6 reviewed reviewed-2', '9 constructor constructor-2'],
  );
  assert.deepEqual(scheme!.attributes[0]!.labels, ['A', 'A-2']);
  assert.deepEqual(parseLabels(serialiseLabels(scheme!)).problems, []);
});

test('what is no configuration gives no scheme, says so, and takes no time', () => {
  const bomb = `[entities]\n<A>=x|x\n${Array.from({ length: 60 }, (_, i) => `<${'B'.repeat(i + 1)}>=<${i ? 'B'.repeat(i) : 'A'}><${i ? 'B'.repeat(i) : 'A'}>`).join('\n')}\n<${'B'.repeat(60)}>\n`;
  for (const text of [
    '',
    'State\n',
    '[entities]\n',
    '\u0000[',
    '[entities]\n|||\n!\n',
    bomb,
    `[entities]\n${'A\n'.repeat(200_000)}`,
  ]) {
    const { scheme, problems } = importBratConfiguration(text, '<svg onload=alert(1)>');
    assert.equal(scheme, undefined);
    assert.ok(problems.length > 0);
  }
});

test('a line of 99,000 characters takes no more than its length in time', () => {
  const lines = [
    (text: string) => `[entities]\n<x>=a${text}b`,
    (text: string) => `[entities]\na${text}b`,
    (text: string) => `[a${text}b`,
  ];
  for (const line of lines) {
    for (const unit of [' ', '] ', '-', ','])
      assertLinear(unit, 99_000, (text) => cost(() => importBratConfiguration(line(text))));
  }
});

test('line ends, a byte order mark and spaces for tabs make no difference', () => {
  const plain = importBratConfiguration(annotation, visual);
  assert.deepEqual(
    importBratConfiguration(`\ufeff${annotation.replaceAll('\n', '\r\n')}`, visual.replaceAll('\t', '  ')),
    plain,
  );
  assert.deepEqual(importBratConfiguration(annotation.replaceAll('\t', ' '), visual), plain);
});

test('labels whose names say what they are for get suggestions, whatever language or case', () => {
  const { scheme } = importBratConfiguration(
    '[entities]\nPER\nOrganization\ngpe\nTIME\nState\nActor\n\tPersonality\nTreaty\nThing|立场\nObl\n[events]\nPlacement\n',
    '[labels]\nObl | 义务\n',
  );
  assert.deepEqual(
    scheme!.labels.map(({ id, suggestion }) => [id, suggestion]),
    [
      ['PER', 'person'],
      ['Organization', 'organisation'],
      ['gpe', 'place'],
      ['TIME', 'date'],
      ['State', 'party'],
      ['Actor', undefined],
      ['Personality', undefined],
      ['Treaty', 'instrument'],
      ['Thing', 'position'],
      ['Obl', 'commitment'],
      ['Placement', undefined],
      ['sic', undefined],
    ],
  );
});
