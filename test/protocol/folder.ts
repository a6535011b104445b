import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { canonicalUri } from '../../server/src/workspace/file-uri.ts';
import type { TestClient } from './client.ts';

/** A folder of the test's own, with a name that must be encoded in URIs. */
export class Folder {
  readonly path: string;

  constructor(t: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}) {
    const above = realpathSync(mkdtempSync(join(tmpdir(), 'jiaozhu-')));
    this.path = join(above, '文书 (1)');
    t.after(() => rmSync(above, { recursive: true, force: true }));
    mkdirSync(this.path);
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  get uri(): string {
    return canonicalUri(pathToFileURL(this.path).href);
  }

  uriOf(name: string): string {
    return canonicalUri(pathToFileURL(join(this.path, name)).href);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  remove(name: string): void {
    rmSync(join(this.path, name), { recursive: true });
  }
}

/** Asks again until the answer is as it should be: a server reads files in its own time. */
export async function eventually<T>(ask: () => Promise<T>, is: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (is(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Tells the server of changes on disk: 1 created, 2 changed, 3 deleted. */
export function changed(
  client: TestClient,
  ...changes: readonly (readonly [uri: string, type: 1 | 2 | 3])[]
) {
  return client.tell('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });
}
