import type { Action } from '../intent.ts';
import type { AdjudicationState } from '../state.ts';

/** The keys of the columns: the first and the last have arrows, and each has its number. */
export function keyOfSide(side: number, sides: number): string {
  if (side === 0) return '←';
  if (side === sides - 1) return '→';
  return String(side + 1);
}

/** A key as `aria-keyshortcuts` has it. */
export function shortcutOf(key: string): string {
  const names: Readonly<Record<string, string>> = { '←': 'ArrowLeft', '→': 'ArrowRight', '↵': 'Enter' };
  return names[key] ?? key;
}

/** What a key asks for; undefined where it asks for nothing. */
export function actionOfKey(key: string, state: AdjudicationState): Action | undefined {
  const { current, top } = state;
  switch (key) {
    case 'n':
    case 'j':
      return { type: 'step', by: 1 };
    case 'p':
    case 'k':
      return { type: 'step', by: -1 };
    case 'u':
      return top.canUndo ? { type: 'undo' } : undefined;
  }
  if (!current) return undefined;
  const difference = current.id;
  const take = (side: number): Action | undefined =>
    side >= 0 && side < current.columns.length ? { type: 'take', difference, side } : undefined;
  switch (key) {
    case 'ArrowLeft':
      return take(0);
    case 'ArrowRight':
      return take(current.columns.length - 1);
    case 'b':
      return { type: 'all', difference };
    case 'x':
      return { type: 'neither', difference };
    case 'e':
      return { type: 'edit', difference };
    case 'Enter':
      return { type: 'show' };
  }
  return /^[1-9]$/.test(key) ? take(Number(key) - 1) : undefined;
}
