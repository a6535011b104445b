import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import type { ReadDocument } from '../../../client/src/annotations/formats/format.ts';
import {
  describeFormatProblem,
  FormatProblemError,
} from '../../../client/src/annotations/formats/format-problem.ts';
import { qdpx } from '../../../client/src/annotations/formats/qdpx.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { createTag } from './example-tag.ts';
import { readAll, written } from './round-trip.ts';

const guid = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

function tag(text: string, words: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return createTag(text, { id: `urn:uuid:${guid(1)}`, label: 'party', spans: [span], ...more });
}

function filesOf(...documents: readonly TaggedText[]): Record<string, string> {
  const archive = written(qdpx, documents).get('corpus.qdpx');
  return Object.fromEntries(
    Object.entries(unzipSync(archive!)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

type Members = Readonly<Record<string, string | Uint8Array>>;

function readArchive(members: Members, level: 0 | 6 = 6): Promise<ReadDocument[]> {
  const bytes = Object.fromEntries(
    Object.entries(members).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
  return readAll(qdpx, new Map([['a.qdpx', zipSync(bytes, { level })]]));
}

/** A project of another tool with one code and these sources. */
function project(sources: string, more = '', origin = 'Some Tool'): string {
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>
<Project name="p" origin="${origin}" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="${guid(7)}" name="李"/></Users>
<CodeBook><Codes><Code guid="{${guid(9).toUpperCase()}}" name="立场" isCodable="true" color="#ff0000"/></Codes></CodeBook>
<Sources>
${sources}
</Sources>
${more}
</Project>`;
}

function selection(start: number, end: number, name = '', id = 2, inner = coding(id)): string {
  return `<PlainTextSelection guid="${guid(id)}" name="${name}" startPosition="${start}" endPosition="${end}">${inner}</PlainTextSelection>`;
}

function coding(id: number): string {
  return `<Coding guid="${guid(id).replace(/1$/, '2')}" creatingUser="${guid(7)}" creationDateTime="2018-03-27T19:11:47Z"><CodeRef targetGUID="${guid(9)}"/></Coding>`;
}

const words = ({ document }: ReadDocument) =>
  document.tags.map(
    ({ quotes, state }) =>
      `${quotes.map(({ exact }) => exact).join('|')}${state === 'orphan' ? ' lost' : ''}`,
  );
const said = (documents: readonly ReadDocument[]) =>
  documents.flatMap(({ problems }) => problems.map((problem) => describeFormatProblem(problem)));

async function refusal(read: Promise<unknown>): Promise<string> {
  let problem: unknown;
  await read.catch((error) => {
    problem = error;
  });
  assert(problem instanceof FormatProblemError, String(problem));
  return describeFormatProblem(problem.problem);
}

test('positions count code points, from 0, the end after the last character', () => {
  const text = '𠮷𠮷双方重申';
  const files = filesOf({ name: 'a.txt', text, tags: [tag(text, '双方')], annotator: '' });
  assert.match(files['project.qde']!, /name="双方" startPosition="2" endPosition="4"/);
  const source = Object.keys(files).find((name) => name.startsWith('sources/'));
  assert.equal(files[source!], text);
});

test('where all lines end with CRLF, the text has line feeds in the project, and CRLF when it is read', async () => {
  const text = '甲\r\n𠮷\r\n双方\r\n';
  const document: TaggedText = {
    name: 'a.txt',
    text,
    form: 'raw',
    tags: [tag(text, '双方')],
    annotator: '李',
  };
  const files = filesOf(document);
  assert.match(files['project.qde']!, /startPosition="4" endPosition="6"/);
  assert(Object.values(files).includes('甲\n𠮷\n双方\n'));
  const [read, ...more] = await readArchive(files);
  assert.deepEqual(more, []);
  assert.deepEqual(read!.document, document);
});

test('what a tag says has a place where other programs show it', () => {
  const text = '双方重申《宪章》';
  const other = tag(text, '《宪章》', { id: `urn:uuid:${guid(2)}`, label: 'instrument' });
  const one = tag(text, '双方', {
    attributes: { stance: '重申', count: 2, firm: true },
    relations: [{ type: 'cites', target: other.id }],
    chain: 'c1',
    note: '见前文',
    creator: '李',
    review: 'suggested',
  });
  const whole = tag(text, '双方', { id: `urn:uuid:${guid(3)}`, scope: 'document', spans: [], quotes: [] });
  const { 'project.qde': qde = '' } = filesOf({
    name: 'a.txt',
    text,
    tags: [one, other, whole],
    annotator: '',
  });
  assert.match(qde, /<PlainTextSelection guid="11111111[^>]*><Description>见前文<\/Description><Coding /);
  assert.match(qde, /<Code [^>]*name="建议" isCodable="true"/);
  assert.match(qde, /<Code [^>]*name="是" isCodable="true"><Description>\[value\] attribute\n\[of\] firm/);
  assert.match(qde, /<Note [^>]*name="count"><Description>[^<]*<\/Description><PlainTextContent>2</);
  assert.match(qde, /<Link [^>]*direction="OneWay" originGUID="11111111[^>]*targetGUID="22222222/);
  assert.match(
    qde,
    /<\/PlainTextSelection>\n<Coding guid="33333333[^>]*><CodeRef [^>]*\/><\/Coding>\n<\/TextSource>/,
  );
  assert.match(qde, /<User guid="[^"]*" name="李"\/>/);
});

test('the same documents give the same archive', () => {
  const document: TaggedText = { name: 'a.txt', text: '双方', tags: [tag('双方', '双方')], annotator: '' };
  assert.deepEqual(written(qdpx, [document]), written(qdpx, [document]));
});

test('no document, no label: still a project', async () => {
  const files = filesOf();
  assert.deepEqual(Object.keys(files), ['project.qde']);
  assert.deepEqual(await readArchive(files), []);
});

test('a project of another tool: inline text, braces and capitals in GUIDs, several codes on one selection', async () => {
  const inner = `<Description>记</Description>${coding(4)}${coding(5)}`;
  const [read] = await readArchive({
    'project.qde': project(
      `<TextSource guid="${guid(3)}" name="甲"><PlainTextContent>一二&#13;\n三四</PlainTextContent>${selection(4, 6, '', 2, inner)}</TextSource>`,
    ),
  });
  assert.equal(read!.document.text, '一二\r\n三四');
  assert.deepEqual(words(read!), ['三四', '三四']);
  const [first] = read!.document.tags;
  assert.deepEqual(
    [first!.label, first!.note, first!.creator, first!.created, first!.id],
    ['position', '记', '李', '2018-03-27T19:11:47Z', `urn:uuid:${guid(4).replace(/1$/, '2')}`],
  );
  assert.deepEqual(
    read!.scheme!.labels.map(({ name }) => name.zh),
    ['立场'],
  );
});

