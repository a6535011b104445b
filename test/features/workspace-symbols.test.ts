import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { searchKey } from '../../server/src/workspace/search-key.ts';
import { summaryOf } from '../../server/src/workspace/summary.ts';
import { StatementIndex } from '../../server/src/workspace/workspace-index.ts';
import { service } from './sample.ts';

const statement =
  '甲国和乙国联合声明\n\n双方恪守《联合国宪章》，签署《甲乙引水协定》。\n\n一、政治关系\n\n双方满意。\n';
const traditional = '丙國和丁國聯合公報\n\n雙方恪守《聯合國憲章》。\n\n一、經濟關係\n\n雙方滿意。\n';

function found(query: string, ...texts: string[]): string[] {
  const index = new StatementIndex();
  texts.forEach((text, i) => {
    index.set(`file:///${i}`, summaryOf(service.analyse(text), new LineTable(text), service.registry));
  });
  return workspaceSymbols(index, query, () => service.registry).map(({ name }) => name);
}

test('in either script, whatever marks and white space there are', () => {
  for (const query of ['经济关系', '經濟關係', ' 經濟 关系', '《经济']) {
    assert.deepEqual(found(query, statement, traditional), ['一、經濟關係'], query);
  }
  assert.equal(searchKey('《聯合國　憲章》（ＡＢＣ）'), searchKey('联合国宪章(abc)'));
});

test('the best fit first, and statements before what they hold', () => {
  const treaty = '联合声明\n\n双方签署《甲乙联合声明》。\n';
  assert.deepEqual(found('联合声明', statement, treaty), ['联合声明', '甲国和乙国联合声明', '甲乙联合声明']);
});

test('an instrument once, however many cite it, and not where a statement is it', () => {
  assert.deepEqual(found('联合国宪章', statement, traditional), ['联合国宪章']);
  const water = '甲乙引水协定\n\n第一条\n双方引水。\n';
  assert.deepEqual(found('引水协定', statement, water), ['甲乙引水协定']);
});

test('no query finds all, and no more than are shown', () => {
  assert.ok(found('', statement).includes('一、政治关系'));
  const many = `甲国声明\n\n${Array.from({ length: 400 }, (_, i) => `双方签署《第${i}号协定》。\n`).join('')}`;
  assert.equal(found('', many).length, 200);
  assert.equal(found('第399号', many).length, 1);
});
