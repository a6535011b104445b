import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { parseLabels, serialiseLabels } from '../../client/src/annotations/label-file.ts';
import { withAddedLabels } from '../../client/src/annotations/label-file-additions.ts';
import { joinedLabels, missingLabels, noLabels } from '../../client/src/annotations/label-merging.ts';
import type { Label, LabelScheme } from '../../client/src/annotations/labels.ts';

function label(id: string, name = id, more: Partial<Label> = {}): Label {
  const colour = { light: '#123456', dark: '#abcdef' };
  return { id, name: { zh: name, en: name }, colour, description: { zh: '', en: '' }, ...more };
}

function scheme(labels: readonly Label[], more: Partial<LabelScheme> = {}): LabelScheme {
  return { ...noLabels, labels, ...more };
}

const idsOf = ({ labels }: LabelScheme) => labels.map(({ id }) => id);

test('what is there stays, what is not is added', () => {
  const ours = scheme([label('party', '当事方'), label('place', '地点')]);
  const theirs = scheme([label('place', 'Ort'), label('date', '日期')]);
  const { missing, kept } = missingLabels(ours, theirs);
  assert.deepEqual(missing.labels, [label('date', '日期')]);
  assert.deepEqual(kept, ['place']);
});

test('a label that another tool knows by its name alone is the one of that name', () => {
  const ours = scheme([label('party', '当事方'), label('label', '地点')]);
  // Two codes of a codebook, whose ids are made up since their names have no letters that an id may have.
  const theirs = scheme([label('label', '当事方'), label('label-2', '时间')]);
  const { missing, kept } = missingLabels(ours, theirs);
  assert.deepEqual(kept, ['party']);
  // 时间 is neither `party` nor `label`, which is 地点.
  assert.deepEqual(missing.labels, [label('label-2', '时间')]);
  const others = missingLabels(
    joinedLabels(ours, missing),
    scheme([label('label-2', '甲'), label('label', '乙')]),
  );
  assert.deepEqual(idsOf(others.missing), ['label-3', 'label-4']);
  assert.deepEqual(missingLabels(ours, scheme([label('Party', 'Party')])).kept, []);
  const english = scheme([{ ...label('party'), name: { zh: '当事方', en: 'Party' } }]);
  assert.deepEqual(missingLabels(english, scheme([label('Party', 'Party')])).kept, ['party']);
});

test('a label that the file gives an id of its own is none of that name: its tags carry the id', () => {
  const { missing } = missingLabels(scheme([label('party', '当事方')]), scheme([label('side', '当事方')]));
  assert.deepEqual(idsOf(missing), ['side']);
});

test('ids that a file of labels cannot have are made ones; groups, attributes and relations follow', () => {
  const long = 'x'.repeat(70);
  const theirs = scheme(
    [label('当事方', '当事方', { group: '谁' }), label('reviewed'), label(long), label('__proto__')],
    {
      groups: [{ id: '谁', name: { zh: '谁', en: '谁' } }],
      attributes: [
        {
          id: 'sure',
          name: { zh: '', en: '' },
          description: { zh: '', en: '' },
          kind: 'flag',
          choices: [],
          labels: ['当事方'],
        },
      ],
      relations: [
        { id: 'of', name: { zh: '', en: '' }, description: { zh: '', en: '' }, from: [long], to: ['当事方'] },
      ],
    },
  );
  const { missing } = missingLabels(noLabels, theirs);
  const [first, reviewed, cut, proto] = idsOf(missing);
  assert.deepEqual([first, reviewed, cut?.length], ['label', 'reviewed-2', 50]);
  assert.equal(missing.labels[0]!.group, missing.groups[0]!.id);
  assert.deepEqual(missing.attributes[0]!.labels, ['label']);
  assert.deepEqual(missing.relations[0], { ...theirs.relations[0]!, from: [cut], to: ['label'] });
  const { problems } = parseLabels(serialiseLabels(missing));
  assert.deepEqual(problems, []);
  assert.notEqual(proto, '__proto__');
});

test('a key that is taken is left out', () => {
  const ours = scheme([label('a', 'a', { key: '1' })]);
  const { missing } = missingLabels(
    ours,
    scheme([label('b', 'b', { key: '1' }), label('c', 'c', { key: '2' })]),
  );
  assert.deepEqual(
    missing.labels.map(({ key }) => key),
    [undefined, '2'],
  );
});

test('“as printed” is there always', () => {
  const { missing, kept } = missingLabels(diplomaticScheme, scheme([label('sic')]));
  assert.deepEqual([idsOf(missing), kept], [[], []]);
});

test('what is added to a file leaves the rest to the letter, and is read from it', () => {
  const text = `\ufeff{
\t"note": "kept", "groups": [],
\t"labels": [
\t\t{ "id": "party", "unknown": 1.0 },
\t\t{ "id": "bad id" }
\t]
}
`.replaceAll('\n', '\r\n');
  const added = missingLabels(parseLabels(text).scheme, diplomaticScheme).missing;
  const result = withAddedLabels(text, added)!;
  assert.ok(result.startsWith(text.slice(0, text.indexOf('"groups"'))));
  assert.ok(result.includes('{ "id": "party", "unknown": 1.0 },\r\n\t\t{ "id": "bad id" },\r\n    {'));
  assert.doesNotMatch(result, /[^\r]\n/);
  const read = parseLabels(result);
  assert.deepEqual(
    read.problems.map(({ code }) => code),
    ['unknown-field', 'unknown-field', 'bad-id'],
  );
  const byId = (id: string) => read.scheme.labels.find((each) => each.id === id);
  for (const each of added.labels) assert.deepEqual(byId(each.id), each);
  assert.deepEqual(read.scheme.attributes, diplomaticScheme.attributes);
  assert.deepEqual(read.scheme.relations, diplomaticScheme.relations);
  assert.equal(withAddedLabels(text, noLabels), text);
});

test('a file that is no list of labels, or has one twice, is not added to', () => {
  const added = scheme([label('a')]);
  for (const text of [
    '',
    '{',
    '[]',
    '{"labels":{}}',
    '{"labels":[],"labels":[]}',
    '{"labels":[],"groups":1}',
  ]) {
    const group = { id: 'g', name: { zh: 'g', en: 'g' } };
    assert.equal(withAddedLabels(text, { ...added, groups: [group] }), undefined, text);
  }
  assert.deepEqual(idsOf(parseLabels(withAddedLabels('{"labels":[]}', added)!).scheme), ['a', 'sic']);
});

test('tens of thousands of labels take time that grows as they do', () => {
  const many = scheme(Array.from({ length: 20_000 }, (_, i) => label(i % 2 ? `l-${i}` : '当事方', `名${i}`)));
  const { missing } = missingLabels(noLabels, many);
  assert.equal(new Set(idsOf(joinedLabels(noLabels, missing))).size, 10_001);
});
