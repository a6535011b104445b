import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { importBratConfiguration } from '../../../client/src/annotations/formats/brat/configuration.ts';
import { nameOfType, typeName } from '../../../client/src/annotations/formats/brat/names.ts';
import { brat } from '../../../client/src/annotations/formats/brat.ts';
import { contents, document, files, lines } from './brat-files.ts';
import { readAll } from './round-trip.ts';

test('the configuration reads back as the scheme, with its names, groups, choices and ends of relations', () => {
  const output = contents([document]);
  const { scheme, problems, visualProblems } = importBratConfiguration(
    output['annotation.conf']!,
    output['visual.conf']!,
  );
  const type = typeName('立场 甲');
  assert.deepEqual(
    scheme!.labels.map(({ id, name }) => [id, name.zh]),
    [...diplomaticScheme.labels.map(({ id, name }) => [id, name.zh]), [type, '立场 甲']].sort((a, b) => {
      const at = (id: string) => scheme!.labels.findIndex((label) => label.id === id);
      return at(a[0]!) - at(b[0]!);
    }),
  );
  for (const { id, kind, choices, labels } of diplomaticScheme.attributes) {
    if (kind !== 'choice' && kind !== 'flag') continue;
    const back = scheme!.attributes.find((each) => each.id === id)!;
    assert.deepEqual(
      [back.kind, back.choices.map((choice) => choice.id), [...back.labels].sort()],
      [kind, choices.map((choice) => choice.id), [...labels].sort()],
      id,
    );
  }
  for (const { id, from, to } of diplomaticScheme.relations) {
    const back = scheme!.relations.find((each) => each.id === id)!;
    if (from.length > 0) assert.deepEqual([...back.from].sort(), [...from].sort(), id);
    if (to.length > 0) assert.deepEqual([...back.to].sort(), [...to].sort(), id);
  }
  assert.deepEqual(visualProblems, []);
  // That any may overlap, and that brat's own relation is symmetric, is all that a scheme has no place for.
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['brat-symmetric', 'brat-overlap'],
  );
});

test('the configuration of the folder, or of one above, is read with a document of brat’s own', async () => {
  const all = files({
    'x/y/a.txt': '甲国',
    'x/y/a.ann': lines('T1\tState 0 2\t甲国'),
    'x/annotation.conf': '[entities]\nState\n',
    'x/visual.conf': '[labels]\nState | 国家\n',
    'annotation.conf': '[entities]\nOther\n',
  });
  const [found] = await readAll(brat, all);
  assert.deepEqual(
    found!.scheme!.labels.slice(0, 1).map(({ id, name }) => [id, name.zh]),
    [['State', '国家']],
  );
});

test('every name has a type of its own, which reads back', () => {
  const names = [
    'party',
    '缔约方',
    '立场方',
    'u--x',
    'u--',
    '-',
    '___',
    'a b',
    'Equiv',
    '𠮷',
    '',
    '__proto__',
    'u---41-',
  ];
  const types = names.map(typeName);
  assert.equal(new Set(types).size, names.length);
  for (const type of types) assert.match(type, /^[A-Za-z0-9_-]+$/);
  assert.deepEqual(types.map(nameOfType), names);
  for (const type of ['u--', 'u--zz', 'u---110000-', 'u---41-'])
    assert.equal(typeof nameOfType(type), 'string');
});
