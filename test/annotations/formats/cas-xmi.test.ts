import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casXmi } from '../../../client/src/annotations/formats/cas-xmi.ts';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { inWords, problemsInWords, readOne, tagOn, writtenText } from './format-files.ts';
import { context } from './round-trip.ts';

const namespaces = `xmlns:tcas="http:///uima/tcas.ecore" xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"`;

/** A file as DKPro Core and INCEpTION write it: the text last, its view behind it. */
function xmi(structures: string, text: string, members: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI ${namespaces}>
<cas:NULL xmi:id="0"/>
${structures}
<cas:Sofa xmi:id="3" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>
<cas:View sofa="3" members="${members}"/>
</xmi:XMI>`;
}

/** A type system that declares features of some types: `name:range`. */
function typeSystem(types: Readonly<Record<string, string>>): string {
  const described = Object.entries(types).map(([name, features]) => {
    const list = features.split(' ').map((each) => {
      const [feature, range] = each.split(':');
      return `<featureDescription><name>${feature}</name><description/><rangeTypeName>${range}</rangeTypeName></featureDescription>`;
    });
    return `<typeDescription><name>${name}</name><supertypeName>uima.tcas.Annotation</supertypeName><features>${list.join('')}</features></typeDescription>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>${described.join('')}</types></typeSystemDescription>`;
}

const slots = xmi(
  `<type:DocumentMetaData xmi:id="4" sofa="3" begin="0" end="16" documentTitle="a.txt" documentId="a.txt" isLastSegment="false"/>
<type2:Token xmi:id="5" sofa="3" begin="0" end="4" order="0"/>
<type2:Sentence xmi:id="10" sofa="3" begin="0" end="16"/>
<custom:Filler xmi:id="11" sofa="3" begin="5" end="7"/>
<custom:Filler xmi:id="12" sofa="3" begin="8" end="9"/>
<custom:LinkType xmi:id="2" role="p1" target="11"/>
<custom:LinkType xmi:id="1" role="p2" target="12"/>
<custom:Host xmi:id="13" sofa="3" begin="0" end="4" links="2 1"/>
<ner:NamedEntity xmi:id="14" sofa="3" begin="10" end="14" value="ORG"/>
<ner:NamedEntity xmi:id="15" sofa="3" begin="10" end="14" value="removed"/>`,
  'This is a test .',
  '4 5 10 11 12 2 1 13 14',
);

test('a document of INCEpTION, without its type system: slots, named entities; what is in no view is not there', async () => {
  const read = await readOne(casXmi, 'x.xmi', slots);
  assert.deepEqual(inWords(read), ['Host: This p1→is p2→a', 'Filler: is', 'Filler: a', 'ORG: test']);
  assert.deepEqual(problemsInWords(read), []);
  assert.equal(read.document.name, 'a.txt');
  assert.equal(read.document.annotator, '');
});

test('a second text is left out and told; a place that is no number is told as it stands', async () => {
  const file = xmi(
    `<cas:Sofa xmi:id="9" sofaNum="2" sofaID="v2" mimeType="text" sofaString="同意"/>
<custom:Act xmi:id="4" sofa="3" begin="0" end="x" value="party"/>`,
    '签署协定',
    '4',
  );
  const read = await readOne(casXmi, 'x.xmi', file);
  assert.deepEqual(inWords(read), ['party: (lost: )']);
  assert.deepEqual(problemsInWords(read), [
    '3: This is of a kind that is not read, and left out: uima.cas.Sofa v2',
    '4: The tag “party” has a place that is not in the text: 0–"x". It is kept as lost words.',
  ]);
});

test('the type system, in the folder or above, tells numbers, truth values and references', async () => {
  const file = xmi(
    `<custom:Act xmi:id="4" sofa="3" begin="0" end="2" rank="5" firm="true" kind="12" other="5"/>
<custom:Many xmi:id="5" sofa="3" begin="2" end="4"><names>甲 乙</names><names>丙</names></custom:Many>
<custom:Counts xmi:id="6" sofa="3" begin="2" end="4" counts="1 2"/>`,
    '签署协定',
    '4 5 6',
  );
  const types = typeSystem({
    'webanno.custom.Act':
      'rank:uima.cas.Integer firm:uima.cas.Boolean kind:uima.cas.String other:webanno.custom.Many',
    'webanno.custom.Many': 'names:uima.cas.StringArray',
    'webanno.custom.Counts': 'counts:uima.cas.IntegerArray',
  });
  for (const place of ['2024/甲国/TypeSystem.xml', 'TypeSystem.xml', '2024/typesystem.xml']) {
    const read = await readOne(casXmi, '2024/甲国/x.xmi', file, { [place]: types });
    assert.deepEqual(inWords(read), [
      '12: 签署 rank=5 firm=true',
      'Counts: 协定 counts="1; 2"',
      'Many: 协定 names="甲 乙; 丙"',
    ]);
  }
  const without = await readOne(casXmi, 'x.xmi', file);
  assert.deepEqual(inWords(without)[0], 'Act: 签署 rank="5" firm="true" kind="12" other="5"');
});

test('a type system that cannot be read is told with its place, and the document is read without it', async () => {
  const read = await readOne(casXmi, 'x.xmi', slots, { 'TypeSystem.xml': '<a>\n<b></a>' });
  assert.equal(read.document.tags.length, 4);
  assert.deepEqual(
    read.problems.map(({ code, file, line }) => `${file} ${line} ${code}`),
    ['TypeSystem.xml 2 not-xml'],
  );
});

test('CRLF, tabs and astral characters stand in the text as they are, and tags on their words', async () => {
  const text = '𠮷中方\r\n同意\t“葛\u{e0100}” <a> & "b"\r';
  const files = writtenText(casXmi, text, [
    tagOn(text, ['“葛\u{e0100}”'], 'x'),
    tagOn(text, ['中方'], 'party'),
  ]);
  assert.match(
    files['甲.txt.xmi']!,
    /sofaString="𠮷中方&#13;&#10;同意&#9;“葛\u{e0100}” &lt;a&gt; &amp; &quot;b&quot;&#13;"/u,
  );
  assert.match(files['甲.txt.xmi']!, /<custom:Span xmi:id="\d+" sofa="1" begin="2" end="4" label="party"/);
  const read = await readOne(casXmi, 'x.xmi', files['甲.txt.xmi']!, files);
  assert.equal(read.document.text, text);
  assert.deepEqual(inWords(read), ['party: 中方', 'x: “葛\u{e0100}”']);
});

test('what XML forbids is U+FFFD, one for one, and told as lost', async () => {
  const text = 'a\0b\ud800中方';
  const tags = [tagOn(text, ['中方'], 'party', { note: '\u0001' }), tagOn(text, ['\0b'], 'x')];
  const document = { name: 'a.txt', text, tags, annotator: '' };
  assert.deepEqual(casXmi.losses(document, context), [
    { feature: 'characters', count: 3, tags: ['urn:uuid:party', 'urn:uuid:x'], tagsLeftOut: false },
  ]);
  const read = await readOne(casXmi, 'x.xmi', writtenText(casXmi, text, tags)['甲.txt.xmi']!);
  assert.equal(read.document.text, 'a\ufffdb\ufffd中方');
  assert.deepEqual(inWords(read), ['x: \ufffdb', 'party: 中方']);
});

test('the type system describes every feature that is written', () => {
  const text = '中方';
  const files = writtenText(casXmi, text, [
    tagOn(text, ['中方'], 'party', { attributes: { 强度: 2, stance: '重申' }, note: '注' }),
  ]);
  const [, written = ''] =
    /<custom:Span xmi:id="\d+" sofa="1" begin="0" end="2"([^>]*)\/>/.exec(files['甲.txt.xmi']!) ?? [];
  const names = [...written.matchAll(/ (\w+)=/g)].map(([, name]) => name!);
  assert.deepEqual(names, ['label', 'stance', 'x_u5F3A__u5EA6_', 'note', 'tagId', 'jiaozhu']);
  for (const name of names) assert.ok(files['TypeSystem.xml']!.includes(`<name>${name}</name>`), name);
});

test('what is no CAS XMI is refused in words, and no entity is expanded', async () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "cccccccc"><!ENTITY c "&b;&b;&b;&b;">]>';
  for (const [content, code] of [
    ['<a', 'not-xml'],
    ['<a/>', 'not-of-format'],
    [`<xmi:XMI ${namespaces}/>`, 'not-of-format'],
    [
      xmi('', 'x', '').replace('<xmi:XMI', `${bomb}<xmi:XMI`).replace('sofaString="x"', 'sofaString="&c;"'),
      'not-xml',
    ],
  ] as const) {
    await assert.rejects(
      readOne(casXmi, 'x.xmi', content),
      (error) => error instanceof FormatProblemError && error.problem.code === code,
    );
  }
});
