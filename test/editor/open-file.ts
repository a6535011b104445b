import type { Workbench } from './driver.ts';

/** Opens a file of the folder by its name. */
export async function openFile({ page }: Workbench, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  const widget = page.locator('.quick-input-widget');
  await widget.locator('.quick-input-box input').fill(name);
  await widget.locator(`.quick-input-list .monaco-list-row[aria-label^="${name},"]`).click();
  // Where the row was, the mouse would rest on a tab, whose tip would then take the next Escape.
  await page.mouse.move(2, 2);
  await page.locator('.tab.active', { hasText: name }).waitFor();
}
