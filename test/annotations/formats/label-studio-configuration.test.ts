import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelStudio } from '../../../client/src/annotations/formats/label-studio.ts';
import { xmlEvents } from '../../../client/src/annotations/formats/xml/xml.ts';
import type { LabelScheme } from '../../../client/src/annotations/labels.ts';
import { region, scheme, written } from './label-studio-files.ts';
import { context } from './round-trip.ts';
import { readFiles, tagged, tagsOf } from './written-out.ts';

test('the labelling configuration shows names and stores ids; it has the attributes by region, links, and what is in no scheme', () => {
  const document = tagged('[甲][乙]', [
    { label: '重"要', relations: [{ type: '缔结', target: 't2' }] },
    { label: 'stance', scope: 'document', spans: [] },
  ]);
  const events = [...xmlEvents(written(document)['corpus.label-studio.xml']!)];
  const all = (local: string) =>
    events.flatMap((event) =>
      event.kind === 'start' && event.local === local ? [Object.fromEntries(event.attributes)] : [],
    );
  const { id, name, colour, key } = context.scheme.labels[0]!;
  assert.deepEqual(all('Label')[0], {
    value: name.en,
    alias: id,
    background: colour.light,
    hotkey: key!.toLowerCase(),
  });
  assert.deepEqual(all('Label').at(-1), { value: '重"要', background: '#5f5f5f' });
  assert.deepEqual(all('Relation').at(-1), { value: '缔结' });
  assert.deepEqual(all('Text'), [{ name: 'text', value: '$text', granularity: 'symbol' }]);
  assert.deepEqual(
    all('Choices').map(({ name, perRegion }) => [name, perRegion]),
    [
      ['document', undefined],
      ['attribute-tone', 'true'],
      ['attribute-sure', 'true'],
    ],
  );
  assert.deepEqual(
    all('Choice').map(({ value, alias }) => [value, alias]),
    [
      ['stance', undefined],
      ['reaffirms', '重申'],
      ['yes', 'true'],
      ['no', 'false'],
    ],
  );
  assert.deepEqual([all('TextArea')[0]!.name, all('Number')[0]!.name], ['attribute-why', 'attribute-year']);
});

test('a labelling configuration beside the tasks gives a scheme (labelstud.io/templates/named_entity, /tags/choices)', async () => {
  const xml = `<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="red"/>
    <Label value="缔约方" hotkey="p"/>
    <Label value="立 场" alias="view-point" background="#ffa500"/>
    <Label value="文件"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Header value="Tone"/>
  <Choices name="tone" toName="text" perRegion="true"><Choice value="Formal"/><Choice value="Old" alias="old"/></Choices>
  <Choices name="sure" toName="text" perRegion="true"><Choice value="true"/><Choice value="false"/></Choices>
  <Choices name="whole" toName="text"><Choice value="Good"/></Choices>
  <TextArea name="why" toName="text" perRegion="true"/>
  <Relations><Relation value="amends"/><Relation value="缔结"/></Relations>
</View>`;
  const result = [region('a', 0, 2, '甲国', '文件'), region('b', 3, 5, '乙国', 'view-point')];
  const tasks = JSON.stringify([{ data: { text: '甲国和乙国' }, annotations: [{ result }] }]);
  const [document] = await readFiles(labelStudio, { 'p.json': tasks, 'p.label-studio.xml': xml });
  const { labels, attributes, relations } = document!.scheme!;
  const known = context.scheme.labels.find(({ name }) => name.zh === '缔约方');
  assert.deepEqual(
    labels.map(({ id, name }) => [id, name.zh]),
    [
      ['person', context.scheme.labels.find(({ id }) => id === 'person')!.name.zh],
      [known?.id ?? 'label', '缔约方'],
      ['view-point', '立 场'],
      [known ? 'label' : 'label-2', '文件'],
      ['sic', '原文如此'],
    ],
  );
  assert.deepEqual(tagsOf(document!), [`${known ? 'label' : 'label-2'}: 甲国`, 'view-point: 乙国']);
  assert.deepEqual(
    attributes.map(({ id, name, kind, choices }) => [id, name.en, kind, choices.map((choice) => choice.id)]),
    [
      ['tone', 'Tone', 'choice', ['Formal', 'old']],
      ['sure', 'sure', 'flag', []],
      ['why', 'why', 'text', []],
    ],
  );
  assert.deepEqual(
    relations.map(({ id }) => id),
    ['amends'],
  );
});

test('our own configuration gives our own scheme, and a broken one none', async () => {
  const document = tagged('[甲国]', [{ label: 'party', attributes: { sure: true } }]);
  const files = written(document);
  const [back] = await readFiles(labelStudio, files);
  assert.deepEqual(back!.scheme!.labels, context.scheme.labels);
  const shape = ({ attributes }: LabelScheme) =>
    attributes.map(({ id, name, kind, choices }) => [
      id,
      name.en,
      kind,
      choices.map((choice) => choice.name.en),
    ]);
  assert.deepEqual(shape(back!.scheme!), shape(scheme));
  assert.deepEqual(back!.document.tags[0]!.attributes, { sure: true });
  const [bare] = await readFiles(labelStudio, { ...files, 'corpus.label-studio.xml': '<View><Labels>' });
  assert.equal(bare!.scheme, undefined);
  assert.deepEqual(tagsOf(bare!), ['party: 甲国']);
});
