import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Command, TextDocumentEdit } from 'vscode-languageserver/node';
import { clientCommands } from '../../server/src/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { type OpenText, plainCapabilities, TestClient } from './client.ts';

const broken = `甲国和乙国关于湿地保护的联合声明

双 方 重 申 恪 守 《 联 合 国 宪 章 》 宗 旨 。${'  '}

乙 国 感 谢 甲 国 的 热 情 款 待 和 周 到 安 排 。（下转第7版）
`;

type Chosen = { readonly title: string } & Partial<CodeAction>;

async function actionsAt(document: OpenText, words: string, context: object = {}): Promise<Chosen[]> {
  return document.ask('textDocument/codeAction', {
    range: document.rangeOf(words),
    context: { diagnostics: [], ...context },
  });
}

function applied(document: OpenText, action: Chosen): string {
  const [change] = action.edit!.documentChanges as TextDocumentEdit[];
  const edits = change!.edits.map((edit) => ({
    ...document.lines.toOffsets(edit.range),
    text: 'newText' in edit ? edit.newText : '',
  }));
  return applyEdits(document.text, edits);
}

const byTitle = (actions: readonly Chosen[], title: string) => {
  const found = actions.find((action) => action.title === title);
  assert.ok(found, `${title} among ${actions.map((action) => action.title).join(' | ')}`);
  return found;
};

const titles = (actions: readonly Chosen[]) => actions.map(({ title }) => title);

test('a safe finding has its own fix, preferred, and wider ones whose edits come when chosen', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const { items } = await document.pull();
  const spaced = items.filter(({ code }) => code === 'letter-spacing');
  assert.equal(spaced.length, 2);
  const actions = await actionsAt(document, '双 方', { diagnostics: items });
  assert.deepEqual(titles(actions), [
    'Close up the stretched line',
    'Mend everywhere: stretched lines',
    'Clean this paragraph',
    'Clean the document',
  ]);

  const [own, ...wider] = actions;
  assert.equal(own!.isPreferred, true);
  assert.deepEqual(own!.diagnostics, [spaced[0]]);
  assert.ok(applied(document, own!).includes('双方重申恪守《联合国宪章》宗旨。  \n'));
  assert.ok(applied(document, own!).includes('乙 国 感 谢'));

  for (const each of wider) assert.deepEqual([each.edit, each.isPreferred], [undefined, undefined]);
  const [everywhere, paragraph, whole] = await Promise.all(
    wider.map(async (each) => applied(document, await client.ask<Chosen>('codeAction/resolve', each))),
  );
  assert.ok(everywhere!.includes('双方重申') && everywhere!.includes('乙国感谢'));
  assert.ok(everywhere!.includes('宗旨。  \n'));
  assert.ok(paragraph!.includes('双方重申恪守《联合国宪章》宗旨。\n'));
  assert.ok(paragraph!.includes('乙 国 感 谢'));
  assert.ok(whole!.includes('宗旨。\n'));
  assert.ok(whole!.includes('乙国感谢甲国的热情款待和周到安排。（下转第7版）'));
});

test('a fix that would do no more than one above it is not offered', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('双方满意2024年的合作。\n\n双方将“ 会晤”。\n');
  assert.deepEqual(titles(await actionsAt(document, '“ ')), ['Remove the space beside the mark']);
  const both = await client.open('双方将“ 会晤”和“ 会谈”。\n', 'file:///both.statement');
  assert.deepEqual(titles(await actionsAt(both, '“ ')), [
    'Remove the space beside the mark',
    'Mend in this paragraph: spaces beside marks',
  ]);
  assert.deepEqual(titles(await actionsAt(both, '“ 会晤”和“ 会谈')), [
    'Remove the space beside the mark (2 places)',
  ]);
});

