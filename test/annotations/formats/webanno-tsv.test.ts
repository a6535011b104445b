import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import {
  escapedLine,
  escapedValue,
  unescaped,
} from '../../../client/src/annotations/formats/webanno-tsv/escapes.ts';
import { webannoTsv } from '../../../client/src/annotations/formats/webanno-tsv.ts';
import { assertLinearAsync, costAsync } from '../../property/growth.ts';
import { seededRandom } from '../../setting/random.ts';
import { inWords, problemsInWords, readOne, tagOn, writtenText } from './format-files.ts';
import { context } from './round-trip.ts';
import { taggedText } from './tagged-texts.ts';

// The examples of the INCEpTION user guide, “WebAnno TSV 3.3 File format”, with the headers that they leave out.

const ner = '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value';
const pos = '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue';

function tsv(header: readonly string[], ...body: readonly string[]): string {
  return ['#FORMAT=WebAnno TSV 3.3', ...header, '', '', ...body, ''].join('\n');
}

test('the guide: a character from the supplementary planes counts two', async () => {
  const file = tsv(
    ['#T_SP=webanno.custom.Emotion'],
    '#Text=I like it 😊 .',
    '1-1\t0-1\tI\t_',
    '1-2\t2-6\tlike\t_',
    '1-3\t7-9\tit\t_',
    '1-4\t10-12\t😊\t*',
    '1-5\t13-14\t.\t_',
  );
  const read = await readOne(webannoTsv, 'x.tsv', file);
  assert.equal(read.document.text, 'I like it 😊 .');
  assert.deepEqual(inWords(read), ['Emotion: 😊']);
  assert.equal(read.document.name, 'x');
});

test('the guide: a sentence of several lines, with an id', async () => {
  const file = tsv(
    [ner],
    '#Sentence.id=s1',
    '#Text=Bell , based in Los Angeles , makes and distributes',
    '#Text=electronic , computer and building products .',
    '1-1\t0-4\tBell\tORG\t',
  );
  const read = await readOne(webannoTsv, 'x.tsv', file);
  assert.equal(
    read.document.text,
    'Bell , based in Los Angeles , makes and distributes\nelectronic , computer and building products .',
  );
});

test('the guide: sub-tokens, also where they overlap', async () => {
  const file = tsv(
    [ner],
    '#Text=Ms. Haag plays',
    '1-1\t0-3\tMs.\t_',
    '1-2\t4-8\tHaag\t_',
    '1-3\t9-14\tplays\t_',
    '1-3.1\t9-12\tpla\ta',
    '1-3.2\t11-14\tays\tb',
  );
  assert.deepEqual(inWords(await readOne(webannoTsv, 'x.tsv', file)), ['a: pla', 'b: ays']);
});

test('the guide: several layers with several features', async () => {
  const file = tsv(
    [pos, '#T_SP=webanno.custom.Sentiment|Category|Opinion'],
    '#Text=unhappy',
    '1-9\t0-7\tunhappy\tJJ\tabstract\tnegative',
  );
  assert.deepEqual(inWords(await readOne(webannoTsv, 'x.tsv', file)).sort(), [
    'JJ: unhappy',
    'Sentiment: unhappy Category="abstract" Opinion="negative"',
  ]);
});

test('the guide: an annotation of several tokens, and one stacked upon it', async () => {
  const file = tsv(
    [pos, ner],
    '#Text=Ms. Haag',
    '1-1\t0-3\tMs.\tNNP\tPER[1]|PERpart[2]',
    '1-2\t4-8\tHaag\tNNP\tPER[1]',
  );
  assert.deepEqual(inWords(await readOne(webannoTsv, 'x.tsv', file)).sort(), [
    'NNP: Haag',
    'NNP: Ms.',
    'PER: Ms. Haag',
    'PERpart: Ms.',
  ]);
});

