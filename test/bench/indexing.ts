import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Location,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { withBundle } from './bundle.ts';
import { statementsInColumns } from './comparison.ts';

/** How long a workspace takes to be known, and what whoever works meanwhile notices of it. Milliseconds by the clock. */
export interface IndexingResult {
  readonly what: string;
  /** From `initialized` until every file is found by a reference that it holds. */
  readonly milliseconds: number;
  readonly wanted: number | null;
  /** Of hovers asked one after the other meanwhile. */
  readonly hovers: number;
  readonly longestHover: number;
}

const cited = '双方恪守《联合国宪章》。';

/** The server as it is shipped, on so many statements: cold, from what it has kept, and then at rest. */
export async function indexing(count: number, length: number): Promise<IndexingResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-bench-'));
  try {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    // A print is longer than its text by line ends and spaces.
    const texts = statementsInColumns(count, Math.round(length / 1.33));
    for (const [i, text] of texts.entries()) {
      writeFileSync(join(workspace, `${i}.statement`), `${text}\n${cited}\n`);
    }
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const files = `${count} statements of ${Math.round(characters / count)} characters`;
    return await withBundle('server/src/node/main.ts', async (bundle) => {
      const run = () => indexOnce(bundle, workspace, join(folder, 'cache'), count);
      const cold = await run();
      const kept = await run();
      return [
        { what: `${files}, nothing kept`, ...cold.index, wanted: 10_000 },
        { what: `${files}, all of them kept`, ...kept.index, wanted: 1000 },
        { what: 'nothing to do any more', ...kept.rest, wanted: null },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Times = Omit<IndexingResult, 'what' | 'wanted'>;

async function indexOnce(
  bundle: string,
  workspace: string,
  cache: string,
  count: number,
): Promise<{ readonly index: Times; readonly rest: Times }> {
  const server = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    process.stderr.write(`The server says: ${message}\n`);
  });
  connection.listen();
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'bench' }],
      capabilities: {},
      initializationOptions: { cacheFolder: cache },
    });
    const uri = 'file:///bench.statement';
    const textDocument = { uri, languageId: 'statement', version: 1, text: `${cited}\n` };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const position = { line: 0, character: 6 };
    // Its first answer is also the first run of the server's code.
    await hover(connection, uri, position);
    await connection.sendNotification('initialized', {});
    const index = await hoverUntil(connection, uri, position, async () => {
      const context = { includeDeclaration: false };
      const params = { textDocument: { uri }, position, context };
      const found = await connection.sendRequest<Location[]>('textDocument/references', params);
      return new Set(found.map((location) => location.uri)).size >= count;
    });
    const started = performance.now();
    const rest = await hoverUntil(connection, uri, position, async () => performance.now() - started > 2000);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
    return { index, rest };
  } finally {
    connection.dispose();
    server.kill();
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}

async function hover(connection: ProtocolConnection, uri: string, position: Position): Promise<number> {
  const started = performance.now();
  await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  return performance.now() - started;
}

/** Hovers a hundred times a second, and asks now and then whether all is done. */
async function hoverUntil(
  connection: ProtocolConnection,
  uri: string,
  position: Position,
  isDone: () => Promise<boolean>,
): Promise<Times> {
  const started = performance.now();
  let hovers = 0;
  let longestHover = 0;
  let asked = started;
  for (;;) {
    longestHover = Math.max(longestHover, await hover(connection, uri, position));
    hovers++;
    // The question costs time itself: exact to a fiftieth is enough.
    const now = performance.now();
    if (now - asked > Math.max(50, (now - started) / 50)) {
      if (await isDone()) return { milliseconds: performance.now() - started, hovers, longestHover };
      asked = performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** One line a result. */
export function indexingTable(results: readonly IndexingResult[]): string {
  const width = Math.max(...results.map(({ what }) => what.length));
  const rows = results.map(({ what, milliseconds, wanted, hovers, longestHover }) => {
    const aim = wanted === null ? '' : ` (wanted ≤ ${wanted / 1000} s)`;
    const taken = `${(milliseconds / 1000).toFixed(2)} s${aim}`;
    return `  ${what.padEnd(width)}  ${taken}; longest of ${hovers} hovers ${longestHover.toFixed(1)} ms (wanted ≤ 50)`;
  });
  return `The index of a workspace, by the server over stdio\n${rows.join('\n')}\n`;
}
