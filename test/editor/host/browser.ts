import { type Browser, chromium } from 'playwright-core';
import { Obstacle } from '../../../scripts/obstacle.mjs';
import { browserPrograms } from './chromium.ts';
import { fontEnvironment } from './fonts.ts';
import { requireHost } from './place.ts';

/** Starts the first browser that starts, with fonts for Chinese. */
export async function launchBrowser(): Promise<Browser> {
  requireHost();
  const fonts = await fontEnvironment();
  const failures: string[] = [];
  const programs = await browserPrograms();
  // A browser that crashed as it started is tried again: on a busy machine that happens, and says nothing.
  for (const { path, environment } of [...programs, ...programs, ...programs]) {
    try {
      return await chromium.launch({
        executablePath: path,
        env: { ...process.env, ...fonts, ...environment },
        // The page is our own. Chromium's sandbox would refuse the root user of a container, whose shared
        // memory is small as well.
        chromiumSandbox: false,
        args: ['--disable-gpu', '--no-first-run', '--disable-dev-shm-usage'],
      });
    } catch (error) {
      failures.push(`${path}: ${String(error).split('\n').slice(0, 8).join('\n  ')}`);
    }
  }
  throw new Obstacle(
    'No browser could be started for the editor test.',
    'Install Chrome or Chromium (on Debian and Ubuntu: apt-get install chromium), or name one: JIAOZHU_BROWSER=/path/to/chrome npm test',
    failures.join('\n'),
  );
}
