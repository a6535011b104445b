import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Statement, unwritable } from './editor/statement.ts';

test('tags whose file cannot be written are there at the next opening', async (t) => {
  const statement = new Statement(t, '双方重申支持多边主义。');
  const editor = await statement.open({ files: unwritable('.annotations.json') });
  editor.tag('双方');
  editor.tag('多边主义', 'concept');
  await editor.tagged.flush();
  assert.match(editor.tagged.trouble?.message ?? '', /ENOSPC/);
  await editor.close();
  const next = await statement.open();
  assert.deepEqual(next.tags, ['party 双方', 'concept 多边主义']);
  await next.close();
  assert.deepEqual((await statement.open()).tags, ['party 双方', 'concept 多边主义']);
});
