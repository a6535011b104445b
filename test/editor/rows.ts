import type { Locator, Page } from 'playwright-core';

/** A row of one of the workbench's lists or trees, as its screen-reader label and its place tell it. */
export interface Row {
  readonly label: string;
  /** 1 for the roots of a tree. */
  readonly level: number;
}

interface Sight {
  readonly rows: readonly (readonly [index: number, row: Row])[];
  /** The index of the row that the keys have reached. */
  readonly focused: number;
}

/**
 * All rows of a list, in order. The workbench draws only those in sight, so the list is walked by its own keys
 * from the first row to the last and back. The list has the focus afterwards.
 */
export async function readRows(page: Page, list: Locator): Promise<Row[]> {
  const rows = new Map<number, Row>();
  await list.focus();
  await page.keyboard.press('Home');
  let reached = -1;
  // A page that has just been drawn may need a moment for the focus to arrive: two stops are the end.
  for (let stops = 0; stops < 2; ) {
    await page.waitForTimeout(40);
    const sight = await look(list);
    for (const [index, row] of sight.rows) rows.set(index, row);
    stops = sight.focused === reached ? stops + 1 : 0;
    reached = sight.focused;
    await page.keyboard.press('PageDown');
  }
  await page.keyboard.press('Home');
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function look(list: Locator): Promise<Sight> {
  return list.evaluate((element) => {
    const index = (row: Element | null) => Number(row?.getAttribute('data-index') ?? -1);
    const drawn = [...element.querySelectorAll('.monaco-list-row')].map(
      (row) =>
        [
          index(row),
          {
            label: row.getAttribute('aria-label') ?? row.textContent ?? '',
            level: Number(row.getAttribute('aria-level') ?? 1),
          },
        ] as const,
    );
    return { rows: drawn, focused: index(element.querySelector('.monaco-list-row.focused')) };
  });
}
