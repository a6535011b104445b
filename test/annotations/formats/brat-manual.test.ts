import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brat } from '../../../client/src/annotations/formats/brat.ts';
import { doccano } from '../../../client/src/annotations/formats/doccano.ts';
import type { Loss } from '../../../client/src/annotations/formats/features.ts';
import { contents, lines, read } from './brat-files.ts';
import { context } from './round-trip.ts';

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
