import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  attributeOfFeature,
  featureOfAttribute,
  ownFeatures,
} from '../../../client/src/annotations/formats/cas/features.ts';
import { segmented } from '../../../client/src/annotations/formats/cas/segments.ts';
import { casJson } from '../../../client/src/annotations/formats/cas-json.ts';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { seededRandom } from '../../setting/random.ts';
import { inWords, problemsInWords, readOne, tagOn, writtenText } from './format-files.ts';
import { context } from './round-trip.ts';
import { taggedText } from './tagged-texts.ts';

type Json = { readonly [key: string]: never };

/** The structures of one type in a written file. */
function structures(files: Readonly<Record<string, string>>, type: string): readonly Json[] {
  const json = JSON.parse(files['甲.txt.json']!);
  return json['%FEATURE_STRUCTURES'].filter((each: Json) => each['%TYPE'] === type);
}

/** A CAS with its text as structure 1; types are declared by their string features. */
function cas(
  text: string,
  types: Readonly<Record<string, readonly string[]>>,
  rest: readonly object[],
): string {
  const declared = Object.entries(types).map(([name, features]) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': 'uima.tcas.Annotation',
      ...Object.fromEntries(features.map((each) => [each, { '%NAME': each, '%RANGE': 'uima.cas.String' }])),
    },
  ]);
  const sofa = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text };
  return JSON.stringify(
    {
      '%TYPES': Object.fromEntries(declared),
      '%FEATURE_STRUCTURES': [{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', ...sofa }, ...rest],
      '%VIEWS': {
        _InitialView: { '%SOFA': 1, '%MEMBERS': rest.map((each) => (each as Json)['%ID']) },
      },
    },
    null,
    1,
  );
}

test('the example of the read-me: what is no layer has its type as its label', async () => {
  const file = `{
  "%TYPES" : { },
  "%FEATURE_STRUCTURES" : [ {
    "%ID" : 1,
    "%TYPE" : "uima.cas.Sofa",
    "sofaNum" : 1,
    "sofaID" : "_InitialView",
    "mimeType" : "text",
    "sofaString" : "This is a test"
  }, {
    "%ID" : 2,
    "%TYPE" : "uima.tcas.Annotation",
    "@sofa" : 1,
    "begin" : 0,
    "end" : 4
  }, {
    "%ID" : 6,
    "%TYPE" : "uima.tcas.DocumentAnnotation",
    "@sofa" : 1,
    "begin" : 0,
    "end" : 14,
    "language" : "x-unspecified"
  } ],
  "%VIEWS" : {
    "_InitialView" : {
      "%SOFA" : 1,
      "%MEMBERS" : [ 2, 6 ]
    }
  }
}`;
  const read = await readOne(casJson, '甲.json', file);
  assert.deepEqual(inWords(read), ['Annotation: This']);
  assert.equal(read.document.name, '甲');
});

test('a document of INCEpTION: named entities, layers with features of any name, slots; sentences and tokens are no tags', async () => {
  const ner = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
  const token = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
  const metadata = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
  const text = '𠮷中方同法方签署协定';
  const at = (begin: number, end: number) => ({ '@sofa': 1, begin, end });
  const file = cas(
    text,
    { [ner]: ['value', 'identifier'], 'webanno.custom.Act': ['kind'], 'webanno.custom.Plain': ['a', 'b'] },
    [
      { '%ID': 2, '%TYPE': metadata, ...at(0, 11), documentTitle: '2024/甲.txt', documentId: 'anna' },
      { '%ID': 3, '%TYPE': token, ...at(0, 2) },
      { '%ID': 4, '%TYPE': ner, ...at(2, 4), value: 'ORG', identifier: 'Q148' },
      { '%ID': 5, '%TYPE': ner, ...at(5, 7) },
      { '%ID': 6, '%TYPE': 'webanno.custom.Act', ...at(7, 9), kind: '签署', firm: true, '@roles': 9 },
      { '%ID': 7, '%TYPE': 'webanno.custom.Plain', ...at(9, 11), a: '1', b: '2' },
      { '%ID': 8, '%TYPE': 'webanno.custom.Link', role: 'who', '@target': 4 },
      { '%ID': 9, '%TYPE': 'webanno.custom.Link[]', '%ELEMENTS': [8] },
    ],
  );
  const read = await readOne(casJson, 'x.json', file);
  assert.deepEqual(inWords(read), [
    'ORG: 中方 identifier="Q148"',
    'NamedEntity: 法方',
    '签署: 签署 firm=true who→中方',
    'Plain: 协定 a="1" b="2"',
  ]);
  assert.deepEqual(problemsInWords(read), []);
  assert.equal(read.document.name, '2024/甲.txt');
  assert.equal(read.document.annotator, 'anna');
  const again = await readOne(casJson, 'x.json', file);
  assert.deepEqual(again.document, read.document);
});

test('relations and chains of layers', async () => {
  const link = 'de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink';
  const chain = 'de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceChain';
  const at = (begin: number, end: number) => ({ '@sofa': 1, begin, end });
  const file = cas('双方遵守条约，它有效', { 'custom.Span': ['label'] }, [
    { '%ID': 2, '%TYPE': 'custom.Span', ...at(0, 2), label: '缔约方' },
    { '%ID': 3, '%TYPE': 'custom.Span', ...at(4, 6), label: 'instrument' },
    { '%ID': 4, '%TYPE': 'custom.Relation', ...at(4, 6), label: 'keeps', '@Governor': 2, '@Dependent': 3 },
    { '%ID': 5, '%TYPE': 'custom.Relation', ...at(4, 6), '@Governor': 2, '@Dependent': 77 },
    { '%ID': 6, '%TYPE': link, ...at(4, 6), referenceType: 'nam', '@next': 7 },
    { '%ID': 7, '%TYPE': link, ...at(7, 8), referenceType: 'pro' },
    { '%ID': 8, '%TYPE': chain, '@sofa': 1, '@first': 6 },
  ]);
  const read = await readOne(casJson, 'x.json', file);
  assert.deepEqual(inWords(read).sort(), [
    'instrument: 条约',
    'nam: 条约 (1)',
    'pro: 它 (1)',
    '缔约方: 双方 keeps→条约',
  ]);
  assert.match(problemsInWords(read)[0]!, /^\d\d: A link leads to “77”, which is not there/);
});

test('an astral character before a tag counts two', () => {
  const text = '𠮷中方\r\n同意';
  const files = writtenText(casJson, text, [tagOn(text, ['同意'], 'position')]);
  const [span] = structures(files, 'custom.Span');
  assert.deepEqual([span!.begin, span!.end], [6, 8]);
  const json = JSON.parse(files['甲.txt.json']!);
  assert.equal(json['%FEATURE_STRUCTURES'][0].sofaString, text);
});

test('attributes, remarks and links are features that INCEpTION shows; what cannot be told from them is kept beside them', async () => {
  const text = '中方和法方同意';
  const files = writtenText(casJson, text, [
    tagOn(text, ['中方'], 'party', {
      attributes: { stance: '重申', 强度: 2 },
      note: '注',
      relations: [
        { type: 'with', target: 'urn:uuid:other' },
        { type: 'gone', target: 'urn:uuid:gone' },
      ],
    }),
    tagOn(text, ['法方'], 'other'),
  ]);
  const [party] = structures(files, 'custom.Span') as unknown as Record<string, unknown>[];
  assert.deepEqual(party, {
    '%ID': 11,
    '%TYPE': 'custom.Span',
    '@sofa': 1,
    begin: 0,
    end: 2,
    label: 'party',
    stance: '重申',
    x_u5F3A__u5EA6_: '2',
    note: '注',
    tagId: 'urn:uuid:party',
    jiaozhu: '{"typed":{"强度":2},"links":[["gone","urn:uuid:gone"]]}',
  });
  const [relation] = structures(files, 'custom.Relation') as unknown as Record<string, unknown>[];
  assert.deepEqual([relation!['@Governor'], relation!['@Dependent'], relation!.label], [11, 12, 'with']);
});

test('every type and feature that is used is declared in the file', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { text, tags } = taggedText('甲.txt', seededRandom(seed));
      const json = JSON.parse(writtenText(casJson, text, tags)['甲.txt.json']!);
      for (const { '%ID': id, '%TYPE': type, ...features } of json['%FEATURE_STRUCTURES'].slice(1)) {
        const declared = json['%TYPES'][type];
        assert.ok(declared, `${id} ${type}`);
        for (const name of Object.keys(features)) {
          const isInherited = ['@sofa', 'begin', 'end'].includes(name);
          assert.ok(isInherited || declared[name.replace(/^@/, '')], `${type} ${name}`);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a value that somebody changed in the other tool counts, not the one that was kept beside it', async () => {
  const text = '中方';
  const files = writtenText(casJson, text, [tagOn(text, ['中方'], 'party', { attributes: { 强度: 2 } })]);
  const changed = files['甲.txt.json']!.replace('"x_u5F3A__u5EA6_": "2"', '"x_u5F3A__u5EA6_": "3"');
  assert.deepEqual(inWords(await readOne(casJson, 'x.json', changed)), ['party: 中方 强度="3"']);
});

test('fragments are annotations that share an id; one that overlaps another is its own', async () => {
  const text = '不得直接或间接使用武力';
  const tags = [tagOn(text, ['不得', '使用武力'], 'commitment'), tagOn(text, ['使用武力'], 'act')];
  const files = writtenText(casJson, text, tags);
  assert.equal(structures(files, 'custom.Span').length, 3);
  const read = await readOne(casJson, 'x.json', files['甲.txt.json']!);
  assert.deepEqual(inWords(read), ['commitment: 不得…使用武力', 'act: 使用武力']);
});

test('an annotation whose place is not in the text is an orphan, with its line', async () => {
  const file = cas('中方', { 'custom.Span': ['label'] }, [
    { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: 1, end: 9, label: 'party' },
  ]);
  const read = await readOne(casJson, 'x.json', file);
  assert.deepEqual(inWords(read), ['party: (lost: )']);
  const line = file.split('\n').findIndex((each) => each.includes('"%ID": 2')) + 1;
  assert.deepEqual(problemsInWords(read), [
    `${line}: The tag “party” has a place that is not in the text: 1–9. It is kept as lost words.`,
  ]);
});

test('an annotation without a place, or with one in words, is not on the whole document: it is an orphan, and told', async () => {
  const file = cas('双方同意', { 'custom.Span': ['label'] }, [
    { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: '0', end: '2', label: 'str' },
    { '%ID': 3, '%TYPE': 'custom.Span', '@sofa': 1, label: 'nowhere' },
    { '%ID': 4, '%TYPE': 'custom.Span', '@sofa': 1, begin: 2, label: 'open' },
    { '%ID': 5, '%TYPE': 'my.Remark', '@sofa': 1, label: 'all' },
  ]);
  const read = await readOne(casJson, 'x.json', file);
  assert.deepEqual(inWords(read).sort(), [
    'all: (document)',
    'nowhere: (lost: )',
    'open: (lost: )',
    'str: (lost: )',
  ]);
  assert.deepEqual(
    read.problems.map(({ code, values }) => `${code} ${values}`),
    ['no-place str,"0"–"2"', 'no-place nowhere,?–?', 'no-place open,2–?'],
  );
});

test('a second text, and the annotations on it, are left out and told', async () => {
  const file = cas('双方', { 'custom.Span': ['label'] }, [
    { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: 0, end: 2, label: 'party' },
    { '%ID': 3, '%TYPE': 'uima.cas.Sofa', sofaNum: 2, sofaID: 'v2', sofaString: '同意' },
    { '%ID': 4, '%TYPE': 'custom.Span', '@sofa': 3, begin: 0, end: 2, label: 'act' },
  ]);
  const read = await readOne(casJson, 'x.json', file);
  assert.deepEqual(inWords(read), ['party: 双方']);
  const line = file.split('\n').findIndex((each) => each.includes('"%ID": 3')) + 1;
  assert.deepEqual(problemsInWords(read), [
    `${line}: This is of a kind that is not read, and left out: uima.cas.Sofa v2`,
  ]);
});

test('a document without tags or text', async () => {
  for (const text of ['', '无标注']) {
    const read = await readOne(casJson, 'x.json', writtenText(casJson, text, [])['甲.txt.json']!);
    assert.equal(read.document.text, text);
    assert.deepEqual(read.document.tags, []);
  }
});

test('what is no structure is left out and told, however deep it is nested', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const sofa = '{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "中方"}';
  const tag =
    '{"%ID": 2, "%TYPE": "custom.Span", "@sofa": 1, "begin": 0, "end": 2, "label": "party", "jiaozhu": "{"}';
  const file = `{"%FEATURE_STRUCTURES": [${sofa}, ${deep}, {"%ID": 1e400, "%TYPE": "x"}, ${tag}]}`;
  const read = await readOne(casJson, 'x.json', file);
  assert.deepEqual(inWords(read), ['party: 中方']);
  assert.deepEqual(
    read.problems.map(({ code, values }) => `${code} ${values}`),
    ['left-out %FEATURE_STRUCTURES[1]', 'left-out %FEATURE_STRUCTURES[2]', 'left-out {'],
  );
});

test('links by the hundred thousand in one feature', async () => {
  const links = Array(200_000).fill(['with', 'urn:uuid:gone']);
  const file = cas('中方', { 'custom.Span': ['label', 'jiaozhu'] }, [
    {
      '%ID': 2,
      '%TYPE': 'custom.Span',
      '@sofa': 1,
      begin: 0,
      end: 2,
      label: 'party',
      jiaozhu: JSON.stringify({ links }),
    },
  ]);
  const read = await readOne(casJson, 'x.json', file);
  assert.equal(read.document.tags[0]!.relations.length, links.length);
});

test('whose annotations they are: the id of the document, unless it is its title again', async () => {
  const metadata = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
  for (const [id, annotator] of [
    ['anna', 'anna'],
    ['2024/甲.txt', ''],
    ['甲.txt', ''],
    ['甲', ''],
  ]) {
    const file = cas('中方', {}, [
      {
        '%ID': 2,
        '%TYPE': metadata,
        '@sofa': 1,
        begin: 0,
        end: 2,
        documentTitle: '2024/甲.txt',
        documentId: id,
      },
    ]);
    assert.equal((await readOne(casJson, 'x.json', file)).document.annotator, annotator);
  }
});

test('what is no CAS is refused in words', async () => {
  for (const [content, code] of [
    ['{', 'not-json'],
    ['[]', 'not-of-format'],
    ['{"%FEATURE_STRUCTURES": []}', 'not-of-format'],
  ] as const) {
    await assert.rejects(
      readOne(casJson, 'x.json', content),
      (error) => error instanceof FormatProblemError && error.problem.code === code,
    );
  }
});

test('lost words are told as lost, and nothing else', () => {
  const text = '中方';
  const orphan = tagOn(text, [], 'party', {
    spans: [{ start: 0, end: 0 }],
    quotes: [{ exact: '法方', prefix: '', suffix: '' }],
    state: 'orphan',
  });
  const document = { name: 'a', text, tags: [orphan, tagOn(text, ['中方'], 'x')], annotator: '' };
  assert.deepEqual(casJson.losses(document, context), [
    { feature: 'orphans', count: 1, tags: ['urn:uuid:party'], tagsLeftOut: true },
  ]);
});

test('every attribute has a feature of its own, called so that UIMA takes it', () => {
  const ids = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'x', 'u', '_', '0', '4', '1', 'A', '-', '强', 'R') }),
    fc.constantFrom(...Object.keys(ownFeatures), 'begin', 'ROLE_a', 'a_u0041_', 'x_u0041_a', '__proto__'),
  );
  fc.assert(
    fc.property(ids, (id) => {
      const name = featureOfAttribute(id);
      assert.match(name, /^[A-Za-z][A-Za-z0-9_]*$/);
      assert.ok(!Object.hasOwn(ownFeatures, name) && name !== 'begin');
      assert.equal(attributeOfFeature(name), id);
    }),
    { numRuns: 2000 },
  );
  assert.equal(featureOfAttribute('stance'), 'stance');
  assert.equal(featureOfAttribute('treaty-type'), 'treaty_u002D_type');
});

test('a token is one Chinese character, a word or a number; a sentence ends with its closing mark or its line', () => {
  const text = '　双方同意。“好！”他说\r\nNATO 2024年\n\n葛\u{e0100}𠮷';
  const words = segmented(text).map(({ start, end, tokens }) => [
    text.slice(start, end),
    tokens.map((token) => text.slice(token.start, token.end)).join('/'),
  ]);
  assert.deepEqual(words, [
    ['双方同意。', '双/方/同/意/。'],
    ['“好！”', '“/好/！/”'],
    ['他说', '他/说'],
    ['NATO 2024年', 'NATO/2024/年'],
    ['葛\u{e0100}𠮷', '葛\u{e0100}/𠮷'],
  ]);
});