test('the project as NVivo 12.6 has it: a rich text beside the plain one, in “Sources”, notes by links', async () => {
  const source = `<TextSource guid="${guid(3)}" name="v" richTextPath="internal://r.docx" plainTextPath="internal://${guid(3)}.txt">${selection(2, 4)}</TextSource>`;
  const notes = `<Notes><Note guid="${guid(6)}" name=""><PlainTextContent>批注</PlainTextContent></Note></Notes><Links><Link guid="${guid(8)}" originGUID="${guid(6)}" targetGUID="${guid(2)}"/></Links>`;
  const read = await readArchive({
    'project.qde': project(source, notes, 'NVivo for Windows 12.6'),
    [`Sources/${guid(3)}.txt`]: '\ufeff双方重申',
    'Sources/r.docx': 'PK',
  });
  assert.deepEqual(words(read[0]!), ['重申']);
  assert.equal(read[0]!.document.tags[0]!.note, '批注');
  assert.deepEqual(said(read), []);
});

test('ATLAS.ti calls the project as it likes, and counts the CRLF of its texts as one', async () => {
  const source = `<TextSource guid="${guid(3)}" name="v" plainTextPath="internal://x.txt">${selection(2, 4)}</TextSource>`;
  const read = await readArchive({
    'Trial.qde': project(source, '', 'ATLAS.ti 26.1.2'),
    'sources/x.txt': '一\r\n双方',
  });
  assert.deepEqual(words(read[0]!), ['双方']);
});