test('the guide: slots; white space before the first token of a sentence is put in', async () => {
  const file = tsv(
    [
      '#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu',
      '#T_SP=webanno.custom.Lu|luvalue',
    ],
    '#Text=A sentence of this length.',
    '1-1\t0-1\tA\t_\t_\t_\t_',
    '',
    '#Text=Bob auctioned the clock  to John.',
    '2-1\t27-30\tBob\t_\t_\t_\tbob',
    '2-2\t31-40\tauctioned\ttransaction\tseller;goods;buyer\t2-1;2-3[4];2-6',
    '2-3\t41-44\tthe\t_\t_\t_\tclock[4]',
    '2-4\t45-50\tclock\t_\t_\t_\tclock[4]',
    '2-5\t52-54\tto\t_\t_\t_\t_',
    '2-6\t55-59\tJohn\t_\t_\t_\tjohn',
    '2-7\t59-60\t.\t_\t_\t_\t_',
  );
  const read = await readOne(webannoTsv, 'x.tsv', file);
  assert.deepEqual(problemsInWords(read), []);
  assert.deepEqual(inWords(read), [
    'bob: Bob',
    'transaction: auctioned seller→Bob goods→the clock buyer→John',
    'clock: the clock',
    'john: John',
  ]);
  assert.match(read.document.text, /^A sentence of this length\.\nBob/);
});

test('the guide: chains', async () => {
  const file = tsv(
    ['#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation'],
    '#Text=He shot himself with his revolver.',
    '1-1\t0-2\tHe\tpr[1]\tcoref->1-1',
    '1-2\t3-7\tshot\t_\t_',
    '1-3\t8-15\thimself\tpr[1]\tcoref->1-2',
    '1-4\t16-20\twith\t_\t_',
    '1-5\t21-24\this\tpr[1]\t*->1-3',
    '1-6\t25-33\trevolver\t_\t_',
    '1-7\t33-34\t.\t_\t_',
  );
  assert.deepEqual(inWords(await readOne(webannoTsv, 'x.tsv', file)), [
    'pr: He (1) referenceRelation="coref"',
    'pr: himself (1) referenceRelation="coref"',
    'pr: his (1)',
  ]);
});

test('the guide: relations, two of them to one token', async () => {
  const file = tsv(
    [
      pos,
      '#T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS',
    ],
    '#Text=Ms. Haag plays Elianti .',
    '1-1\t0-3\tMs.\tNNP\tSUBJ\t1-3',
    '1-2\t4-8\tHaag\tNNP\tSBJ\t1-3',
    '1-3\t9-14\tplays\tVBD\tP|ROOT\t1-5|1-3',
    '1-4\t15-22\tElianti\tNNP\tOBJ\t1-3',
    '1-5\t23-24\t.\t.\t_\t_',
  );
  const read = await readOne(webannoTsv, 'x.tsv', file);
  assert.deepEqual(problemsInWords(read), []);
  assert.deepEqual(inWords(read), [
    'NNP: Ms.',
    'NNP: Haag',
    'VBD: plays SUBJ→Ms. SBJ→Haag ROOT→plays OBJ→Elianti',
    'NNP: Elianti',
    '.: . P→plays',
  ]);
});

test('the guide: numbers in relations, where one end is stacked', async () => {
  const file = tsv(
    [ner, '#T_RL=webanno.custom.Relation|value|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity'],
    '#Text=This is a test .',
    '1-1\t0-4\tThis\t*\t_\t_',
    '1-2\t5-7\tis\t_\t_\t_',
    '1-3\t8-9\ta\t_\t_\t_',
    '1-4\t10-14\ttest\t_\t_\t_',
    '1-5\t15-16\t.\t*[1]|*[2]\t*\t1-1[0_1]',
  );
  assert.deepEqual(inWords(await readOne(webannoTsv, 'x.tsv', file)), [
    'NamedEntity: This Relation→.',
    'NamedEntity: .',
    'NamedEntity: .',
  ]);
});

