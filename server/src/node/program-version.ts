import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Changes with everything that decides what is made of a text: recognisers, registry, and the engine that runs them.
 * @param program URL of the file that this process runs: as built it is the whole program, else the sources beside it are
 */
export function programVersion(program: string): string {
  const path = fileURLToPath(program);
  const hash = createHash('sha256').update(process.version);
  for (const file of path.endsWith('.ts') ? sourcesBeside(path) : [path]) hash.update(readFileSync(file));
  return hash.digest('base64');
}

function sourcesBeside(main: string): string[] {
  const room = join(dirname(main), '..');
  const names = readdirSync(room, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .sort()
    .map((name) => join(room, name));
}
