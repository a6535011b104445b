import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Editor, Statement, unwritable } from './stand-in/statement.ts';
import { conversation, unanswered } from './stand-in/vscode.ts';

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

/** A statement that was left with a tag on unsaved text when the editor crashed, and opened again on the text on disk. */
async function crashed(t: TestContext) {
  const statement = new Statement(t, '双方重申支持多边主义，主张维护国际法。');
  const editor = await statement.open();
  editor.type(0, 0, '会上，');
  editor.tag('多边主义');
  await editor.tagged.flush();
  return statement;
}

async function answering(answer: string | Promise<string>, doing: () => Promise<Editor>): Promise<Editor> {
  conversation.said.length = 0;
  conversation.answer = answer;
  try {
    const editor = await doing();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return editor;
  } finally {
    conversation.answer = undefined;
  }
}

const meanwhile: Record<string, (editor: Editor) => void> = {
  'nothing is done': () => {},
  'a tag is made': (editor) => editor.tag('重申', 'verb'),
  'the text is changed': (editor) => {
    editor.type(0, 0, '乙');
    editor.tag('重申', 'verb');
  },
};
for (const [what, act] of Object.entries(meanwhile)) {
  test(`tags of a crash wait for an answer, also where ${what} meanwhile`, async (t) => {
    const statement = await crashed(t);
    const editor = await answering(unanswered, () => statement.open());
    assert.equal(conversation.said.length, 1);
    act(editor);
    await editor.tagged.flush();
    const { length } = editor.tags;
    if (editor.document.isDirty) await editor.save();
    await editor.close();
    const next = await answering('Look for Them', () => statement.open());
    assert.equal(conversation.said.length, 1);
    assert.equal(next.tags.length, length + 1);
    assert.ok(next.tags.includes('party 多边主义'));
    await next.close();
    const last = await answering(unanswered, () => statement.open());
    assert.deepEqual([last.tags, conversation.said], [next.tags, []]);
  });
}

test('tags that are made while it is asked stay when those of the crash are looked for', async (t) => {
  const statement = await crashed(t);
  let answer = (_: string) => {};
  conversation.answer = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const editor = await statement.open();
  conversation.answer = undefined;
  editor.tag('重申', 'verb');
  answer('Look for Them');
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(editor.tags, ['verb 重申', 'party 多边主义']);
});

test('tags of a crash that are not wanted are gone, and not asked about again', async (t) => {
  const statement = await crashed(t);
  const editor = await answering('Discard Them', () => statement.open());
  await editor.close();
  assert.deepEqual(readdirSync(join(statement.folder, 'storage', 'journal')), []);
  const next = await answering(unanswered, () => statement.open());
  assert.deepEqual([next.tags, conversation.said], [[], []]);
});
