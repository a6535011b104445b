import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementOf } from '../../../client/src/annotations/agreement/agreement.ts';
import type { ComparedDocument } from '../../../client/src/annotations/agreement/compared-document.ts';
import { confusionRows } from '../../../client/src/annotations/agreement/confusion.ts';
import type { ReadingPart } from '../../../server/src/protocol.ts';
import { compared, done, tag } from './compared.ts';
import { rounded } from './ratings.ts';

const overallOf = (...documents: ComparedDocument[]) => agreementOf(documents).overall;

describe('What is a unit', () => {
  test('a character: Bertha and Bill of Krippendorff 1995, p. 57, as tags: κ .385, π .314, α .329', () => {
    const { all } = overallOf(
      compared({
        Bertha: '甲甲[a 甲甲甲甲甲甲甲甲]甲甲甲甲[a 甲甲甲甲甲甲]甲甲甲甲',
        Bill: '甲甲甲甲[a 甲甲甲甲]甲甲甲甲甲甲甲[a 甲甲]甲甲甲甲甲甲甲',
      }),
    );
    assert.deepEqual(
      [all.cohenKappa, all.fleissKappa, all.krippendorffAlpha].map((each) => rounded(each)),
      [0.385, 0.314, 0.329],
    );
  });

  test('white space and line breaks are none: tags on the same words are equal however the lines are broken', () => {
    const { characters, exact, all } = overallOf(
      compared({ Li: '[party 中 方\n]主张 和平', Wang: '[party 中 方]\n主张 和平' }),
    );
    assert.equal(characters, 6);
    assert.equal(rounded(exact.f1), 1);
    assert.equal(rounded(all.cohenKappa), 1);
  });

  test('a character beyond the basic plane is one', () => {
    assert.equal(overallOf(compared({ Li: '[place 𠀋𠀋]市', Wang: '𠀋𠀋市' })).characters, 3);
  });

  test('fragments are one span; where only white space is between them they are as one piece', () => {
    const text = '中 方和法方主张';
    const documents = (other: readonly (readonly [number, number])[]) => [
      {
        name: 'a.txt',
        text,
        parts: [],
        annotators: [
          {
            annotator: 'Li',
            tags: [
              tag('party', [
                [0, 1],
                [2, 3],
              ]),
              done(),
            ],
          },
          { annotator: 'Wang', tags: [tag('party', other), done()] },
        ],
      },
    ];
    assert.equal(rounded(agreementOf(documents([[0, 3]])).overall.exact.f1), 1);
    const apart = agreementOf(
      documents([
        [0, 3],
        [4, 6],
      ]),
    ).overall;
    assert.equal(rounded(apart.exact.f1), 0);
    assert.equal(rounded(apart.overlapping.f1), 1);
  });
});

describe('Overlaps', () => {
  const document = compared({
    Li: '[position [party 中方]主张]和平',
    Wang: '[position 中方主张]和平',
  });

  test('count for each label by itself', () => {
    const { labels } = agreementOf([document]);
    assert.deepEqual(
      labels.map(({ label, all, spans }) => [label, rounded(all.cohenKappa), spans]),
      [
        ['party', 0, [1, 0]],
        ['position', 1, [1, 1]],
      ],
    );
  });

  test('two labels on a character are another category than one of them, over all labels', () => {
    // 2 characters {party, position} against {position}, 2 {position} both, 2 none both.
    const { all } = overallOf(document);
    assert.equal(rounded(all.observed), 0.667);
    assert.equal(rounded(all.cohenKappa), 0.5);
  });

  test('the order in which tags are made makes no difference', () => {
    const { all } = overallOf(
      compared({ Li: '[position [party 中方]]和平', Wang: '[party [position 中方]]和平' }),
    );
    assert.equal(rounded(all.cohenKappa), 1);
  });
});

