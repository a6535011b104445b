// Bundles everything that is shipped into dist/: the extension, the language server, the command, the panel.
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { largeJson } from './large-json.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !process.argv.includes('--readable'),
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.json': 'json' },
  plugins: [largeJson],
};

/** For a program that starts threads of itself: CommonJS has no import.meta. */
const startsThreads = {
  define: { 'import.meta.url': 'moduleUrl' },
  intro: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
};

/** Entry file → what runs it. An entry whose file is missing is an error: nothing is left out in silence. */
const bundles = [
  {
    in: 'client/src/vscode/node/extension.ts',
    out: 'dist/extension.cjs',
    platform: 'node',
    external: ['vscode'],
  },
  {
    in: 'server/src/node/main.ts',
    out: 'dist/server.js',
    platform: 'node',
    bin: true,
    ...startsThreads,
  },
  {
    in: 'client/src/cli/main.ts',
    out: 'dist/cli.js',
    platform: 'node',
    bin: true,
    ...startsThreads,
  },
  { in: 'client/src/panel/page/main.ts', out: 'dist/panel.js', platform: 'browser' },
  { in: 'client/src/reports/page/main.ts', out: 'dist/report.js', platform: 'browser' },
  { in: 'client/src/adjudication/page/main.ts', out: 'dist/adjudication.js', platform: 'browser' },
  {
    in: 'client/src/vscode/browser/extension.ts',
    out: 'dist/browser/extension.cjs',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  { in: 'server/src/browser/main.ts', out: 'dist/browser/server.js', platform: 'browser', format: 'iife' },
];

const started = Date.now();
await rm(`${root}/dist`, { recursive: true, force: true });
await mkdir(`${root}/dist`, { recursive: true });
// The sources are ES modules; what is shipped is CommonJS, which every supported editor host can load.
await writeFile(`${root}/dist/package.json`, '{ "type": "commonjs" }\n');
for (const bundle of bundles) {
  if (!existsSync(`${root}/${bundle.in}`))
    throw new Error(`The build needs ${bundle.in}, and there is no such file.`);
}
await Promise.all(
  bundles.map((bundle) =>
    build({
      ...common,
      entryPoints: [bundle.in],
      outfile: bundle.out,
      platform: bundle.platform,
      format: bundle.format ?? (bundle.platform === 'node' ? 'cjs' : 'iife'),
      target: bundle.platform === 'node' ? 'node20' : 'es2022',
      mainFields: bundle.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
      conditions: bundle.platform === 'node' ? ['node'] : ['browser'],
      external: bundle.external ?? [],
      define: bundle.define ?? {},
      banner: { js: [bundle.bin && '#!/usr/bin/env node', bundle.intro].filter(Boolean).join('\n') },
    }),
  ),
);
console.log(`Built dist/ in ${Date.now() - started} ms.`);
