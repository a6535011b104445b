import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Belongings, type ComingDocument } from '../../../client/src/annotations/exchange/belonging.ts';

/** Documents by path, with their text; of their clean text no more is known than that it has no `#`. */
function importingInto(texts: Readonly<Record<string, string>>) {
  const belongings = new Belongings({
    filesIn: async (folder) =>
      Object.keys(texts).flatMap((path) => {
        const slash = path.lastIndexOf('/');
        return path.slice(0, Math.max(0, slash)) === folder ? [path.slice(slash + 1)] : [];
      }),
    text: async (path, form) => (form === 'raw' ? texts[path] : texts[path]?.replaceAll('#', '')),
  });
  return async (name: string, more: Partial<ComingDocument> = {}) => {
    const document = { name, text: '双方同意。', annotator: '', ...more };
    const belonging = await belongings.of(document);
    if ('reason' in belonging) return belonging.reason;
    await belongings.take(document, belonging);
    const { path, annotator, isNew } = belonging;
    return `${annotator === '' ? '' : `${annotator}: `}${path}${isNew ? ' (new)' : ''}`;
  };
}

test('a document is known again by its path, whatever its ending', async () => {
  const names = ['a.txt', 'b.statement.txt', 'c.txt', 'c.statement', 'a.txt.annotations.json', 'Ö.txt'];
  const into = importingInto(
    Object.fromEntries([...names, '2024/d.txt'].map((name) => [name, '双方同意。'])),
  );
  assert.equal(await into('a.txt'), 'a.txt');
  assert.equal(await into('O\u0308.TXT'), 'Ö.txt');
  assert.equal(await into('b.txt'), 'b.statement.txt');
  assert.equal(await into('2024/d.ann'), '2024/d.txt');
  // Of two that it may be, neither is taken.
  assert.equal(await into('c.ann'), 'c.ann.txt (new)');
  assert.equal(await into('__proto__/x'), '__proto__/x.txt (new)');
  assert.equal(await into('../../x.txt'), 'x.txt (new)');
});

test('edited since, it is known by its path; with another ending of ours it is another document', async () => {
  const into = importingInto({ 'a.txt': '各方同意。', 'b.statement': '各方同意。' });
  assert.equal(await into('a.txt'), 'a.txt');
  assert.equal(await into('b.ann'), 'b.statement');
  const other = importingInto({ 'b.statement': '各方同意。' });
  assert.equal(await other('b.txt'), 'b.txt (new)');
});

test('a folder is an annotator’s where nothing lies in it and the text is that of the document', async () => {
  const there = { 'a.txt': '双方#\n同意。', '2024/d.txt': '双方同意。', '2022/x.txt': '' };
  const into = importingInto(there);
  assert.equal(await into('李/a.txt'), '李: a.txt');
  assert.equal(await into('李/2024/d.txt'), '李: 2024/d.txt');
  assert.equal(await into('李/a.txt', { annotator: '李' }), '李: a.txt');
  assert.equal(await into('李/a.txt', { annotator: '王' }), '王: 李/a.txt (new)');
  // Of another text it is another document of the same name, and so is one in a folder that is there.
  const others = importingInto(there);
  assert.equal(await others('2023/a.txt', { text: '各方同意。' }), '2023/a.txt (new)');
  assert.equal(await others('2022/a.txt'), '2022/a.txt (new)');
});

test('where our export says the path, that counts: in an annotator’s folder, with a number, of any characters', async () => {
  const there = { '声明.txt': '一', '声明.statement': '二', 'a:b声明.txt': '三' };
  const into = importingInto(there);
  assert.equal(await into('李/声明.txt', { path: '声明.txt', annotator: '李', text: '旧' }), '李: 声明.txt');
  assert.equal(await into('声明-2.statement', { path: '声明.statement', text: '二' }), '声明.statement');
  assert.equal(await into('a-b声明.txt', { path: 'a:b声明.txt', text: '三' }), 'a:b声明.txt');
  // Without it, by how the name goes out.
  assert.equal(await importingInto(there)('a-b声明.txt', { text: '三' }), 'a:b声明.txt');
  const nowhere = importingInto({});
  assert.equal(await nowhere('李/甲.txt', { path: '甲.txt', annotator: '李' }), '李: 甲.txt (new)');
  assert.equal(await nowhere('王/甲.txt', { path: '甲.txt', annotator: '王' }), '王: 甲.txt');
  assert.equal(await nowhere('x', { path: '/../../a:b.txt' }), 'a-b.txt (new)');
});

test('several of one name and of different texts get numbers, and are known again by their texts', async () => {
  const there: Record<string, string> = {};
  const first = importingInto(there);
  for (const [text, path] of [
    ['一', '访谈.txt'],
    ['二', '访谈-2.txt'],
    ['三', '访谈-3.txt'],
  ] as const) {
    assert.equal(await first('访谈.txt', { text }), `${path} (new)`);
    assert.equal(await first('访谈.txt', { text }), path);
    there[path] = text;
  }
  const again = importingInto(there);
  assert.equal(await again('访谈.txt', { text: '三' }), '访谈-3.txt');
  assert.equal(await again('访谈.txt', { text: '一' }), '访谈.txt');
  assert.equal(await again('访谈.txt', { text: '二' }), '访谈-2.txt');
  assert.equal(await again('访谈.txt', { text: '四' }), '访谈-4.txt (new)');
  // What has been edited is known by its name, but once.
  const edited = importingInto(there);
  assert.equal(await edited('访谈.txt', { text: '壹' }), '访谈.txt');
  assert.equal(await edited('访谈.txt', { text: '二' }), '访谈-2.txt');
  assert.equal(await edited('访谈.txt', { text: '五' }), '访谈-4.txt (new)');
});

test('names that differ in case alone are one, and so get numbers', async () => {
  const into = importingInto({});
  assert.equal(await into('A.txt', { text: '一' }), 'A.txt (new)');
  assert.equal(await into('a.txt', { text: '二' }), 'A-2.txt (new)');
  assert.equal(await into('a.txt', { text: '一' }), 'A.txt');
});

test('many tasks of one name take time that grows with them', async () => {
  const into = importingInto({});
  const count = 3000;
  for (let n = 1; n <= count; n += 1) await into('报.txt', { text: `第${n}段` });
  assert.equal(await into('报.txt', { text: '第2999段' }), '报-2999.txt');
});

test('annotators whose files would have one name are not taken for one', async () => {
  const into = importingInto({ '甲.txt': '双方同意。' });
  assert.equal(await into('甲.txt', { annotator: '王 明' }), '王 明: 甲.txt');
  assert.equal(await into('甲.txt', { annotator: '王-明' }), 'annotators-alike');
  assert.equal(await into('甲.txt', { annotator: '王 明' }), '王 明: 甲.txt');
});

test('a text that no file keeps as it is makes no document', async () => {
  const into = importingInto({});
  assert.equal(await into('a.txt', { text: '双\0方' }), 'nul');
  assert.equal(await into('a.txt', { text: '\ufeff双方' }), 'byte-order-mark');
  assert.equal(await into('a.txt', { text: '双\ud800方' }), 'surrogate');
  assert.equal(await into('a.txt', { text: '双\u{20000}方' }), 'a.txt (new)');
});
