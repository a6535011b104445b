// Starts a browser and ends it again, so that a missing one is told before any test begins.
import { tellObstacles } from '../../../scripts/obstacle.mjs';
import { launchBrowser } from './browser.ts';

await tellObstacles(async () => {
  const browser = await launchBrowser();
  await browser.close();
  return 0;
});