test('what is reserved is escaped, and comes back', () => {
  assert.equal(escapedValue('a|b_c->d[1];*\\\t\n'), 'a\\|b\\_c\\->d\\[1\\]\\;\\*\\\\\\t\\n');
  assert.equal(escapedLine('a\tb\\c\r'), 'a\\tb\\\\c\\r');
  const text = fc.string({ unit: fc.constantFrom(...'\\[]|_->;\t\n\r*tnu0', '中', '𠮷') });
  fc.assert(
    fc.property(text, (text) => {
      assert.equal(unescaped(escapedValue(text)), text);
      assert.equal(unescaped(escapedLine(text)), text);
    }),
    { numRuns: 2000 },
  );
});

test('a document: a token for each Chinese character, parts of words, what is ours in the first row of a tag', () => {
  const text = '中方同意\r\n　NATO协定';
  const files = writtenText(webannoTsv, text, [
    tagOn(text, ['中方'], 'party', { relations: [{ type: 'of', target: 'urn:uuid:part' }] }),
    tagOn(text, ['中'], 'place', { attributes: { stance: '[重申]' } }),
    tagOn(text, ['AT'], 'part'),
  ]);
  assert.deepEqual(files['甲.txt.tsv']!.split('\n'), [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=custom.Span|label|stance|tagId',
    '#T_RL=custom.Relation|label|BT_custom.Span',
    '',
    '',
    '#Text=中方同意\\r',
    '#Text=　',
    '1-1\t0-1\t中\tparty[1]|place[2]\t*[1]|\\[重申\\][2]\turn:uuid:party[1]|urn:uuid:place[2]\t_\t_\t',
    '1-2\t1-2\t方\tparty[1]\t*[1]\t*[1]\t_\t_\t',
    '1-3\t2-3\t同\t_\t_\t_\t_\t_\t',
    '1-4\t3-4\t意\t_\t_\t_\t_\t_\t',
    '',
    '#Text=NATO协定',
    '2-1\t7-11\tNATO\t_\t_\t_\t_\t_\t',
    '2-1.1\t8-10\tAT\tpart[3]\t*[3]\turn:uuid:part[3]\tof\t1-1[1_3]\t',
    '2-2\t11-12\t协\t_\t_\t_\t_\t_\t',
    '2-3\t12-13\t定\t_\t_\t_\t_\t_\t',
    '',
  ]);
});

/**
 * The text as INCEpTION's reader (Tsv3XDeserializer) puts it together, with the line feed that it leaves at the end;
 * and the words of each token in it.
 */
function asInception(file: string): { text: string; tokens: string[]; written: string[] } {
  let text = '';
  let sentence = '';
  const rows: [start: number, end: number, words: string][] = [];
  for (const line of file.split('\n').slice(0, -1)) {
    if (line.startsWith('#Text=')) sentence += `${unescaped(line.slice(6))}\n`;
    const [id, range, words] = line.split('\t');
    if (!range || line.startsWith('#')) continue;
    const [start, end] = range.split('-').map(Number) as [number, number];
    if (sentence !== '') {
      if (text.length > start) {
        assert.equal(text.length, start + 1);
        text = text.slice(0, -1);
      }
      text += ' '.repeat(start - text.length) + sentence;
      sentence = '';
    }
    if (!id!.includes('.')) rows.push([start, end, words!]);
  }
  return {
    text,
    tokens: rows.map(([start, end]) => text.slice(start, end).replace(/[\t\n\r]/g, ' ')),
    written: rows.map(([, , words]) => words),
  };
}

test('INCEpTION puts together the same text, to the last space, and finds every token in it', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { text, tags } = taggedText('甲.txt', seededRandom(seed));
      const { text: read, tokens, written } = asInception(writtenText(webannoTsv, text, tags)['甲.txt.tsv']!);
      assert.equal(read, text === '' ? '' : `${text}\n`);
      assert.deepEqual(tokens, written);
    }),
    { numRuns: 500 },
  );
});

