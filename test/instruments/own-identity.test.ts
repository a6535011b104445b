import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexiconOf } from '../../server/src/instruments/lexicon.ts';
import { ownIdentity } from '../../server/src/instruments/own-identity.ts';
import { findReferences } from '../../server/src/instruments/references.ts';
import { builtInRegistry } from '../../server/src/instruments/registry.ts';

const registry = builtInRegistry();
const identityOf = (title: string) => ownIdentity({ title }, lexiconOf(registry)).identity;

test('a document is what others call it, and what it calls itself', () => {
  for (const title of [
    '联合国宪章',
    '《不擴散核武器條約》',
    '甲国和乙国渔业协定',
    '甲國和乙國漁業協定（草案）',
  ]) {
    const [cited] = findReferences([{ text: `《${title.replace(/[《》]/g, '')}》`, start: 0 }], registry);
    assert.equal(identityOf(title), cited!.identity, title);
    const [self] = findReferences([{ text: '本协定', start: 0 }], registry, { title });
    assert.equal(identityOf(title), self!.identity, title);
  }
});

test('a document without a title is nothing that could be cited', () => {
  assert.equal(identityOf('  '), null);
});
