import assert from 'node:assert/strict';
import type { Workbench } from './driver.ts';
import { until } from './waiting.ts';

/** Opens the menu of quick-fixes at the cursor, and gives what it offers. */
export async function openQuickFixes(workbench: Workbench): Promise<string[]> {
  const rows = workbench.page.locator('.action-widget .monaco-list-row.action');
  // Pressed while the text is still being looked at, the key has nothing to show: a person would press again.
  await until(
    'the menu of quick-fixes',
    async () => {
      await workbench.press('Control+.');
      await rows.first().waitFor({ timeout: 3000 });
      return true;
    },
    (shown) => shown,
  );
  return (await rows.allInnerTexts()).map((text) => text.trim());
}

/** Opens the menu of quick-fixes at the cursor and takes one by the keyboard alone. */
export async function quickFix(workbench: Workbench, title: string): Promise<void> {
  const menu = workbench.page.locator('.action-widget').first();
  const titles = await openQuickFixes(workbench);
  assert.ok(titles.includes(title), `“${title}” among ${titles.join(' | ')}`);
  const chosen = () => menu.locator('.monaco-list-row.focused').first().innerText();
  for (let step = 0; step < titles.length && (await chosen()).trim() !== title; step++) {
    await workbench.press('ArrowDown');
  }
  assert.equal((await chosen()).trim(), title);
  await workbench.press('Enter');
  await menu.waitFor({ state: 'hidden' });
}
