import type { Workbench } from './driver.ts';
import { until } from './waiting.ts';

export type Mode = 'Tagging' | 'Correcting';

/** Waits until the status bar tells this mode: keys that come before are those of the other mode. */
export async function inMode(workbench: Workbench, mode: Mode): Promise<void> {
  await until(`${mode} mode`, () => isIn(workbench, mode), Boolean, 8000);
}

/** Gives the keyboard to the text, in this mode. */
export async function changeMode(workbench: Workbench, mode: Mode): Promise<void> {
  await workbench.focusEditor();
  if (!(await isIn(workbench, mode))) await workbench.press('Control+Alt+t');
  await inMode(workbench, mode);
}

async function isIn(workbench: Workbench, mode: Mode): Promise<boolean> {
  return (await workbench.statusBar()).some((item) => item.startsWith(`${mode} mode`));
}
