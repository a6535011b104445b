import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe-core finds wrong in a frame, one line each: rule, what it says, and where. Its source is evaluated by the
 * browser's debugger, since the page's own policy lets no script in.
 * @param behind what the page lies on: it is transparent, and of what is behind it axe-core cannot know
 */
export async function accessibilityViolations(
  frame: Frame,
  behind: 'sideBar' | 'editor' = 'sideBar',
): Promise<string[]> {
  await frame.evaluate((ground) => {
    document.body.style.setProperty('background', `var(--vscode-${ground}-background)`);
  }, behind);
  await frame.evaluate(await readFile(axeSource, 'utf8'));
  const results = (await frame.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 200)} ${failureSummary ?? ''}`,
    ),
  );
}