describe('Units that nobody tagged', () => {
  // 2 both party, 2 one party and the other place, 6 nobody.
  const { overall, labels } = agreementOf([
    compared({
      Li: '[party 甲甲][party 乙乙]丙丙丙丙丙丙',
      Wang: '[party 甲甲][place 乙乙]丙丙丙丙丙丙',
    }),
  ]);
  const { all, tagged, taggedCharacters, exact } = overall;

  test('as the page about agreement works it out by hand', () => {
    assert.equal(rounded(labels[0]!.all.cohenKappa), 0.545);
    assert.deepEqual([rounded(exact.precision), rounded(exact.recall), rounded(exact.f1)], [0.5, 0.5, 0.5]);
  });

  test('are counted, and left out, side by side', () => {
    assert.equal(taggedCharacters, 4);
    assert.deepEqual([rounded(all.observed), rounded(tagged.observed)], [0.8, 0.5]);
    // Expected: .4 × .2 party + .6 × .6 nothing = .44.
    assert.equal(rounded(all.cohenKappa), 0.643);
    assert.equal(rounded(tagged.cohenKappa), 0);
  });

  test('tell nothing where nobody tagged anything: no measure is 1', () => {
    const { overall } = agreementOf([compared({ Li: '甲乙丙', Wang: '甲乙丙' })]);
    assert.deepEqual(
      [
        overall.all.cohenKappa,
        overall.all.fleissKappa,
        overall.all.krippendorffAlpha,
        overall.all.gwetAc1,
        overall.tagged.krippendorffAlpha,
        overall.alphaU,
        overall.exact.f1,
        overall.overlapping.precision,
      ].map((each) => rounded(each)),
      [
        'no-variation',
        'no-variation',
        'no-variation',
        'no-variation',
        'nothing',
        'untagged',
        'untagged',
        'untagged',
      ],
    );
  });
});

test('disjoint work is never 1', () => {
  const { overall } = agreementOf([compared({ Li: '[a 甲甲]乙乙丙丙', Wang: '甲甲[a 乙乙]丙丙' })]);
  assert.deepEqual(
    [overall.all.cohenKappa, overall.all.krippendorffAlpha, overall.exact.f1, overall.overlapping.f1].map(
      (each) => rounded(each),
    ),
    [-0.5, -0.375, 0, 0],
  );
  assert.ok(overall.alphaU.value! < 0);
});

describe('Only what both finished', () => {
  const parts: ReadingPart[] = [
    { kind: 'title', label: '声明', start: 0, end: 2 },
    { kind: 'section', label: '一', start: 2, end: 6 },
    { kind: 'section', label: '二', start: 6, end: 10 },
  ];
  const document = (li: number[], wang: number[]): ComparedDocument => ({
    name: 'a.txt',
    text: '声明甲甲乙乙丙丙丁丁',
    parts,
    annotators: [
      { annotator: 'Li', tags: [tag('a', [[2, 4]]), tag('a', [[6, 8]]), ...li.map((start) => done(start))] },
      { annotator: 'Wang', tags: [tag('a', [[2, 4]]), ...wang.map((start) => done(start))] },
    ],
  });

  test('sections that both marked count, others do not', () => {
    const { overall, documents, leftOut } = agreementOf([document([2, 6], [0, 2])]);
    assert.equal(overall.characters, 4);
    assert.equal(rounded(overall.all.cohenKappa), 1);
    assert.deepEqual(overall.spans, [1, 1]);
    assert.deepEqual(documents[0]!.finished, [8, 6]);
    assert.deepEqual(
      documents[0]!.sections.map(({ label, characters }) => [label, characters]),
      [
        ['声明', 0],
        ['一', 4],
        ['二', 0],
      ],
    );
    assert.deepEqual(leftOut, []);
  });

  test('a document that no two finished is left out, and said to be', () => {
    const { overall, leftOut } = agreementOf([document([2], [6])]);
    assert.equal(overall.characters, 0);
    assert.equal(rounded(overall.all.cohenKappa), 'nothing');
    assert.deepEqual(leftOut, [{ name: 'a.txt', why: 'unfinished', finished: [4, 4] }]);
  });

  test('so is one of which one has no file of tags', () => {
    const alone = { ...document([2], []), name: 'b.txt' };
    const { leftOut } = agreementOf([{ ...alone, annotators: alone.annotators.slice(0, 1) }], {
      annotators: ['Li', 'Wang'],
    });
    assert.deepEqual(leftOut, [{ name: 'b.txt', why: 'one-annotator', finished: [4, null] }]);
  });

  test('with “unfinished” all counts, and the report says so', () => {
    const report = agreementOf([document([], [])], { unfinished: true });
    assert.equal(report.unfinished, true);
    assert.equal(report.overall.characters, 10);
    assert.equal(rounded(report.overall.exact.f1), 0.667);
  });

  test('a tag that both were to find counts where it begins; characters beyond are cut off', () => {
    const across = document([2], [2]);
    const li = across.annotators[0]!;
    const { overall } = agreementOf([
      { ...across, annotators: [{ ...li, tags: [tag('a', [[2, 8]]), done(2)] }, across.annotators[1]!] },
    ]);
    assert.equal(overall.characters, 4);
    assert.deepEqual(overall.spans, [1, 1]);
    assert.equal(rounded(overall.overlapping.f1), 1);
    assert.equal(rounded(overall.all.observed), 0.5);
  });
});

