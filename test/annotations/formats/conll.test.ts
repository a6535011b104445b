import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conll } from '../../../client/src/annotations/formats/conll.ts';
import { context } from './round-trip.ts';
import { filesOf, problemsOf, readFiles, tagged, tagsOf } from './written-out.ts';

type Document = ReturnType<typeof tagged>;

const written = (document: Document) => filesOf(conll, document)['声明.txt.conll'];
const read = (text: string, name = 'esp.conll') => readFiles(conll, { [name]: text });

/** The losses of a document, each as `feature count`, with `left out` where the tags are. */
function lossesOf(document: Document): string[] {
  return conll
    .losses(document, context)
    .map(({ feature, count, tagsLeftOut }) => `${feature} ${count}${tagsLeftOut ? ' left out' : ''}`);
}

/** Lines as in a test: `双 B-party` between slashes, `|` for a blank line. */
function lines(text: string): string {
  return text
    .split('|')
    .map((sentence) => `${sentence.trim().split(' / ').join('\n')}\n`)
    .join('\n');
}

test('the example of CoNLL-2002 is read (clips.uantwerpen.be/conll2002/ner)', async () => {
  const [document] = await read(
    lines(
      'Wolff B-PER / , O / currently O / a O / journalist O / in O / Argentina B-LOC / , O / played O / with O / Del B-PER / Bosque I-PER / in O / the O / final O / years O / of O / the O / seventies O / in O / Real B-ORG / Madrid I-ORG / . O',
    ),
  );
  assert.deepEqual(tagsOf(document!), [
    'PER: Wolff',
    'LOC: Argentina',
    'PER: Del Bosque',
    'ORG: Real Madrid',
  ]);
  assert.match(document!.document.text, /^Wolff , currently a journalist in Argentina/);
});

test('the example of CoNLL-2003 is read: four columns, IOB1 (clips.uantwerpen.be/conll2003/ner)', async () => {
  const [document] = await read(
    lines(
      'U.N. NNP I-NP I-ORG / official NN I-NP O / Ekeus NNP I-NP I-PER / heads VBZ I-VP O / for IN I-PP O / Baghdad NNP I-NP I-LOC / . . O O',
    ),
  );
  assert.deepEqual(tagsOf(document!), ['ORG: U.N.', 'PER: Ekeus', 'LOC: Baghdad']);
});

test('a character is a line, a sentence ends with a blank one, and white space is left out', () => {
  assert.equal(
    written(tagged('[双方]重申，\r\n支持 。“好！”是', [{ label: 'party' }])),
    lines(
      '双 B-party / 方 I-party / 重 O / 申 O / ， O|支 O / 持 O / 。 O|“ O / 好 O / ！ O / ” O|是 O|',
    ).replace(/\n$/, ''),
  );
});

test('a character of two code units is one line', async () => {
  const document = tagged('甲[𠮷田]乙', [{ label: 'person' }]);
  assert.equal(written(document), lines('甲 O / 𠮷 B-person / 田 I-person / 乙 O|').replace(/\n$/, ''));
  const [back] = await readFiles(conll, filesOf(conll, document));
  assert.equal(back!.document.name, '声明.txt');
  assert.deepEqual(tagsOf(back!), ['person: 𠮷田']);
  assert.deepEqual(lossesOf(document), ['ids 1']);
});

test('a tag over a line break or the end of a sentence stays one', async () => {
  const document = tagged('甲[乙\n丙。丁]戊', [{ label: 'instrument' }]);
  const [back] = await readFiles(conll, filesOf(conll, document));
  assert.deepEqual(tagsOf(back!), ['instrument: 乙丙。丁']);
  assert.deepEqual(lossesOf(document), ['ids 1', 'characters 1']);
});

test('tags that touch are told apart', async () => {
  const [back] = await readFiles(
    conll,
    filesOf(conll, tagged('[甲国][乙国]', [{ label: 'party' }, { label: 'party' }])),
  );
  assert.deepEqual(tagsOf(back!), ['party: 甲国', 'party: 乙国']);
});

test('of tags that overlap the longest is written, and how many are left out is said', async () => {
  const document = tagged('[《中[俄]条约》]和[[乙]国]', [
    { label: 'instrument' },
    { label: 'party' },
    { label: 'party' },
    { label: 'place' },
  ]);
  const [back] = await readFiles(conll, filesOf(conll, document));
  assert.deepEqual(tagsOf(back!), ['instrument: 《中俄条约》', 'party: 乙国']);
  assert.deepEqual(lossesOf(document), ['ids 4', 'overlaps 2 left out']);
});

test('fragments come back as tags of their own', async () => {
  const document = tagged('甲国和乙国', [
    {
      label: 'party',
      spans: [
        { start: 0, end: 2 },
        { start: 3, end: 5 },
      ],
    },
  ]);
  const [back] = await readFiles(conll, filesOf(conll, document));
  assert.deepEqual(tagsOf(back!), ['party: 甲国', 'party: 乙国']);
  assert.deepEqual(lossesOf(document), ['fragments 1', 'ids 1']);
});

