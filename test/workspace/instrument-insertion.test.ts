import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstrumentFile } from '../../server/src/instruments/instrument.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { instrumentInsertion } from '../../server/src/workspace/instrument-insertion.ts';
import { instrumentSkeleton } from '../../server/src/workspace/instrument-skeleton.ts';
import { readInstruments } from '../../server/src/workspace/instruments-file.ts';
import { cost } from '../property/growth.ts';

const none = new Set<string>();
const water = instrumentSkeleton({ title: '《甲乙引水协定》' }, none);

/** The file after the entry was added. */
function added(text: string | undefined): string {
  const edit = instrumentInsertion(text, water);
  assert.ok(edit !== null);
  const after = applyEdits(text ?? '', [edit]);
  const { instruments, problems } = readInstruments(after, { instruments: [] });
  assert.deepEqual(problems, []);
  assert.deepEqual(instruments!.at(-1), water);
  return after;
}

test('a file that is not there yet, or empty', () => {
  const content = `{
  "instruments": [
    {
      "id": "instrument-1",
      "kind": "agreement",
      "names": {
        "zh": "甲乙引水协定"
      },
      "sources": {}
    }
  ]
}
`;
  assert.equal(added(undefined), content);
  assert.equal(added(' \n'), content);
});

test('after the entries that are there, written as they are', () => {
  const before = `{
    "instruments": [
        { "id": "bridge", "kind": "treaty", "names": { "zh": "甲乙桥梁条约" }, "sources": {} }
    ],
    "ambiguousNames": []
}
`;
  assert.equal(
    added(before),
    `{
    "instruments": [
        { "id": "bridge", "kind": "treaty", "names": { "zh": "甲乙桥梁条约" }, "sources": {} },
        {
            "id": "instrument-1",
            "kind": "agreement",
            "names": {
                "zh": "甲乙引水协定"
            },
            "sources": {}
        }
    ],
    "ambiguousNames": []
}
`,
  );
});

test('line ends, tabs and a BOM stay', () => {
  const before =
    '\ufeff{\r\n\t"instruments": [\r\n\t\t{ "id": "bridge", "kind": "treaty", "names": { "zh": "甲乙桥梁条约" }, "sources": {} }\r\n\t]\r\n}';
  const after = added(before);
  assert.ok(after.startsWith(before.slice(0, before.indexOf('}\r\n\t]') + 1)));
  assert.ok(!/[^\r]\n/.test(after));
  assert.ok(after.includes('\r\n\t\t\t"id": "instrument-1"'));
});

test('an empty list, a file on one line, and one without a list', () => {
  assert.ok(added('{\n  "instruments": []\n}\n').includes('\n    {\n      "id": "instrument-1"'));
  const line = '{"instruments":[{"id":"bridge","kind":"treaty","names":{"zh":"甲乙桥梁条约"},"sources":{}}]}';
  assert.ok(!added(line).includes('\n'));
  added('{}');
  assert.ok(added('{\n  "ambiguousNames": ["山城宣言"]\n}\n').endsWith('  ]\n}\n'));
});

test('a file that a person must mend first is left alone', () => {
  for (const text of ['{', '[]', '{ "instruments": {} }', 'null']) {
    assert.equal(instrumentInsertion(text, water), null, text);
  }
});

test('a skeleton has a free id, the kind that its title sounds like, and no fact without a source', () => {
  const skeleton = (title: string, more: object = {}, taken = none) =>
    instrumentSkeleton({ title, ...more }, taken);
  assert.equal(skeleton('甲乙联合声明', {}, new Set(['instrument-1'])).id, 'instrument-2');
  const peace = '哈萨克斯坦共和国和老挝人民民主共和国和平条约';
  assert.equal(skeleton(peace).id, 'kz-la-treaty');
  assert.equal(skeleton(peace, {}, new Set(['kz-la-treaty'])).id, 'kz-la-treaty-2');
  assert.equal(
    skeleton('中华人民共和国和法蘭西共和国联合聲明', { date: '2031', source: '某文' }).id,
    'cn-fr-joint-statement-2031',
  );
  assert.equal(skeleton('关于中国参加渔业公约的议定书').id, 'instrument-1', 'one state is no two parties');
  const kinds = [
    '甲乙条约',
    '甲乙條約',
    '甲乙联合公报',
    '甲乙声明',
    '甲乙共同声明',
    '甲乙条约（草案）',
    '甲乙',
  ];
  assert.deepEqual(
    kinds.map((title) => skeleton(title).kind),
    ['treaty', 'treaty', 'communique', 'declaration', 'joint-statement', 'draft', 'treaty'],
  );
  assert.equal(skeleton('《甲乙〈山川条约〉纲要》').names.zh, '甲乙〈山川条约〉纲要');
  assert.equal(skeleton('甲乙条约', { date: '2031-05' }).adopted, undefined);
  const dated = skeleton('甲乙条约', { date: '2031-05', source: '甲国和乙国联合声明' });
  assert.equal(dated.id, 'instrument-1-2031');
  assert.deepEqual(dated.adopted, { date: '2031-05' });
  const file: InstrumentFile = { instruments: [dated] };
  assert.deepEqual(readInstruments(JSON.stringify(file), { instruments: [] }).problems, []);
});

test('among very many other members an entry is added in time that grows as they do', () => {
  const costOf = (members: number) => {
    const text = `{${Array.from({ length: members }, (_, i) => `"k${i}": 1`).join(',')} }`;
    return cost(() => {
      const edit = instrumentInsertion(text, water)!;
      assert.equal(edit.start, text.length - 2);
    });
  };
  costOf(100);
  const [short, long] = [costOf(500), costOf(2000)];
  assert.ok(long <= 8 * short + 60, `${short} ms, ${long} ms`);
});

test('where the list is there twice, nothing is added to the one that does not count', () => {
  for (const text of [
    '{ "instruments": [{ "id": "a" }, {}], "instruments": [{ "id": "b" }] }',
    '{ "instruments": [], "instruments": [] }',
  ]) {
    assert.equal(instrumentInsertion(text, water), null, text);
  }
});