test('suggested tags count on request, rejected, lost and wider ones never', () => {
  const document: ComparedDocument = {
    name: 'a.txt',
    text: '甲甲乙乙',
    parts: [],
    annotators: [
      { annotator: 'Li', tags: [tag('a', [[0, 2]]), done()] },
      {
        annotator: 'Wang',
        tags: [
          tag('a', [[0, 2]], { review: 'suggested' }),
          tag('a', [[2, 4]], { review: 'rejected' }),
          tag('a', [[2, 2]], { state: 'orphan' }),
          tag('a', [[2, 4]], { scope: 'section' }),
          tag('a', [], { scope: 'document' }),
          done(),
        ],
      },
    ],
  };
  assert.deepEqual(agreementOf([document]).overall.spans, [1, 0]);
  // That one is lost is said.
  assert.deepEqual(agreementOf([document]).gone, [0, 1]);
  assert.deepEqual(agreementOf([document]).documents[0]!.gone, [0, 1]);
  const all = agreementOf([document], { reviews: ['accepted', 'suggested'] }).overall;
  assert.deepEqual([all.spans, rounded(all.exact.f1)], [[1, 1], 1]);
});

test('of three, precision, recall and F1 are means over the same pairs', () => {
  const { exact } = agreementOf([
    compared({ Li: '[a 甲甲]乙乙', Wang: '[a 甲甲]乙乙', Zhao: '甲甲乙乙' }),
  ]).overall;
  // Li and Wang agree; Zhao tagged nothing, so that both pairs with Zhao have 0 of everything.
  assert.deepEqual(
    [exact.precision, exact.recall, exact.f1].map((each) => rounded(each)),
    [0.333, 0.333, 0.333],
  );
});

test('by kind of part over all documents, by document, and by label', () => {
  const parts = (kind: ReadingPart['kind']): ReadingPart[] => [
    { kind: 'title', label: 'T', start: 0, end: 2 },
    { kind, label: 'S', start: 2, end: 6 },
  ];
  const report = agreementOf([
    compared({ Li: '甲甲[a 乙乙]丙丙', Wang: '甲甲[a 乙乙]丙丙' }, { name: '1', parts: parts('section') }),
    compared({ Li: '[a 甲甲]乙乙丙丙', Wang: '甲甲[b 乙乙]丙丙' }, { name: '2', parts: parts('closing') }),
  ]);
  assert.deepEqual(
    report.partKinds.map(({ kind, characters, exact }) => [kind, characters, rounded(exact.f1)]),
    [
      ['title', 4, 0],
      ['section', 4, 1],
      ['closing', 4, 0],
    ],
  );
  assert.deepEqual(
    report.documents.map(({ name, exact, alphaU }) => [name, rounded(exact.f1), rounded(alphaU) === 1]),
    [
      ['1', 1, true],
      ['2', 0, false],
    ],
  );
  assert.deepEqual(
    report.labels.map(({ label, spans }) => [label, spans]),
    [
      ['a', [2, 1]],
      ['b', [0, 1]],
    ],
  );
});