test('a row whose words are not those of the text: its tags are orphans, with the words and the line', async () => {
  const text = '中方同意';
  const files = writtenText(webannoTsv, text, [tagOn(text, ['中方'], 'party'), tagOn(text, ['同意'], 'act')]);
  const read = await readOne(webannoTsv, 'x.tsv', files['甲.txt.tsv']!.replace('\t方\t', '\t国\t'));
  assert.deepEqual(inWords(read), ['party: (lost: 中国)', 'act: 同意']);
  assert.deepEqual(problemsInWords(read), [
    '6: The tag “party” is said to be on “中国”, but at its place stands “中方”. It is kept as lost words.',
  ]);
});

test('a place behind the text, a gap as wide as a house, a row that is none: told with their lines', async () => {
  const file = tsv(
    [ner],
    '#Text=中方',
    '1-1\t0-1\t中\tORG',
    '1-2\t7-9\t方\tLOC',
    'row',
    '',
    '#Text=法方',
    '2-1\t999999999-999999999\t法\t_',
  );
  const read = await readOne(webannoTsv, 'x.tsv', file);
  assert.equal(read.document.text, '中方法方');
  assert.deepEqual(inWords(read), ['ORG: 中', 'LOC: (lost: 方)']);
  assert.deepEqual(
    read.problems.map(({ line, code }) => `${line} ${code}`),
    ['8 left-out', '11 left-out', '7 no-place'],
  );
});

test('a document without tags or text; a file with line ends of DOS', async () => {
  for (const text of ['', '无标注', ' \n']) {
    const file = writtenText(webannoTsv, text, [])['甲.txt.tsv']!;
    for (const each of [file, file.replaceAll('\n', '\r\n')]) {
      const read = await readOne(webannoTsv, 'x.tsv', each);
      assert.equal(read.document.text, text);
      assert.deepEqual(read.problems, []);
    }
  }
});

test('files made to take long take time as they grow', async () => {
  const files: ((size: number) => string)[] = [
    (size) => tsv([ner], '#Text=x', `1-1\t0-1\tx\t${'\\'.repeat(size)}[1]`),
    (size) => tsv([ner], '#Text=x', `1-1\t0-1\tx\t${'[1]|'.repeat(size)}`),
    (size) => tsv([`#T_SP=a.B|ROLE_${':'.repeat(size)}`], '#Text=x', '1-1\t0-1\tx\t_'),
    (size) => tsv(Array(size / 10).fill(ner), '#Text=x', ...Array(size / 10).fill('1-1\t0-1\tx\t_')),
    (size) =>
      tsv([ner], ...Array.from({ length: size / 10 }, (_, i) => `#Text=x\n${i}-1\t${i}999-${i}999\tx\t_\n`)),
  ];
  for (const file of files) {
    await assertLinearAsync(100_000, (size) =>
      costAsync(async () => {
        await readOne(webannoTsv, 'x.tsv', file(size));
      }),
    );
  }
});

test('what is no WebAnno TSV 3 is refused in words', async () => {
  for (const content of ['', '#FORMAT=WebAnno TSV 2.0', 'a\tb']) {
    await assert.rejects(
      readOne(webannoTsv, 'x.tsv', content),
      (error) => error instanceof FormatProblemError && error.problem.code === 'not-of-format',
    );
  }
});

test('tags of the whole document and halves of pairs are told as lost', () => {
  const text = '中\ud800方';
  const tags = [
    tagOn(text, [], 'whole', { scope: 'document' }),
    tagOn(text, ['方'], 'x', { note: '\udc00' }),
  ];
  assert.deepEqual(webannoTsv.losses({ name: 'a', text, tags, annotator: '' }, context), [
    { feature: 'documents', count: 1, tags: ['urn:uuid:whole'], tagsLeftOut: true },
    { feature: 'characters', count: 2, tags: ['urn:uuid:x'], tagsLeftOut: false },
  ]);
});
