import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { asSettled } from '../../client/src/annotations/adjudication/settled-sidecar.ts';
import type { AgreementReport } from '../../client/src/annotations/agreement/agreement.ts';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { sidecarName } from '../../client/src/annotations/sidecar-name.ts';
import { done, tag } from '../annotations/agreement/compared.ts';
import { inFolder, run } from './trial.ts';

const text = [
  '中吉联合声明',
  '双方达成以下共识：',
  '一',
  '双方重申相互支持，支持多边主义。',
  '二',
  '双方欢迎成立混合委员会。',
  '',
].join('\n');

/** A tag on the first such words of the text, or on the next ones. */
const on = (label: string, words: string, from = 0): Annotation => {
  const start = text.indexOf(words, from);
  const { spans, ...said } = tag(label, [[start, start + words.length]]);
  return { ...said, spans, quotes: [quoteOf(text, spans[0]!)] };
};
const marked = (start: number): Annotation => {
  const range = { start, end: start + 14 };
  return { ...done(start), spans: [range], quotes: [quoteOf(text, range)] };
};
const sections = () => [marked(text.indexOf('一\n')), marked(text.indexOf('二\n'))];
const sidecar = (tags: readonly Annotation[], annotator: string, document = '联合声明.txt') =>
  serialiseSidecar(withAnnotations(newSidecar(), tags, text, sha256), {
    document,
    sidecar: sidecarName(document, annotator),
  });

const li = [on('party', '双方', 10), on('commitment', '支持多边主义'), on('organisation', '混合委员会')];
const wang = [on('party', '双方', 10), on('position', '支持多边主义'), on('organisation', '混合委员会')];
const files = {
  '联合声明.txt': text,
  '联合声明.txt.Li.annotations.json': sidecar([...li, done()], 'Li'),
  '联合声明.txt.Wang.annotations.json': sidecar([...wang, ...sections()], 'Wang'),
};

test('agreement prints tables, over the sections that both have finished', async (t) => {
  inFolder(t, files);
  const { code, out, err } = await run(['agreement', '.']);
  assert.deepEqual(out.split('\n'), [
    'Li, Wang: 1 of 1 document compared.',
    'Two or more have finished 30 of 45 characters; 13 of these are tagged by somebody.',
    '',
    '                                      characters  tags      κ  Fleiss κ       α    AC1     α_U     F1  F1 overlap',
    'all labels                                    30   3/3  0.691     0.681   0.686  0.763   0.213  0.667       0.667',
    '',
    'By label',
    '  Party                                       30   1/1  1.000     1.000   1.000  1.000   1.000  1.000       1.000',
    '  Organisation                                30   1/1  1.000     1.000   1.000  1.000   1.000  1.000       1.000',
    '  Commitment                                  30   1/0  0.000    -0.111  -0.093  0.756  -0.500  0.000       0.000',
    '  Position                                    30   0/1  0.000    -0.111  -0.093  0.756  -0.500  0.000       0.000',
    '',
    'By kind of part',
    '  section                                     30   3/3  0.691     0.681   0.686  0.763          0.667       0.667',
    '',
    'By section',
    '  一　双方重申相互支持，支持多边主义          17   2/2  0.500     0.452   0.468  0.551          0.500       0.500',
    '  二　双方欢迎成立混合委员会                  13   1/1  1.000     1.000   1.000  1.000          1.000       1.000',
    '',
    'Where one has another label than the other, or none (Li × Wang)',
    '  Commitment × Position: 1',
    '',
  ]);
  assert.deepEqual([code, err], [0, []]);
});

test('tags whose words are gone are counted, in the tables, JSON and CSV', async (t) => {
  const lost: Annotation = {
    ...li[0]!,
    id: 'lost',
    spans: [{ start: 0, end: 0 }],
    quotes: [{ exact: '没有的文字', prefix: '', suffix: '' }],
    state: 'orphan',
  };
  inFolder(t, { ...files, '联合声明.txt.Li.annotations.json': sidecar([...li, lost, done()], 'Li') });
  const { out } = await run(['agreement', '.']);
  assert.equal(out.split('\n')[2], '1 tag of Li whose words are gone is not compared.');
  const report = JSON.parse((await run(['agreement', '--json', '.'])).out) as AgreementReport;
  assert.deepEqual(
    [report.gone, report.documents[0]!.gone],
    [
      [1, 0],
      [1, 0],
    ],
  );
  const [head, all] = (await run(['agreement', '--format', 'csv', '.'])).out
    .split('\r\n')
    .map((row) => row.split(','));
  assert.equal(all![head!.indexOf('gone Li')], '1');
});

