import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { importBratConfiguration } from '../../../client/src/annotations/formats/brat/configuration.ts';
import { nameOfType, typeName } from '../../../client/src/annotations/formats/brat/names.ts';
import { brat } from '../../../client/src/annotations/formats/brat.ts';
import { doccano } from '../../../client/src/annotations/formats/doccano.ts';
import type { Loss } from '../../../client/src/annotations/formats/features.ts';
import {
  describeFormatProblem,
  FormatProblemError,
} from '../../../client/src/annotations/formats/format-problem.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { assertLinearAsync, costAsync } from '../../property/growth.ts';
import { createTag } from './example-tag.ts';
import { context, type Files, readAll, written } from './round-trip.ts';

function files(contents: Record<string, string>): Files {
  return new Map(Object.entries(contents).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

function lines(...each: readonly string[]): string {
  return `${each.join('\n')}\n`;
}

/** The tags of `a.ann` on `a.txt`, each on a line, and the problems with their lines. */
async function read(text: string, standoff: string, more: Record<string, string> = {}) {
  const [found] = await readAll(brat, files({ 'a.txt': text, 'a.ann': standoff, ...more }));
  const { document, problems, scheme } = found!;
  const byId = new Map(document.tags.map((tag) => [tag.id, tag]));
  const words = (tag: TaggedText['tags'][number]) =>
    tag.state === 'orphan'
      ? `lost ${tag.quotes.map(({ exact }) => exact).join('…')}`
      : tag.spans.map(({ start, end }) => text.slice(start, end)).join('…');
  return {
    document,
    tags: document.tags,
    found: document.tags.map((tag) => `${tag.label}: ${words(tag)}`),
    links: document.tags.flatMap((tag) =>
      tag.relations.map(({ type, target }) => `${words(tag)} ${type} ${words(byId.get(target)!)}`),
    ),
    problems: problems.map((problem) => `${problem.line} ${describeFormatProblem(problem)}`),
    scheme,
  };
}

function contents(documents: readonly TaggedText[]): Record<string, string> {
  return Object.fromEntries(
    [...written(brat, documents)].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

// The lines are those of https://brat.nlplab.org/standoff.html, on a sentence of our own that fits them.
const sony = 'Sony announced a joint venture with Ericsson in Tokyo, and its share rose.';

test('brat’s manual: text-bound annotations, one of them of two fragments', async () => {
  const { found, problems } = await read(
    'North and South America',
    lines('T1\tLocation 0 5;16 23\tNorth America', 'T2\tLocation 10 23\tSouth America'),
  );
  assert.deepEqual(found, ['Location: North…America', 'Location: South America']);
  assert.deepEqual(problems, []);
});

test('brat’s manual: a relation, with a tab at its end; an event with its trigger and roles', async () => {
  const { found, links, problems } = await read(
    sony,
    lines(
      'T1\tOrganization 0 4\tSony',
      'T2\tMERGE-ORG 15 30\ta joint venture',
      'T3\tOrganization 36 44\tEricsson',
      'T4\tCountry 48 53\tTokyo',
      'E1\tMERGE-ORG:T2 Org1:T1 Org2:T3 ',
      'R1\tOrigin Arg1:T3 Arg2:T4\t',
    ),
  );
  assert.deepEqual(found, [
    'Organization: Sony',
    'MERGE-ORG: a joint venture',
    'Organization: Ericsson',
    'Country: Tokyo',
  ]);
  // The number of a role says only that there are several of it.
  assert.deepEqual(links, [
    'a joint venture Org Sony',
    'a joint venture Org Ericsson',
    'Ericsson Origin Tokyo',
  ]);
  assert.deepEqual(problems, []);
});

test('brat’s manual: an equivalence, attributes, a normalisation, and notes', async () => {
  const { tags, problems } = await read(
    sony,
    lines(
      'T1\tOrganization 0 4\tSony',
      'T2\tOrganization 59 62\tits',
      'T3\tMERGE-ORG 15 30\ta joint venture',
      'E1\tMERGE-ORG:T3 Org1:T1',
      '*\tEquiv T1 T2',
      'A1\tNegation E1',
      'A2\tConfidence E1 L1',
      'M3\tSpeculation T1',
      'N1\tReference T1 Wikipedia:534366\tSony Group',
      '#1\tAnnotatorNotes T1\tthis annotation is suspect',
      '#2\tAnnotatorNotes E1\tsecond',
    ),
  );
  const [company, venture, its] = tags;
  assert.equal(company!.chain, 'T1');
  assert.equal(its!.chain, 'T1');
  assert.deepEqual(company!.attributes, { Speculation: true, Reference: 'Wikipedia:534366 Sony Group' });
  assert.deepEqual(venture!.attributes, { Negation: true, Confidence: 'L1' });
  assert.deepEqual([company!.note, venture!.note], ['this annotation is suspect', 'second']);
  assert.deepEqual(problems, []);
});

test('the BioNLP Shared Task’s files: events of events, a modification of one, a normalisation in words', async () => {
  const { found, links, tags, problems } = await read(
    'p53 may block the expression of IL-2.',
    lines(
      'T1\tProtein 0 3\tp53',
      'T2\tProtein 32 36\tIL-2',
      'T3\tGene_expression 18 28\texpression',
      'T4\tNegative_regulation 8 13\tblock',
      'E2\tNegative_regulation:T4 Theme:E1 Cause:T1',
      'E1\tGene_expression:T3 Theme:T2',
      'M1\tSpeculation E2',
      'N1\tReference Annotation:T2 Referent:Uniprot:P60568',
    ),
  );
  assert.deepEqual(found, [
    'Protein: p53',
    'Negative_regulation: block',
    'Gene_expression: expression',
    'Protein: IL-2',
  ]);
  assert.deepEqual(links, ['block Theme expression', 'block Cause p53', 'expression Theme IL-2']);
  assert.deepEqual(tags[1]!.attributes, { Speculation: true });
  assert.deepEqual(tags[3]!.attributes, { Reference: 'Uniprot:P60568' });
  assert.deepEqual(problems, []);
});

test('two events with one trigger are two tags on its words', async () => {
  const { found, links } = await read(
    sony,
    lines(
      'T1\tX 0 4\tSony',
      'T2\tX 36 44\tEricsson',
      'T3\tS 5 14\tannounced',
      'E1\tS:T3 Who:T1',
      'E2\tS:T3 Who:T2',
    ),
  );
  assert.deepEqual(found.filter((each) => each === 'S: announced').length, 2);
  assert.deepEqual(links.sort(), ['announced Who Ericsson', 'announced Who Sony']);
});

test('offsets count code points, and a DOS line end as two', async () => {
  const { found, problems } = await read('𠮷\r\n甲国\r\n', lines('T1\tparty 3 5\t甲国'));
  assert.deepEqual([found, problems], [['party: 甲国'], []]);
});

test('words that are not where the file says are lost words, told with the line; none are looked for elsewhere', async () => {
  const { found, problems } = await read(
    '甲国和乙国',
    lines(
      'T1\tparty 0 2\t乙国',
      'T2\tparty 3 9\t乙国',
      'T3\tparty 0 2;3 5\t甲国 丙国',
      'T4\tparty 0 2;3 5\t甲国',
    ),
  );
  assert.deepEqual(
    [...found].sort(),
    ['lost 乙国', 'lost 乙国', 'lost 甲国…', 'lost 甲国…丙国'].map((each) => `party: ${each}`).sort(),
  );
  assert.deepEqual(
    problems.map((each) => each.slice(0, 1)),
    ['1', '2', '3', '4'],
  );
});

test('without its words a line is taken as it is; fragments without a space between them, too, as before brat 1.3', async () => {
  const { found, problems } = await read('甲国和乙国', lines('T1\tparty 0 2', 'T2\tparty 0 2;3 5\t甲国乙国'));
  assert.deepEqual([found.sort(), problems], [['party: 甲国', 'party: 甲国…乙国'], []]);
});

test('lines that are not understood are told, and written back', async () => {
  const strange = [
    'nonsense',
    'T7\tparty x y\t甲国',
    'T1\tparty 3 5\t乙国',
    'X1\tparty T1',
    '#3\tAnnotationError T1\tcheck this',
    'A5\tNegation T9',
    'R4\tonly Arg1:T1',
  ];
  const { document, problems } = await read('甲国和乙国', lines('T1\tparty 0 2\t甲国', ...strange));
  assert.deepEqual(
    problems.map((each) => each.split(' ')[0]),
    ['2', '3', '4', '5', '6', '7', '8'],
  );
  assert.equal(document.tags.length, 1);
  const again = contents([document])['a.ann']!.split('\n');
  // What names something that is not there any more, or has another number now, would say something else.
  assert.deepEqual(again, [
    'T1\tparty 0 2\t甲国',
    'nonsense',
    'T7\tparty x y\t甲国',
    'T1\tparty 3 5\t乙国',
    'X1\tparty T1',
    '#3\tAnnotationError T1\tcheck this',
    'R4\tonly Arg1:T1',
    '',
  ]);
});

test('a note on a link, whose number is given anew, and what a line names that is gone are told as lost', async () => {
  const { document } = await read(
    '甲国和乙国',
    lines(
      'T1\tparty 0 2\t甲国',
      'T2\tparty 3 5\t乙国',
      'R1\tlk Arg1:T1 Arg2:T2',
      '#5\tAnnotatorNotes R1\ton the link',
      'X9\tgarbage',
    ),
  );
  const told = ({ feature, count }: Loss) => `${feature} ${count}`;
  assert.deepEqual(brat.losses(document, context).map(told), ['foreign 1']);
  assert.doesNotMatch(contents([document])['a.ann']!, /on the link/);
  // Another format has no place for either line.
  assert.deepEqual(doccano.losses(document, context).map(told), ['foreign 1']);
  assert.deepEqual(doccano.losses({ ...document, foreign: {} }, context), []);
});

test('a link to what is not there is told', async () => {
  const { links, problems } = await read('甲国', lines('T1\tparty 0 2\t甲国', 'R1\tx Arg1:T1 Arg2:T5'));
  assert.deepEqual([links, problems], [[], ['2 A link leads to “T5”, which is not there; it is left out.']]);
});

const text = '甲国和𠮷国重申\r\n《联合国宪章》的宗旨。';
const document: TaggedText = {
  name: '2031/声明.txt',
  text,
  annotator: '李',
  tags: [
    createTag(text, {
      id: 'urn:uuid:a',
      label: 'party',
      spans: [{ start: 0, end: 2 }],
      chain: '双方',
      note: '第一行\n第二行',
    }),
    createTag(text, {
      id: 'urn:uuid:b',
      label: 'party',
      spans: [{ start: 3, end: 6 }],
      chain: '双方',
      relations: [{ type: 'member-of', target: 'urn:uuid:a' }],
    }),
    createTag(text, {
      id: 'urn:uuid:c',
      label: '立场 甲',
      spans: [{ start: 6, end: 17 }],
      attributes: { stance: '重申', certain: true, weight: 0.5 },
      creator: '李',
      created: '2031-05-09T07:08:09Z',
      modified: '2031-05-09T07:08:09Z',
      review: 'suggested',
    }),
  ],
};

test('what is written: fragments at line ends, ASCII types, choices and flags, notes on one line, classes of two or more', () => {
  const output = contents([document]);
  assert.deepEqual(Object.keys(output), [
    '2031/声明.txt',
    '2031/声明.ann',
    '2031/声明.jiaozhu.json',
    'annotation.conf',
    'visual.conf',
    'kb_shortcuts.conf',
  ]);
  const type = typeName('立场 甲');
  assert.equal(
    output['2031/声明.ann'],
    lines(
      'T1\tparty 0 2\t甲国',
      '#1\tAnnotatorNotes T1\t第一行 第二行',
      'T2\tparty 3 5\t𠮷国',
      'R1\tmember-of Arg1:T2 Arg2:T1\t',
      `T3\t${type} 5 7;9 16\t重申 《联合国宪章》`,
      'A1\tstance T3 重申',
      'A2\tcertain T3',
      '*\tEquiv T1 T2',
    ),
  );
  assert.equal(output['2031/声明.txt'], text);
  assert.deepEqual(JSON.parse(output['2031/声明.jiaozhu.json']!).tags.T3, {
    id: 'urn:uuid:c',
    at: '5 7;9 16',
    spans: [[5, 16]],
    label: '立场 甲',
    shown: { stance: '重申', certain: true },
    attributes: { weight: 0.5 },
    creator: '李',
    created: '2031-05-09T07:08:09Z',
    modified: '2031-05-09T07:08:09Z',
    review: 'suggested',
  });
});

test('what was changed in brat comes back on the tags that they were; what is new has an id of its own', async () => {
  const output = contents([document]);
  const standoff = lines(
    // Another type, other words, no note; the second is gone, and its number is used again elsewhere.
    'T1\torganisation 0 3\t甲国和',
    'T2\tparty 17 19\t宗旨',
    `T3\t${typeName('立场 甲')} 5 7;9 16\t重申 《联合国宪章》`,
    '#1\tAnnotatorNotes T3\t新',
  );
  const [again] = await readAll(brat, files({ ...output, '2031/声明.ann': standoff }));
  const [first, third, fresh] = again!.document.tags;
  assert.deepEqual(
    [first!.id, first!.label, first!.note, first!.chain],
    ['urn:uuid:a', 'organisation', '', undefined],
  );
  assert.deepEqual([third!.id, third!.note, third!.attributes], ['urn:uuid:c', '新', { weight: 0.5 }]);
  assert.equal(third!.spans.length, 1);
  assert.match(fresh!.id, /^urn:uuid:[0-9a-f-]{36}$/);
  assert.equal(again!.document.name, '2031/声明.txt');
  assert.deepEqual(again!.problems, []);
  // As they were.
  const said = ({ label, note, attributes, spans }: Annotation) => ({ label, note, attributes, spans });
  const sent = [document.tags[0]!, document.tags[2]!];
  assert.deepEqual(
    [...again!.former!].map(([id, tag]) => [id, said(tag)]),
    sent.map((tag) => [tag.id, said(tag)]),
  );
});

test('without the file that remembers, a tag over a line end is still one', async () => {
  const { '2031/声明.jiaozhu.json': _memory, ...output } = contents([document]);
  const [again] = await readAll(brat, files(output));
  const tag = again!.document.tags.at(-1)!;
  assert.deepEqual(
    tag.spans.map(({ start, end }) => text.slice(start, end)),
    ['重申\r\n《联合国宪章》'],
  );
});

test('a broken file that remembers is passed over', async () => {
  for (const broken of [
    '',
    '{',
    '[]',
    '{"jiaozhu": 1, "tags": [1]}',
    '{"jiaozhu": 1, "tags": {"T1": {"id": "", "at": 7}}}',
  ]) {
    const { found } = await read('甲国', lines('T1\tparty 0 2\t甲国'), { 'a.jiaozhu.json': broken });
    assert.deepEqual(found, ['party: 甲国'], broken);
  }
});

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

test('two documents whose names differ in the ending alone have files of their own', () => {
  const of = (name: string) => ({ name, text: '甲', tags: [], annotator: '' });
  const names = Object.keys(contents([of('a.txt'), of('a'), of('b.statement')]));
  assert.deepEqual(
    names.filter((name) => name.endsWith('.txt')),
    ['a.txt', 'a-2.txt', 'b.statement.txt'],
  );
});

test('what brat cannot have is told: tags of the document, lost words, line ends alone', () => {
  const losses = brat.losses(
    {
      name: 'a.txt',
      text: '甲\n乙',
      annotator: '',
      tags: [
        createTag('甲\n乙', { id: '1', label: 'topic', spans: [], scope: 'document' }),
        createTag('甲\n乙', { id: '2', label: 'sic', spans: [{ start: 1, end: 2 }] }),
        createTag('甲\n乙', {
          id: '3',
          label: 'party',
          spans: [{ start: 0, end: 1 }],
          relations: [{ type: 'x', target: '2' }],
        }),
      ],
    },
    context,
  );
  assert.deepEqual(
    losses.map(({ feature, tags, tagsLeftOut }) => [feature, tags.join(' '), tagsLeftOut]),
    [
      ['documents', '1', true],
      ['relations', '3', false],
      ['blanks', '2', true],
    ],
  );
});

test('what is said of one tag over and over takes time as its length', async () => {
  const of = (count: number, line: (i: number) => string) =>
    lines('T1\tparty 0 2\t甲国', ...Array.from({ length: count }, (_, i) => line(i + 1)));
  const hostile: readonly ((i: number) => string)[] = [
    (i) => `N${i}\tReference T1 DB:${i}`,
    (i) => `A${i}\tFlag T1`,
    (i) => `#${i}\tAnnotatorNotes T1\t注`,
    () => '*\tEquiv T1 T1 T1',
    (i) => `E${i}\tparty:T1 Who:E${i}`,
    (i) => `R${i}\tx Arg1:T1 Arg2:T1`,
    () => 'T1\tparty 0 2',
  ];
  for (const line of hostile) {
    await assertLinearAsync(8000, (count) =>
      costAsync(async () => {
        await readAll(brat, files({ 'a.txt': '甲国', 'a.ann': of(count, line) }));
      }),
    );
  }
  const text = '甲国'.repeat(8000);
  await assertLinearAsync(8000, (count) => {
    const at = (shift: number) =>
      Array.from({ length: count }, (_, i) => `${2 * i + shift} ${2 * i + shift + 1}`).join(';');
    const memory = { jiaozhu: 1, tags: { T1: { id: 'x', at: at(1) } } };
    const contents = {
      'a.txt': text,
      'a.ann': `T1\tparty ${at(0)}\n`,
      'a.jiaozhu.json': JSON.stringify(memory),
    };
    return costAsync(async () => {
      await readAll(brat, files(contents));
    });
  });
});

test('a file without its text is refused in words', async () => {
  await assert.rejects(
    readAll(brat, files({ 'a.ann': '' })),
    (error) =>
      error instanceof FormatProblemError &&
      error.message === 'The text that these tags are on is not there: a.txt.',
  );
});
