import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { qdc } from '../../../client/src/annotations/formats/qdc.ts';
import { xmlEvents } from '../../../client/src/annotations/formats/xml/xml.ts';
import type { Label, LabelScheme } from '../../../client/src/annotations/labels.ts';

function write(scheme: LabelScheme, language: 'en' | 'zh' = 'zh'): string {
  const writer = qdc.write!({ scheme, language, corpus: '我们的' });
  const document = { name: 'a.txt', text: '', tags: [], annotator: '' };
  assert.deepEqual([...writer.document(document)], []);
  const [file, ...more] = [...writer.end()];
  assert.deepEqual(more, []);
  assert.equal(file?.file, '我们的.qdc');
  return String(file.content);
}

async function read(text: string): Promise<LabelScheme> {
  const bytes = new TextEncoder().encode(text);
  const file = {
    name: 'a.qdc',
    async *chunks() {
      yield bytes;
    },
  };
  return (await qdc.schemeReader!.read(file, { beside: async () => undefined })).scheme;
}

/** What a codebook has no place for is not compared: keys, suggestions, the colour on dark grounds. */
function kept({ key: _key, suggestion: _suggestion, colour, ...label }: Label): object {
  return { ...label, light: colour.light };
}

test('the scheme comes back with its ids, names, groups, descriptions and guidelines, in either language', async () => {
  for (const language of ['en', 'zh'] as const) {
    const scheme = await read(write(diplomaticScheme, language));
    assert.deepEqual(scheme.groups, diplomaticScheme.groups);
    const byId = (a: Label, b: Label) => (a.id < b.id ? -1 : 1);
    assert.deepEqual(
      [...scheme.labels].sort(byId).map(kept),
      [...diplomaticScheme.labels].sort(byId).map(kept),
    );
  }
});

test('what is said of a label comes back whatever it holds', async () => {
  const said = '一\n\n- [id] x\n[zh] y\n  "引"\t<b>&amp;\r\n';
  const label: Label = {
    id: 'a',
    name: { zh: '"甲" <乙>', en: ' blank ' },
    colour: { light: '#112233', dark: '#ddeeff' },
    description: { zh: said, en: '"quoted"' },
    guideline: { zh: '', en: said },
  };
  const scheme = { labels: [label], groups: [], attributes: [], relations: [] };
  assert.deepEqual((await read(write(scheme))).labels.map(kept), [kept(label)]);
});

test('labels of one name have names of their own in the codebook', () => {
  const label = { ...diplomaticScheme.labels[0]!, group: 'none' };
  const text = write({ ...diplomaticScheme, labels: [label, { ...label, id: 'other' }], groups: [] });
  const names = [...xmlEvents(text)].flatMap((event) =>
    event.kind === 'start' ? (event.attributes.get('name') ?? []) : [],
  );
  assert.deepEqual(names, ['当事方', '当事方 (2)']);
});

test('a codebook as ATLAS.ti writes it', async () => {
  // The form of ATLAS.ti Win 23.4.0: groups of codes are sets there, whose members a label has no place for.
  const scheme = await read(`<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:0:4 Codebook.xsd" origin="ATLAS.ti Win 23.4.0" xmlns="urn:QDA-XML:codebook:1.0">
  <Codes>
    <Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="code1" color="#46AA00" isCodable="true">
      <Description>description</Description>
    </Code>
  </Codes>
</CodeBook>`);
  assert.deepEqual(
    scheme.labels.map(({ colour: _colour, ...label }) => label),
    [
      {
        id: 'code1',
        name: { zh: 'code1', en: 'code1' },
        description: { zh: 'description', en: 'description' },
      },
    ],
  );
});

test('codes of codes are labels of a group; one without a name is called by its GUID', async () => {
  const scheme = await read(`<CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="NVivo 12 For Mac"><Codes>
<Code guid="3c51efbb-071f-43a7-9f32-228b89668e8d" name="立场" isCodable="true">
  <Code guid="4d62f0cc-182f-44b8-a043-339c90779e9e" name="Firm stance" isCodable="true">
    <Code guid="5d62f0cc-182f-44b8-a043-339c90779e9e" name="Firm stance" isCodable="true" color="#0f0"/>
  </Code>
</Code>
<Code guid="{6D62F0CC-182f-44b8-a043-339c90779e9e}" name="" isCodable="true"/>
<Code guid="7d62f0cc-182f-44b8-a043-339c90779e9e" name="__proto__" isCodable="true"/>
</Codes></CodeBook>`);
  assert.deepEqual(scheme.groups, [{ id: 'group', name: { zh: '立场', en: '立场' } }]);
  assert.deepEqual(
    scheme.labels.map(({ id, group }) => [id, group]),
    [
      ['label', 'group'],
      ['firm-stance', 'group'],
      ['firm-stance-2', 'group'],
      ['6d62f0cc-182f-44b8-a043-339c90779e9e', undefined],
      ['proto', undefined],
    ],
  );
});

test('another file is said to be none', async () => {
  await assert.rejects(read('<html/>'), FormatProblemError);
  await assert.rejects(read('{}'), FormatProblemError);
});

test('many codes of one name are read in time that grows as they do', async () => {
  const codes = (count: number) => '<Code guid="g" name="x" isCodable="true"/>'.repeat(count);
  const scheme = await read(`<CodeBook><Codes>${codes(50_000)}</Codes></CodeBook>`);
  assert.equal(scheme.labels.at(-1)!.id, 'x-50000');
});

test('a codebook holds neither texts nor tags, and says so', () => {
  const document = { name: 'a.txt', text: '双方', tags: [], annotator: '' };
  const told = qdc.losses(document, { scheme: diplomaticScheme, language: 'zh', corpus: 'x' });
  assert.deepEqual(told, [{ feature: 'tags', count: 0, tags: [], tagsLeftOut: true }]);
});
