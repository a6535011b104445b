// `node scripts/pictures.mjs` takes the README's pictures anew, in the real VS Code: docs/pictures/.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { testInEditor } from '../test/editor/run.mjs';
import { installProduct, root } from './install.mjs';
import { tellObstacles } from './obstacle.mjs';
import { run } from './process.mjs';
import { environment, nodeThatRunsTypeScript, requireNode20 } from './requirements.mjs';

const folder = join(root, 'docs/pictures');

await tellObstacles(async () => {
  requireNode20();
  await installProduct();
  const node = await nodeThatRunsTypeScript(root);
  const built = await run(node, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    env: environment(root, node),
  });
  if (built.code !== 0) return 1;
  const { passed, failed } = await testInEditor(node, [join(root, 'test/editor/pictures.ts')]);
  for (const name of readdirSync(folder)) {
    console.log(`docs/pictures/${name}: ${Math.round(statSync(join(folder, name)).size / 1024)} KB`);
  }
  return failed === 0 && passed > 0 ? 0 : 1;
});