test('a likely finding is mended one at a time as it is, in bulk only after a look', async (t) => {
  const client = await TestClient.start(t);
  const twice = `${broken}\n双方商定保持接触。（下转第3版）\n`;
  const document = await client.open(twice);
  const actions = await actionsAt(document, '（下转第7版）');
  const own = byTitle(actions, 'Remove the page mark');
  assert.equal(own.isPreferred, undefined);
  assert.equal(own.edit!.changeAnnotations, undefined);
  const everywhere = byTitle(actions, 'Mend everywhere, likely ones too: page marks');
  const resolved = await client.ask<Chosen>('codeAction/resolve', everywhere);
  const [annotation] = Object.values(resolved.edit!.changeAnnotations!);
  assert.equal(annotation!.needsConfirmation, true);
  assert.ok(!/下转/.test(applied(document, resolved)));

  const selected = await actionsAt(document, twice.slice(twice.indexOf('（下转'), -2));
  const both = byTitle(selected, 'Remove the page mark (2 places)');
  assert.equal(Object.values(both.edit!.changeAnnotations!)[0]!.needsConfirmation, true);
});

test('a client that can tag and show settings is offered to leave a place as printed, and its commands to clean', async (t) => {
  const commands = Object.values(clientCommands);
  const client = await TestClient.start(t, { initializationOptions: { commands } });
  const document = await client.open(broken);
  const actions = await actionsAt(document, '双 方');
  const commandOf = (title: string) => byTitle(actions, title).command as unknown as Command;
  const place = (words: string) => {
    const start = broken.indexOf(words);
    return { uri: document.uri, version: 1, start, end: start + words.length };
  };
  const leave = commandOf('Leave “双 方 重 申 恪 守…” as printed (sic)');
  assert.equal(leave.command, clientCommands.leaveAsPrinted);
  assert.deepEqual(leave.arguments, [place('双 方 重 申 恪 守 《 联 合 国 宪 章 》 宗 旨 。')]);
  const level = commandOf('Change how stretched lines are reported…');
  assert.deepEqual([level.command, level.arguments], [clientCommands.changeLevel, ['letter-spacing']]);
  assert.deepEqual(commandOf('Clean the document').arguments, [place('双 方')]);
  assert.deepEqual(commandOf('Clean this paragraph').arguments, [place('双 方')]);
  // What changes no text stands last.
  assert.deepEqual(
    actions.slice(-2).map(({ command }) => (command as unknown as Command).command),
    [clientCommands.leaveAsPrinted, clientCommands.changeLevel],
  );
});

test('an action of a text that is no longer there is refused', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const action = byTitle(await actionsAt(document, '双 方'), 'Clean the document');
  await document.edit([{ range: document.rangeOf('热 情'), newText: '盛' }]);
  await assert.rejects(client.ask('codeAction/resolve', action), { code: -32801 });
});

test('a client that resolves nothing gets every edit at once, and unversioned if need be', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await client.open(broken);
  for (const action of await actionsAt(document, '双 方')) {
    assert.deepEqual(Object.keys(action.edit!.changes!), [document.uri], action.title);
  }
});

test('on save, the generic kind does nothing unless the person wants it', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const ask = (only: string, triggerKind = 2) => actionsAt(document, '双 方', { only: [only], triggerKind });
  assert.deepEqual(await ask('source.fixAll'), []);
  assert.deepEqual(await ask('source'), []);
  assert.deepEqual(await ask('source.organizeImports'), []);
  assert.deepEqual(await ask('refactor'), []);
  assert.equal((await ask('source', 1)).length, 1, 'a person who opens the menu may see it');
  const [own] = await ask('source.fixAll.jiaozhu');
  assert.equal(own!.kind, 'source.fixAll.jiaozhu');
  assert.ok(applied(document, own!).includes('双方重申恪守《联合国宪章》宗旨。'));

  const keen = await TestClient.start(t, { settings: { cleanOnSave: true } });
  const same = await keen.open(broken);
  assert.equal((await actionsAt(same, '双 方', { only: ['source.fixAll'], triggerKind: 2 })).length, 1);
});

test('a clean text has nothing to fix', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国发表声明。\n');
  assert.deepEqual(await actionsAt(document, '两国'), []);
  assert.deepEqual(await actionsAt(document, '两国', { only: ['source.fixAll.jiaozhu'] }), []);
});

test('what saves with a wish to be cleaned is cleaned, but not while a person types', async (t) => {
  const client = await TestClient.start(t, { settings: { cleanOnSave: true } });
  const document = await client.open(broken);
  const save = (reason: number) => document.ask<object[]>('textDocument/willSaveWaitUntil', { reason });
  assert.ok((await save(1)).length > 5);
  assert.deepEqual(await save(2), []);
  client.settings = {};
  await client.tell('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(await save(1), []);
});