test('what nobody has accepted, what is of a section or the document, and lost words are left out', () => {
  const document = tagged('[甲国]和[乙国]在[丙]', [
    { label: 'party', review: 'suggested' },
    { label: 'party', review: 'rejected' },
    { label: 'reviewed', scope: 'section' },
    { label: 'stance', scope: 'document', spans: [] },
    {
      label: 'party',
      state: 'orphan',
      spans: [{ start: 3, end: 3 }],
      quotes: [{ exact: '丁', prefix: '', suffix: '' }],
    },
  ]);
  assert.ok(!/[BI]-/.test(written(document)!));
  assert.deepEqual(lossesOf(document), [
    'sections 1 left out',
    'documents 1 left out',
    'orphans 1 left out',
    'reviews 2 left out',
    'ids 5',
  ]);
});

test('white space in a label is `_`, and said', () => {
  const document = tagged('[甲]', [{ label: '两个 词' }]);
  assert.equal(written(document), '甲 B-两个_词\n\n');
  assert.deepEqual(lossesOf(document), ['ids 1', 'characters 1']);
});

test('other schemes are read: IOB1, BIOES, BILOU, BMES, and tags without a scheme', async () => {
  const columns = async (text: string) => tagsOf((await read(text.replaceAll(' | ', '\n')))[0]!);
  const found = ['x: 甲乙', 'x: 丙', 'y: 丁'];
  assert.deepEqual(await columns('甲 I-x | 乙 I-x | 丙 B-x | 丁 I-y | 戊 O'), found);
  assert.deepEqual(await columns('甲 B-x | 乙 E-x | 丙 S-x | 丁 S-y | 戊 O'), found);
  assert.deepEqual(await columns('甲 B-x | 乙 L-x | 丙 U-x | 丁 U-y | 戊 O'), found);
  assert.deepEqual(await columns('甲 B-x | 乙 M-x | 己 E-x | 丙 S-x | 丁 S-y | 戊 O'), [
    'x: 甲乙己',
    'x: 丙',
    'y: 丁',
  ]);
  assert.deepEqual(await columns('甲 x | 乙 x | 丁 y | 戊 O'), ['x: 甲乙', 'y: 丁']);
});

test('tabs, CRLF, a BOM, columns between, tokens that are a space, and several documents are read', async () => {
  const documents = await read(
    '\ufeff-DOCSTART-\tO\r\n\r\n甲\tNN\tB-party\r\n国\tNN\tI-party\r\n \tSP\tO\r\n和\tCC\tO\r\n\r\n好\tJJ\tO\r\n-DOCSTART- -X- O\r\n乙 B-party\r\n  O\r\n丙 O\r\n',
  );
  assert.deepEqual(
    documents.map(({ document }) => [document.name, document.text]),
    [
      ['esp', '甲国 和\n好'],
      ['esp-2', '乙 丙'],
    ],
  );
  assert.deepEqual(documents.map(tagsOf), [['party: 甲国'], ['party: 乙']]);
});

test('words of Chinese stand together, words of other languages apart, single characters as they are', async () => {
  const text = async (words: string) =>
    (
      await read(
        words
          .split(' ')
          .map((word) => `${word} O`)
          .join('\n'),
      )
    )[0]!.document.text;
  assert.equal(await text('外交部 宣布 G20 峰会'), '外交部宣布G20峰会');
  assert.equal(await text('It is a test'), 'It is a test');
  assert.equal(await text('第 2 0 条'), '第20条');
});

test('a label that is called by its name is known by it', async () => {
  const { id, name } = context.scheme.labels[0]!;
  assert.deepEqual(tagsOf((await read(`甲 B-${name.zh}\n`))[0]!), [`${id}: 甲`]);
});

test('a line without a tag is told, and its token kept; a file without any is refused', async () => {
  const documents = await read('甲 B-x\n乙\n丙 O\n');
  assert.deepEqual(problemsOf(...documents), ['2 unreadable-line 乙']);
  assert.equal(documents[0]!.document.text, '甲乙丙');
  await assert.rejects(
    read('双方欢迎。\n'),
    ({ problem }) => problem.code === 'not-of-format' && problem.line === 1,
  );
});

test('comments before a sentence are no tokens, and told; a `#` that is tagged is one', async () => {
  const [found] = await read(
    '# id 1f3 domain=zh\n双 _ _ B-PER\n方 _ _ I-PER\n\n# text = 中国 O\n#id=3\n中 _ _ O\n# _ _ O\n\n# O\n国 O\n',
  );
  assert.equal(found!.document.text, '双方\n中#\n#国');
  assert.deepEqual(tagsOf(found!), ['PER: 双方']);
  assert.deepEqual(problemsOf(found!), ['1 comments 3']);
});

test('a tag of no scheme is told once, and one that begins a chunk of nothing is none', async () => {
  const [found] = await read('甲 B-\n乙 party\n丙 party\n丁 I-\n');
  assert.deepEqual(tagsOf(found!), ['party: 乙丙']);
  assert.deepEqual(problemsOf(found!), ['1 no-label', '2 no-scheme party', '4 no-label']);
});

test('a document without a character is a file without a line', async () => {
  const files = filesOf(conll, tagged('', []));
  assert.deepEqual(files, { '声明.txt.conll': '' });
  assert.equal((await readFiles(conll, files))[0]!.document.text, '');
});