test('where a tool counts its own way, the names of its selections tell', async () => {
  const text = '𠮷双方重申';
  const source = (...selections: string[]) =>
    `<TextSource guid="${guid(3)}" name="v"><PlainTextContent>${text}</PlainTextContent>${selections.join('')}</TextSource>`;
  const readOf = async (...selections: string[]) =>
    words((await readArchive({ 'project.qde': project(source(...selections)) }))[0]!);
  // As the standard may be read: the end is the last character.
  assert.deepEqual(await readOf(selection(1, 2, '双方'), selection(3, 4, '', 4)), ['双方', '重申']);
  assert.deepEqual(await readOf(selection(2, 4, '双方'), selection(4, 6, '', 4)), ['双方', '重申']);
  assert.deepEqual(await readOf(selection(1, 3, 'Quotation 1'), selection(3, 5, '', 4)), ['双方', '重申']);
});

test('places outside the text, and none at all, are lost words that keep their tags', async () => {
  const bad = [
    selection(2, 9),
    selection(-1, 2, '', 3),
    selection(3, 1, '', 4),
    selection(0, 2, '', 5).replace('"0"', '"x"'),
  ];
  const read = await readArchive({
    'project.qde': project(
      `<TextSource guid="${guid(6)}" name="v"><PlainTextContent>双方重申</PlainTextContent>${bad.join('')}</TextSource>`,
    ),
  });
  assert.deepEqual(words(read[0]!), [' lost', ' lost', ' lost', ' lost']);
  assert.equal(read[0]!.problems.length, 4);
  assert.match(said(read)[0]!, /has a place that is not in the text: 2–9/);
  assert.equal(read[0]!.problems[0]!.line, 6);
  assert.equal(read[0]!.problems[0]!.file, 'a.qdpx/project.qde');
});

test('where the words of one of our own projects were changed, the tag is kept as lost words', async () => {
  const text = '双方重申';
  const files = filesOf({ name: 'a.txt', text, tags: [tag(text, '重申')], annotator: '' });
  const source = Object.keys(files).find((name) => name.startsWith('sources/'))!;
  const read = await readArchive({ ...files, [source]: '双方强调' });
  assert.deepEqual(words(read[0]!), ['重申 lost']);
  assert.deepEqual(said(read), [
    'The tag “party” is said to be on “重申”, but at its place stands “强调”. It is kept as lost words.',
  ]);
});

test('a text that is not there is said once; nothing is looked for outside the archive', async () => {
  for (const path of [
    'internal://none.txt',
    'internal://../../etc/passwd',
    'absolute:///etc/passwd',
    'relative:///x.txt',
  ]) {
    const source = `<TextSource guid="${guid(3)}" name="v" plainTextPath="${path}">${selection(0, 1)}${selection(1, 2, '', 4)}</TextSource>`;
    const read = await readArchive({ 'project.qde': project(source), '../../etc/passwd.txt': 'x' });
    assert.deepEqual(words(read[0]!), [' lost', ' lost'], path);
    assert.deepEqual(said(read), [`The text that these tags are on is not there: ${path}.`]);
  }
});

test('selections without a code, kinds of sources that are no text, and links that lead nowhere are told', async () => {
  const read = await readArchive({
    'project.qde': project(
      `<PictureSource guid="${guid(4)}" name="图" path="internal://x.png"/>
<PDFSource guid="${guid(5)}" name="pdf"><Representation guid="${guid(6)}"><PlainTextContent>双方</PlainTextContent>${selection(0, 2)}</Representation></PDFSource>
<TextSource guid="${guid(3)}" name="v"><PlainTextContent>双方</PlainTextContent>${selection(0, 1, '', 8, '')}</TextSource>`,
      `<Links><Link guid="${guid(1)}" name="引用" originGUID="${guid(2)}" targetGUID="${guid(3)}"/></Links>`,
    ),
  });
  assert.deepEqual(
    read.map(({ document }) => [document.name, document.tags.length]),
    [
      ['pdf', 1],
      ['v', 0],
    ],
  );
  assert.deepEqual(said(read), [
    'This is of a kind that is not read, and left out: PictureSource 图',
    'A link leads to “引用”, which is not there; it is left out.',
    'A tag here has no label; it is left out.',
  ]);
});

