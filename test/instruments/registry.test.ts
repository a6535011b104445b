import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import { builtInRegistry, loadRegistry } from '../../server/src/instruments/registry.ts';

const ids = (found: readonly Instrument[]) => found.map((instrument) => instrument.id);

const pact = (id: string, zh: string, ...zhShort: string[]): Instrument => ({
  id,
  kind: 'treaty',
  names: { zh, zhShort },
  sources: {},
});

test('an instrument is found by its full title and by its short name', () => {
  const registry = builtInRegistry();
  assert.deepEqual(ids(registry.named('中华人民共和国和俄罗斯联邦睦邻友好合作条约')), [
    'cn-ru-good-neighbourliness-2001',
  ]);
  assert.deepEqual(ids(registry.named('中俄睦邻友好合作条约')), ['cn-ru-good-neighbourliness-2001']);
});

test('an instrument is found in traditional characters', () => {
  assert.deepEqual(ids(builtInRegistry().named('聯合國憲章')), ['un-charter']);
  assert.deepEqual(ids(builtInRegistry().named('禁止化學武器公約')), ['cwc-1992']);
});

test('a title of its own brackets is found: the draft agreement on navigation ends in （草案）', () => {
  const name = '中俄船只在黑瞎子岛（塔拉巴罗夫岛和博利绍伊乌苏里斯基岛）地区周围水域航行的政府间协定（草案）';
  const [draft] = builtInRegistry().named(name);
  assert.equal(draft?.id, 'cn-ru-heixiazi-navigation-draft');
  assert.equal(draft?.status, 'draft');
});

test('the treaty on weapons in outer space is a draft although its title does not say so', () => {
  const [draft] = builtInRegistry().named('防止在外空放置武器、对外空物体使用或威胁使用武力条约');
  assert.equal(draft?.status, 'draft');
});

test('a bare genus word is nobody’s name', () => {
  for (const genus of ['条约', '公约', '宪章', '协定', '声明', '纲要', '规划纲要', '路线图', '中期路线图']) {
    assert.deepEqual(builtInRegistry().named(genus), []);
  }
});

test('an unknown name finds nothing', () => {
  assert.deepEqual(builtInRegistry().named('火星互不侵犯条约'), []);
});

test('a name that two instruments bear finds both', () => {
  const registry = loadRegistry([pact('a-1900', '甲条约', '共名'), pact('b-1901', '乙条约', '共名')]);
  assert.deepEqual(ids(registry.named('共名')), ['a-1900', 'b-1901']);
});

test('an inner title is found whichever title marks it has', () => {
  const registry = loadRegistry([pact('a-1900', '〈甲条约〉实施纲要')]);
  assert.deepEqual(ids(registry.named('〈甲条约〉实施纲要')), ['a-1900']);
  assert.deepEqual(ids(registry.named('《甲条约》实施纲要')), ['a-1900']);
});

test('entries of a workspace are added, and take the place of those with the same id', () => {
  const registry = loadRegistry(
    [pact('a-1900', '甲条约'), pact('b-1901', '乙条约')],
    [pact('b-1901', '乙公约'), pact('c-1902', '丙条约')],
  );
  assert.deepEqual([...registry.byId.keys()], ['a-1900', 'b-1901', 'c-1902']);
  assert.deepEqual(registry.named('乙条约'), []);
  assert.deepEqual(ids(registry.named('乙公约')), ['b-1901']);
  assert.deepEqual([...registry.names.keys()], ['甲条约', '乙公约', '丙条约']);
});
