import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type InstrumentsResult, instrumentsRequest } from '../../server/src/protocol.ts';
import { TestClient } from './client.ts';

const text = `甲国和乙国联合声明

双方恪守《联合国宪章》，于2031年5月2日签署《甲乙引水协定》（以下简称“协定”）。协定自签署之日起生效。
《北京宣言》值得纪念。
`;

test('tells what a document cites, with every mention, and what fits several', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const result = await document.ask<InstrumentsResult>(instrumentsRequest);
  assert.equal(result.version, 1);
  assert.deepEqual(
    result.cited.map(({ identity, title, instrument, mentions }) => [
      identity,
      title,
      instrument?.kind,
      mentions.map((mention) => text.slice(mention.start, mention.end)),
    ]),
    [
      ['un-charter', '联合国宪章', 'charter', ['《联合国宪章》']],
      ['《甲乙引水协定》', '甲乙引水协定', undefined, ['《甲乙引水协定》', '协定', '协定']],
    ],
  );
  const [water] = result.cited.slice(1);
  assert.deepEqual(water!.mentions[0]!.date, '2031-05-02');
  assert.deepEqual(water!.mentions[0]!.verb, '签署');
  const [declaration, ...others] = result.unresolved;
  assert.equal(declaration!.text, '《北京宣言》');
  assert.ok(declaration!.candidates.length > 1 && others.length === 0);
});
