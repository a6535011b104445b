import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exportMark } from '../workspace/export-place.ts';
import { isStatementName } from '../workspace/statement-name.ts';
import { isPassedOver } from '../workspace/statement-place.ts';

/** A workspace with more is no collection of statements: what is found up to there is read. */
const limits = { statements: 20_000, entries: 500_000, depth: 64 };

/**
 * Tells the paths of the statements below a folder, a folder at a time, hidden ones, `node_modules` and
 * those of exports left out.
 * Symbolic links are not followed: they may lead out of the folder, or round in it. A folder that cannot be listed is
 * passed over. False where a limit was reached.
 */
export async function searchStatements(
  folder: string,
  found: (paths: readonly string[]) => void,
): Promise<boolean> {
  const waiting: { readonly path: string; readonly depth: number }[] = [{ path: folder, depth: 0 }];
  let statements = 0;
  let entries = 0;
  let complete = true;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, depth } = next;
    const listed = await list(path);
    entries += listed.length;
    if (path !== folder && listed.some(({ name }) => name === exportMark)) continue;
    const files = listed.filter((entry) => entry.isFile() && isStatement(entry.name)).map(({ name }) => name);
    statements += files.length;
    if (files.length > 0) found(files.map((name) => join(path, name)));
    if (statements > limits.statements || entries > limits.entries) return false;
    for (const entry of listed) {
      if (!entry.isDirectory() || isPassedOver(entry.name)) continue;
      if (depth === limits.depth) complete = false;
      else waiting.push({ path: join(path, entry.name), depth: depth + 1 });
    }
  }
  return complete;
}

function isStatement(name: string): boolean {
  return !name.startsWith('.') && isStatementName(name);
}

async function list(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
