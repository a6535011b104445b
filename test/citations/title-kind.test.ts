import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfTitle } from '../../client/src/citations/title-kind.ts';

test('a title tells its kind by the word that it ends with, in either script', () => {
  for (const [title, kind] of [
    ['中华人民共和国和鲁里坦尼亚王国引渡条约', 'treaty'],
    ['關於漁業合作的協定', 'agreement'],
    ['旅游合作谅解备忘录', 'agreement'],
    ['山地公约', 'convention'],
    ['山地公约附加议定书', 'protocol'],
    ['关于深化合作的联合声明', 'joint-statement'],
    ['关于气候变化的声明', 'declaration'],
    ['聯合公報', 'communique'],
    ['2027—2030年合作规划纲要', 'plan'],
    ['山地倡议', 'initiative'],
    ['引渡条约（草案）', 'draft'],
    ['山中精神', undefined],
    ['', undefined],
  ] as const) {
    assert.equal(kindOfTitle(title), kind, title);
  }
});