test('what is not defined is marked, and said below; in Chinese as in English', async (t) => {
  inFolder(t, { '联合声明.txt': text, '联合声明.txt.Li.annotations.json': sidecar([done()], 'Li') });
  writeFileSync('联合声明.txt.Wang.annotations.json', sidecar([done()], 'Wang'));
  const { out, code } = await run(['agreement', '--measure', 'kappa,f1', '--locale', 'zh-cn', '.']);
  assert.deepEqual(out.split('\n').slice(0, 5), [
    'Li、Wang：比较了 1 个文书中的 1 个。',
    '全部 45 字中，两人以上完成的有 45 字；其中有人标注的 0 字。',
    '',
    '                                      字数  标注数    κ   F1',
    '全部标签                                45     0/0  (a)  (b)',
  ]);
  assert.match(out, /\n\(a\) 所有人自始至终只用同一类别\n\(b\) 无人标注\n$/);
  assert.equal(code, 0);
});

test('agreement --json and --format csv have all measures, of all and of what somebody tagged', async (t) => {
  inFolder(t, files);
  const { out } = await run(['agreement', '--json', '联合声明.txt']);
  const report = JSON.parse(out) as AgreementReport;
  assert.deepEqual(report.annotators, ['Li', 'Wang']);
  assert.deepEqual(report.documents[0]!.finished, [45, 30]);
  assert.equal(report.overall.all.cohenKappa.value!.toFixed(3), '0.691');
  assert.deepEqual(report.pairs[0]!.confusion.labels, ['commitment', 'organisation', 'party', 'position']);
  const csv = (await run(['agreement', '--format', 'csv', '--bom', '联合声明.txt'])).out;
  const lines = csv.split('\r\n').map((line) => line.split(','));
  assert.equal(
    lines[0]!.join(),
    '\ufeffgroup,document,name,characters,tagged characters,tags Li,tags Wang,gone Li,gone Wang,observed,kappa,fleiss,alpha,ac1,observed (tagged only),kappa (tagged only),fleiss (tagged only),alpha (tagged only),ac1 (tagged only),alpha-u,precision,recall,f1,overlap-precision,overlap-recall,overlap-f1',
  );
  assert.deepEqual(
    lines.slice(1, -1).map(([group, , name, characters]) => [group, name, characters]),
    [
      ['all', '', '30'],
      ['label', 'commitment', '30'],
      ['label', 'organisation', '30'],
      ['label', 'party', '30'],
      ['label', 'position', '30'],
      ['part', 'section', '30'],
      ['document', '', '30'],
      ['section', '一　双方重申相互支持，支持多边主义', '17'],
      ['section', '二　双方欢迎成立混合委员会', '13'],
    ],
  );
});

test('γ is computed where it is named, and it is said how well it is known', async (t) => {
  inFolder(t, files);
  const { out } = await run(['agreement', '--measure', 'f1,gamma', '.']);
  assert.match(out, /\n +characters +tags +F1 +γ\nall labels +30 +3\/3 +0\.667 +0\.\d{3}\n/);
  assert.match(
    out,
    /\nγ: chance was tried \d+ times a document, so that .* is known to \d+(?:\.\d)? % \(at 95 %\)\.\n/,
  );
  const { out: csv } = await run(['agreement', '--measure', 'gamma', '--format', 'csv', '.']);
  assert.match(csv, /^.*,overlap-f1,gamma\r\n/);
  const { out: json } = await run(['agreement', '--json', '.']);
  assert.equal((JSON.parse(json) as AgreementReport).overall.gamma, undefined);
});

test('what nobody else finished is left out and said to be; --unfinished counts it', async (t) => {
  inFolder(t, {
    ...files,
    '公报.txt': text,
    '公报.txt.Li.annotations.json': sidecar(li, 'Li', '公报.txt'),
    '公报.txt.Wang.annotations.json': sidecar([...wang, done()], 'Wang', '公报.txt'),
    '宣言.txt': text,
    '宣言.txt.Li.annotations.json': sidecar([...li, done()], 'Li', '宣言.txt'),
  });
  const finished = await run(['agreement', '.']);
  assert.match(finished.out, /^Li, Wang: 1 of 3 documents compared\./);
  assert.match(finished.out, /\nLeft out: 公报.txt: no two have finished the same of it\.\n/);
  assert.match(finished.out, /\nLeft out: 宣言.txt: fewer than two have tags of it\.\n$/);
  const { out } = await run(['agreement', '--unfinished', '.']);
  assert.match(
    out,
    /^Li, Wang: 2 of 3 documents compared\.\n.*\nWhat is not marked as finished counts as well\.\n/,
  );
  assert.match(out, /\nBy document\n {2}公报.txt .*\n {2}联合声明.txt /);
});