test('pieces that continue each other in a circle stay pieces', async () => {
  const link = (from: number, to: number) =>
    `<Link guid="${guid(1)}" name="continued by" originGUID="${guid(from)}" targetGUID="${guid(to)}"/>`;
  const source = (links: string) =>
    project(
      `<TextSource guid="${guid(3)}" name="v"><PlainTextContent>一二三四五六</PlainTextContent>${selection(0, 1)}${selection(2, 3, '', 4)}${selection(4, 5, '', 5)}</TextSource>`,
      `<Links>${links}</Links>`,
    );
  const wordsOf = async (links: string) => words((await readArchive({ 'project.qde': source(links) }))[0]!);
  assert.deepEqual(await wordsOf(link(2, 4) + link(4, 5)), ['一|三|五']);
  assert.deepEqual(await wordsOf(link(2, 4) + link(4, 2)), ['一', '三', '五']);
  assert.deepEqual(await wordsOf(link(2, 2)), ['一', '三', '五']);
});

test('what is no project is said to be none', async () => {
  assert.match(
    await refusal(readAll(qdpx, new Map([['a.qdpx', strToU8('no archive')]]))),
    /^This is no archive/,
  );
  assert.equal(await refusal(readArchive({ 'x.txt': '' })), 'This is not REFI-QDA: project.qde');
  assert.equal(
    await refusal(readArchive({ 'project.qde': '<html></html>' })),
    'This is not REFI-QDA: <html>',
  );
  assert.match(
    await refusal(readArchive({ 'project.qde': '<Project><a></Project>' })),
    /not well-formed XML/,
  );
  assert.match(await refusal(readArchive({ 'project.qde': new Uint8Array([0xff, 0xfe]) })), /not UTF-8/);
});

test('an archive that unpacks to far more than its size is not unpacked', async () => {
  const bomb = new Uint8Array(20 * 2 ** 20);
  assert.match(await refusal(readArchive({ 'project.qde': bomb })), /^This archive unpacks to more than/);
  const source = `<TextSource guid="${guid(3)}" name="v" plainTextPath="internal://x.txt">${selection(0, 1)}</TextSource>`;
  assert.match(
    await refusal(readArchive({ 'project.qde': project(source), 'sources/x.txt': bomb })),
    /^This archive unpacks to more than/,
  );
});

test('files that are not packed, only put together, are read as well; damaged ones are told', async () => {
  const source = `<TextSource guid="${guid(3)}" name="v" plainTextPath="internal://x.txt">${selection(0, 2)}</TextSource>`;
  const members = { 'project.qde': project(source), 'sources/x.txt': '双方' };
  assert.deepEqual(words((await readArchive(members, 0))[0]!), ['双方']);
  const bytes = zipSync(
    { 'project.qde': strToU8(members['project.qde']), 'sources/x.txt': strToU8('双方') },
    { level: 0 },
  );
  const at = Buffer.from(bytes).indexOf('双方');
  bytes[at + 2]! ^= 1;
  assert.equal(
    await refusal(readAll(qdpx, new Map([['a.qdpx', bytes]]))),
    'This archive is damaged, or packed in an unusual way: sources/x.txt',
  );
});

test('names of prototypes are names', async () => {
  const source = `<TextSource guid="__proto__" name="__proto__" plainTextPath="internal://constructor">${selection(0, 1)}</TextSource>`;
  const read = await readArchive({ 'project.qde': project(source), 'sources/constructor': '双方' });
  assert.deepEqual([read[0]!.document.name, ...words(read[0]!)], ['__proto__', '双']);
});

test('long notes on many tags are told, and left out where they would be far more than the file', async () => {
  const note = (digit: number) =>
    `<Note guid="${guid(digit)}"><PlainTextContent>${'注'.repeat(2 ** 20)}</PlainTextContent></Note>`;
  const refs = `<NoteRef targetGUID="${guid(7)}"/><NoteRef targetGUID="${guid(8)}"/>`;
  const selections = Array.from({ length: 100 }, () => selection(0, 1, '', 2, coding(2) + refs)).join('');
  const source = `<TextSource guid="${guid(3)}" name="v"><PlainTextContent>双方</PlainTextContent>${selections}</TextSource>`;
  const notes = `<Notes>${note(7)}${note(8)}</Notes>`;
  const read = await readArchive({ 'project.qde': project(source, notes) }, 0);
  const lengths = read[0]!.document.tags.reduce((sum, tag) => sum + tag.note.length, 0);
  assert.ok(lengths > 2 ** 25 && lengths <= 2 ** 26 + 100, String(lengths));
  assert.equal(said(read).filter((text) => text.includes('NoteRef > 64 MB')).length, 1);
});
