import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { FolderInstruments } from '../../server/src/session/folder-instruments.ts';
import { Folders } from '../../server/src/session/folders.ts';
import { Indexing } from '../../server/src/session/indexing.ts';
import type { StatementSummary } from '../../server/src/workspace/summary.ts';
import type { StatementReader, WorkspaceFiles } from '../../server/src/workspace/workspace-files.ts';
import { cost } from '../property/growth.ts';

const folder = 'file:///a';
const uriOf = (i: number) => `${folder}/${i}.statement`;
const summary = (title: string): StatementSummary => ({
  title,
  place: [0, 0, 0, 0],
  identity: null,
  parts: [],
  cited: [],
});

/** A reader that answers when the test says so. */
class SlowReader implements StatementReader {
  readonly asked: string[] = [];
  readonly #waiting: {
    readonly uri: string;
    readonly resolve: (summary: StatementSummary | null) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  readonly count: number;
  rests = 0;

  constructor(count: number) {
    this.count = count;
  }

  async find(_folder: string, found: (uris: readonly string[]) => void): Promise<boolean> {
    found(Array.from({ length: this.count }, (_, i) => uriOf(i)));
    return true;
  }

  know(): void {}

  read(uri: string): Promise<StatementSummary | null> {
    this.asked.push(uri);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ uri, resolve, reject });
    });
  }

  /** Answers the first question about a file. */
  async answer(uri: string, answer: StatementSummary | null): Promise<void> {
    const at = this.#waiting.findIndex((waiting) => waiting.uri === uri);
    this.#waiting.splice(at, 1)[0]!.resolve(answer);
    await settled();
  }

  async fail(): Promise<void> {
    for (const { reject } of this.#waiting) reject(new Error('The reader has ended.'));
    await settled();
  }

  rest(): void {
    this.rests++;
  }

  stop(): void {}
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

async function indexingOf(count: number) {
  const reader = new SlowReader(count);
  const folders = new Folders({ workspaceFolders: [{ uri: folder, name: 'a' }], rootUri: null });
  const files: WorkspaceFiles = {
    sees: () => true,
    readText: async () => undefined,
    startReader: () => reader,
  };
  const instruments = new FolderInstruments({
    files,
    folders,
    checksSchema: false,
    service: createStatementService(),
    publish() {},
    onChange() {},
    onFailure: assert.fail,
  });
  const told: string[] = [];
  const indexing = new Indexing({
    folders,
    instruments,
    startReader: () => reader,
    onProgress: ({ done, left }) => told.push(`${done}/${done + left}`),
    onFailure: assert.fail,
  });
  await indexing.addFolder(folder);
  return { indexing, reader, folders, told };
}

test('gives the reader a few files at a time, and tells how far it is', async () => {
  const { indexing, reader, told } = await indexingOf(20);
  assert.equal(reader.asked.length, 8);
  assert.equal(indexing.left, 20);
  await reader.answer(uriOf(0), summary('甲'));
  assert.equal(reader.asked.length, 9);
  assert.equal(told.at(-1), '1/20');
  assert.equal(indexing.index.size, 1);
  for (let i = 1; i < 20; i++) await reader.answer(uriOf(i), null);
  assert.equal(indexing.isAtWork, false);
  assert.equal(indexing.index.size, 1);
  assert.equal(reader.rests, 1);
});

test('cancelled, it reads what the reader has already, and no more until something changes', async () => {
  const { indexing, reader } = await indexingOf(20);
  indexing.cancel();
  for (let i = 0; i < 8; i++) await reader.answer(uriOf(i), summary('甲'));
  assert.equal(indexing.isAtWork, false);
  assert.equal(reader.asked.length, 8);
  indexing.changed(uriOf(19));
  await reader.answer(uriOf(19), summary('乙'));
  assert.equal(indexing.index.size, 9);
});

test('what is opened meanwhile is not overwritten by what its file held', async () => {
  const { indexing, reader } = await indexingOf(1);
  indexing.opened(uriOf(0));
  await reader.answer(uriOf(0), summary('甲'));
  assert.equal(indexing.index.size, 0);
  indexing.closed(uriOf(0));
  assert.equal(reader.asked.length, 2);
});

test('what comes in of a folder that is gone is dropped', async () => {
  const { indexing, reader, folders } = await indexingOf(9);
  await reader.answer(uriOf(0), summary('甲'));
  folders.change({ added: [], removed: [{ uri: folder }] });
  indexing.removeFolder(folder);
  assert.equal(indexing.index.size, 0);
  await reader.answer(uriOf(1), summary('乙'));
  assert.equal(indexing.index.size, 0);
});

test('a file that changes while it is read is read again', async () => {
  const { indexing, reader } = await indexingOf(1);
  indexing.changed(uriOf(0));
  await reader.answer(uriOf(0), summary('旧'));
  await reader.answer(uriOf(0), summary('新'));
  assert.equal(reader.asked.length, 2);
  assert.equal(indexing.index.all[0]!.summary.title, '新');
  assert.equal(indexing.isAtWork, false);
});

test('a reader that ends ends the work', async () => {
  const { indexing, reader } = await indexingOf(20);
  await reader.fail();
  assert.equal(indexing.isAtWork, false);
  assert.equal(reader.asked.length, 8);
});

test('files that go one by one cost no look at all others', async () => {
  const costOf = async (count: number) => {
    const { indexing } = await indexingOf(count);
    return cost(() => {
      for (let i = 0; i < count; i++) indexing.deleted(new Set([uriOf(i)]));
      // Those that the reader has already.
      assert.equal(indexing.left, 8);
    });
  };
  await costOf(100);
  const [few, many] = [await costOf(1000), await costOf(4000)];
  assert.ok(many <= 8 * few + 60, `${few} ms, ${many} ms`);
});

test('files that are gone, or whose folder is, are forgotten, and those whose names begin alike are not', async () => {
  const { indexing, reader } = await indexingOf(2);
  for (const uri of [uriOf(0), uriOf(1)]) await reader.answer(uri, summary('甲'));
  for (const name of ['b/c/d', 'bc', 'x.statement/e']) {
    indexing.changed(`${folder}/${name}.statement`);
    await reader.answer(`${folder}/${name}.statement`, summary('乙'));
  }
  indexing.deleted(new Set([uriOf(1), `${folder}/b`]));
  assert.deepEqual(indexing.index.uris, [
    uriOf(0),
    `${folder}/bc.statement`,
    `${folder}/x.statement/e.statement`,
  ]);
  indexing.deleted(new Set([uriOf(0), `${folder}/x.statement`]));
  assert.deepEqual(indexing.index.uris, [`${folder}/bc.statement`]);
});
