import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsOf } from '../../server/src/instruments/citation.ts';
import { find, REGISTRY } from './marked.ts';

/** Each instrument cited, with its mentions. */
function cited(text: string, title?: string): string[] {
  return citationsOf(find(text, title), REGISTRY).map(
    ({ identity, references }) => `${identity}: ${references.map((one) => one.text).join(' ')}`,
  );
}

test('every form counts for the instrument that it means', () => {
  assert.deepEqual(
    cited(
      '《不扩散核武器条约》（以下简称《条约》）与《联合国宪章》。《条约》是基石。该条约已生效。根据联合国宪章行事。',
    ),
    ['npt-1968: 《不扩散核武器条约》 《条约》 《条约》 该条约', 'un-charter: 《联合国宪章》 联合国宪章'],
  );
});

test('an instrument that nobody has registered goes by its full title, in every document', () => {
  assert.deepEqual(cited('《甲乙引水协定》（以下简称“协定”）。协定有效期五年。'), [
    '《甲乙引水协定》: 《甲乙引水协定》 协定 协定',
  ]);
  assert.deepEqual(cited('本协定自签字之日起生效。', '甲乙引水协定'), ['《甲乙引水协定》: 本协定']);
});

test('what fits two equally well is cited by neither', () => {
  assert.deepEqual(cited('《山城宣言》发表。'), []);
});