test('nothing to compare is an error, with what was left out', async (t) => {
  inFolder(t, { '联合声明.txt': text, '联合声明.txt.Li.annotations.json': sidecar([...li, done()], 'Li') });
  const { code, out, err } = await run(['agreement', '.']);
  assert.equal(code, 2);
  assert.match(err.at(-1)!, /^jiaozhu: nothing to compare/);
  assert.match(out, /Left out: 联合声明.txt: fewer than two/);
});

test('settled tags are nobody’s; a file of tags without a name is somebody’s', async (t) => {
  const settled = asSettled(withAnnotations(newSidecar(), [...li, done()], text, sha256), { annotators: [] });
  inFolder(t, {
    ...files,
    '联合声明.txt.annotations.json': sidecar([...li, done()], ''),
    '联合声明.txt.settled.annotations.json': serialiseSidecar(settled, { document: 'a', sidecar: 'b' }),
  });
  const { out, err } = await run(['agreement', '.']);
  assert.match(out, /^\(no name\), Li, Wang: 1 of 1 document/);
  assert.match(
    out,
    /\nBy pair\n {2}\(no name\) × Li .*κ 1\.000 .*\n {2}\(no name\) × Wang .*\n {2}Li × Wang /,
  );
  assert.deepEqual(err, []);
  const two = await run(['agreement', '--annotators', 'Wang,', '.']);
  assert.match(two.out, /^Wang, \(no name\): 1 of 1/);
  const named = await run(['agreement', '--annotators', 'Wang,settled', '.']);
  assert.match(named.err.join('\n'), /1 file of settled tags passed over/);
});

test('a file of tags that cannot be read is told, and the rest is compared', async (t) => {
  inFolder(t, { ...files, '联合声明.txt.Zhao.annotations.json': '{' });
  const { code, out, err } = await run(['agreement', '.']);
  assert.equal(code, 2);
  assert.match(err[0]!, /^jiaozhu: 联合声明.txt.Zhao.annotations.json:1: /);
  assert.match(out, /^Li, Wang, Zhao: 1 of 1 document compared/);
});

test('tags of a text that has changed are looked for by their words, and that is said', async (t) => {
  inFolder(t, { ...files, '联合声明.txt': `${text}甲\n` });
  const { code, out, err } = await run(['agreement', '.']);
  assert.match(err[0]!, /^warning: 联合声明.txt.Li.annotations.json: out of date/);
  assert.match(out, /\nall labels .* 3\/3 /);
  assert.equal(code, 0);
});

test('agreement says what it does not understand', async (t) => {
  inFolder(t, files);
  const said = async (...args: string[]) => (await run(['agreement', ...args])).err.join('\n');
  assert.match(await said('-'), /standard input has no tags/);
  assert.match(await said('--annotators', 'Li', '.'), /takes two annotators/);
  assert.match(await said('--annotators', 'Li,Li', '.'), /takes two annotators/);
  assert.match(
    await said('--annotators', Array.from({ length: 21 }, (_, i) => i).join(), '.'),
    /21 annotators are too many/,
  );
  assert.match(await said('--annotators', 'Li,Nobody', '.'), /no tags of “Nobody” there/);
  assert.match(await said('--measure', 'kappa,tau', '.'), /“--measure” cannot be “tau”/);
  assert.match(await said('--json', '--format', 'csv', '.'), /either --json or --format/);
  assert.match(await said('--bom', '.'), /--format csv only/);
  assert.match(await said('--tagged-only', '--write', '.'), /has no option “--write”/);
});

test('labels and names in files cannot drive the terminal or a spreadsheet', async (t) => {
  const label = '=cmd|\u001b[31m';
  inFolder(t);
  mkdirSync('a');
  writeFileSync('a/声明.txt', text);
  for (const annotator of ['Li', 'Wang']) {
    const tags = [on(label, '双方', 10), done()];
    writeFileSync(`a/声明.txt.${annotator}.annotations.json`, sidecar(tags, annotator, '声明.txt'));
  }
  assert.ok(!(await run(['agreement', 'a'])).out.includes('\u001b'));
  assert.match((await run(['agreement', '--format', 'csv', 'a'])).out, /\r\nlabel,,'=cmd/);
});

test('of a long path the table shows the end, which tells documents apart', async (t) => {
  inFolder(t);
  const folder = 'a/folder/with/a/name/of/more/than/forty/characters';
  mkdirSync(folder, { recursive: true });
  for (const document of ['声明甲.txt', '声明乙.txt']) {
    writeFileSync(`${folder}/${document}`, text);
    for (const annotator of ['Li', 'Wang']) {
      const name = `${folder}/${document}.${annotator}.annotations.json`;
      writeFileSync(name, sidecar([...li, done()], annotator, document));
    }
  }
  const { out } = await run(['agreement', '.']);
  assert.match(out, /\n {2}…[\w/]+\/声明乙\.txt +\d+ .*\n {2}…[\w/]+\/声明甲\.txt +\d+ /);
});
