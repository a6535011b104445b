import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHighlights } from '../../server/src/features/document-highlight.ts';
import { findReferences } from '../../server/src/features/find-references.ts';
import { atCursor, surroundings, withRanges, workspaceOf } from './sample.ts';

function found(marked: string, includeDeclaration = true): string {
  const { snapshot, offset } = atCursor(marked);
  const places = findReferences(snapshot, offset, surroundings, includeDeclaration);
  return withRanges(
    snapshot,
    places.map(({ range }) => range),
  );
}

const text =
  '双方签署《甲乙湿地合作规划纲要》和《甲乙渔业协定》。《▮纲要》重要，该协定也重要。双方落实《纲要》。';

test('every form of one instrument is found from any of them, and no other', () => {
  assert.equal(
    found(text),
    '双方签署[《甲乙湿地合作规划纲要》]和《甲乙渔业协定》。[《纲要》]重要，该协定也重要。双方落实[《纲要》]。',
  );
});

test('without the place where it is named', () => {
  assert.equal(
    found(text, false),
    '双方签署《甲乙湿地合作规划纲要》和《甲乙渔业协定》。[《纲要》]重要，该协定也重要。双方落实[《纲要》]。',
  );
});

test('names in either script and of any length are one', () => {
  assert.equal(
    found('恪守《不扩散核武器条约》。遵守《不擴散核武器條約》。《核不扩散▮条约》有效。'),
    '恪守[《不扩散核武器条约》]。遵守[《不擴散核武器條約》]。[《核不扩散条约》]有效。',
  );
});

test('the title of the document counts among the places of 本协定', () => {
  assert.equal(
    found('甲国和乙国渔业协定\n\n第一条　本▮协定适用于领海。本协定有效期十年。\n'),
    '[甲国和乙国渔业协定]\n\n第一条　[本协定]适用于领海。[本协定]有效期十年。\n',
  );
});

test('on its title, the mentions of the document are found and highlighted', () => {
  for (const title of ['▮甲国和乙国渔业协定', '甲国和▮乙国渔业协定', '甲国和乙国渔业协定▮']) {
    const marked = `${title}\n\n第一条　本协定适用于领海。本协定有效期十年。\n`;
    assert.equal(found(marked), '[甲国和乙国渔业协定]\n\n第一条　[本协定]适用于领海。[本协定]有效期十年。\n');
    const { snapshot, offset } = atCursor(marked);
    const kinds = documentHighlights(snapshot, offset, surroundings.registry).map(({ kind }) => kind);
    assert.deepEqual(kinds, [3, 2, 2]);
  }
});

test('a title that does not tell which document it is counts for what calls itself so', () => {
  assert.equal(
    found('联合▮公报\n\n双方举行会谈。\n\n双方同意发表本公报。本公报有效。\n'),
    '[联合公报]\n\n双方举行会谈。\n\n双方同意发表[本公报]。[本公报]有效。\n',
  );
});

test('a title inside the title is what it is', () => {
  assert.equal(
    found(`关于《联合国▮宪章》的联合声明\n\n双方恪守《联合国宪章》。\n`).match(/\[《联合国宪章》\]/g)?.length,
    2,
  );
});

test('a title that may be several instruments is found with its like', () => {
  assert.equal(found('《北京▮宣言》重要。《联合国宪章》和《北京宣言》有效。').match(/\[/g)?.length, 2);
});

test('nothing is found where no instrument is mentioned', () => {
  assert.equal(found('双▮方。'), '双方。');
});

test('highlighted are the same, and the one that names it otherwise than the rest', () => {
  const { snapshot, offset } = atCursor(text);
  const highlights = documentHighlights(snapshot, offset, surroundings.registry);
  assert.deepEqual(
    highlights.map(({ kind }) => kind),
    [3, 2, 2],
  );
  assert.equal(
    withRanges(
      snapshot,
      highlights.map(({ range }) => range),
    ),
    found(text),
  );
  assert.deepEqual(documentHighlights(snapshot, 0, surroundings.registry), []);
});

test('the mentions in other files follow those here', () => {
  const around = workspaceOf({
    'file:///a': '甲国和乙国渔业协定\n\n第一条　本协定适用于领海。\n',
    'file:///b': '丙国声明\n\n丙国注意到《甲国和乙国渔业协定》。\n\n该协定有效。\n',
    'file:///c': '丙国声明\n\n丙国恪守《联合国宪章》。\n',
  });
  const { snapshot, offset } = atCursor('双方签署《甲国和乙国▮渔业协定》。');
  const uris = (declaration: boolean) =>
    findReferences(snapshot, offset, around, declaration).map(({ uri }) => uri);
  assert.deepEqual(uris(true), [snapshot.uri, 'file:///a', 'file:///a', 'file:///b', 'file:///b']);
  assert.deepEqual(uris(false), ['file:///a', 'file:///b', 'file:///b']);
});

test('of what stands for several, the mentions of each are found, in other files too', () => {
  const around = workspaceOf({
    'file:///a':
      '丙国声明\n\n丙国恪守《不扩散核武器条约》和《全面禁止核试验条约》。\n\n丙国重申上述两条约。\n',
  });
  const { snapshot, offset } = atCursor(
    '双方恪守《不扩散核武器条约》和《全面禁止核试验条约》。\n\n双方重申上述两▮条约。\n',
  );
  const found = findReferences(snapshot, offset, around, true);
  assert.equal(found.filter(({ uri }) => uri === snapshot.uri).length, 3);
  assert.equal(found.filter(({ uri }) => uri === 'file:///a').length, 3, 'the one for both only once');
});
