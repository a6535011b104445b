import type { PanelState } from './state.ts';

/** A list's change: the new order where it changed, and the entries that are new or changed. */
export interface ListPatch<T> {
  readonly order?: readonly string[];
  readonly entries: readonly T[];
}

type Change<T> = T extends readonly (infer Entry)[] ? ListPatch<Entry> : T;

/** What makes one state of another: only the slices that changed, and of a list only the entries that changed. */
export type Patch = { readonly [Slice in keyof PanelState]?: Change<PanelState[Slice]> };

interface Entry {
  readonly id: string;
}

/** What has to be told to one who knows `before`; undefined where it is nothing. The ids in a list are unlike. */
export function difference(before: PanelState, after: PanelState): Patch | undefined {
  const changes: [string, unknown][] = [];
  for (const slice of Object.keys(after) as (keyof PanelState)[]) {
    const old: unknown = before[slice];
    const now: unknown = after[slice];
    if (old === now) continue;
    if (Array.isArray(old) && Array.isArray(now)) {
      const patch = listDifference(old, now);
      if (patch) changes.push([slice, patch]);
    } else if (!same(old, now)) changes.push([slice, now]);
  }
  return changes.length === 0 ? undefined : (Object.fromEntries(changes) as Patch);
}

/** The state that a patch makes of the one that it was made for. */
export function patched(before: PanelState, patch: Patch): PanelState {
  const state: Record<string, unknown> = { ...before };
  for (const [slice, change] of Object.entries(patch)) {
    const old = before[slice as keyof PanelState];
    state[slice] = Array.isArray(old) ? patchedList(old, change as ListPatch<Entry>) : change;
  }
  return state as unknown as PanelState;
}

function listDifference(before: readonly Entry[], after: readonly Entry[]): ListPatch<Entry> | undefined {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const entries = after.filter((entry) => {
    const old = known.get(entry.id);
    return old !== entry && !same(old, entry);
  });
  const sameOrder =
    before.length === after.length && before.every(({ id }, index) => id === after[index]!.id);
  if (sameOrder && entries.length === 0) return undefined;
  return { ...(sameOrder ? {} : { order: after.map(({ id }) => id) }), entries };
}

function patchedList(before: readonly Entry[], { order, entries }: ListPatch<Entry>): readonly Entry[] {
  const known = new Map([...before, ...entries].map((entry) => [entry.id, entry]));
  return (order ?? before.map(({ id }) => id)).flatMap((id) => known.get(id) ?? []);
}

/** Whether two values read the same as messages. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