test('the confusion of labels is of the spans that have most in common', () => {
  const [pair] = agreementOf([
    compared({
      Li: '[party 甲甲][place 乙乙乙]丙[date 丁丁]戊戊',
      Wang: '[party 甲甲][party 乙乙]乙[place 丙]丁丁[date 戊戊]',
    }),
  ]).pairs;
  assert.deepEqual(pair!.annotators, ['Li', 'Wang']);
  assert.deepEqual(pair!.confusion.labels, ['date', 'party', 'place']);
  // Rows Li, columns Wang: date, party, place, nothing.
  assert.deepEqual(confusionRows(pair!.confusion), [
    [0, 0, 0, 1],
    [0, 1, 0, 0],
    [0, 1, 0, 0],
    [1, 0, 1, 0],
  ]);
});

test('of three, Fleiss’ κ, α and AC1 are of all together, and the rest are means of pairs', () => {
  const { overall, pairs } = agreementOf([
    compared({ A: '[a 甲甲]乙乙', B: '[a 甲甲]乙乙', C: '甲甲[a 乙乙]' }),
  ]);
  assert.deepEqual(
    pairs.map(({ annotators, cohenKappa, exact }) => [
      annotators.join(''),
      rounded(cohenKappa),
      rounded(exact.f1),
    ]),
    [
      ['AB', 1, 1],
      ['AC', -1, 0],
      ['BC', -1, 0],
    ],
  );
  assert.deepEqual(
    [overall.all.cohenKappa, overall.exact.f1, overall.all.fleissKappa, overall.all.krippendorffAlpha].map(
      (each) => rounded(each),
    ),
    [-0.333, 0.333, -0.333, -0.222],
  );
});

test('who has not finished a section is not heard on it, the others are', () => {
  const document = compared({ A: '[a 甲甲]乙乙', B: '[a 甲甲]乙乙', C: '甲甲[a 乙乙]' });
  const report = agreementOf([
    {
      ...document,
      annotators: document.annotators.map((each) =>
        each.annotator === 'C' ? { ...each, tags: each.tags.slice(0, -1) } : each,
      ),
    },
  ]);
  assert.equal(rounded(report.overall.all.krippendorffAlpha), 1);
  assert.deepEqual(report.overall.spans, [1, 1, 0]);
  assert.deepEqual(report.documents[0]!.finished, [4, 4, 0]);
  assert.deepEqual(
    report.pairs.map(({ cohenKappa }) => rounded(cohenKappa)),
    [1, 'nothing', 'nothing'],
  );
});

test('labels may be called as they like', () => {
  const document = compared({ Li: '甲甲乙乙', Wang: '甲甲乙乙' });
  const annotators = document.annotators.map(({ annotator, tags }) => ({
    annotator,
    tags: [...tags, tag('__proto__', [[0, 2]]), tag('constructor', [[2, 4]]), tag('', [[0, 1]])],
  }));
  const report = agreementOf([{ ...document, annotators }]);
  assert.deepEqual(
    report.labels.map(({ label }) => label),
    ['', '__proto__', 'constructor'],
  );
  assert.equal(rounded(report.overall.all.cohenKappa), 1);
});

test('without documents, or with one annotator, nothing is defined and nothing throws', () => {
  assert.equal(rounded(agreementOf([]).overall.all.cohenKappa), 'nothing');
  const report = agreementOf([compared({ Li: '[a 甲]' })]);
  assert.deepEqual([report.pairs, rounded(report.overall.all.krippendorffAlpha)], [[], 'nothing']);
});

test('the report can be written as JSON as it is', () => {
  const report = agreementOf([
    compared({ Li: '[a 甲甲]乙乙', Wang: '甲甲[b 乙乙]' }),
    compared({ Li: '甲' }),
  ]);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});
