import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { largeJson } from '../../scripts/large-json.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles a program as it is shipped and hands its path over; what was written is gone afterwards. */
export async function withBundle<T>(entry: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-bench-'));
  try {
    const path = join(folder, 'bundle.cjs');
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: path,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      // As `npm run build` has it.
      plugins: [largeJson],
      define: { 'import.meta.url': 'moduleUrl' },
      banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
      logLevel: 'warning',
    });
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
