import type { Instrument } from './instrument.ts';

/** What words are to; see `Reference` for each field. */
export interface Target {
  readonly instrument: string | null;
  readonly identity: string | null;
  readonly candidates: readonly string[];
  readonly members?: readonly string[] | undefined;
  readonly antecedent?: number | undefined;
}

export const UNKNOWN: Target = { instrument: null, identity: null, candidates: [] };

/** What a name is to that some instruments bear; `identity` is what it is to where none does. */
export function targetOfBearers(bearers: readonly Instrument[], identity: string): Target {
  const [only, ...others] = bearers;
  if (only === undefined) return { instrument: null, identity, candidates: [] };
  if (others.length === 0) return { instrument: only.id, identity: only.id, candidates: [] };
  return { ...UNKNOWN, candidates: bearers.map(({ id }) => id) };
}

/** Several that are all meant; null where they are fewer than two, or not all known. */
export function targetOfAll(targets: readonly Target[]): Target | null {
  const members = [...new Set(targets.flatMap(({ identity }) => identity ?? []))];
  if (members.length < 2 || targets.some(({ identity }) => identity === null)) return null;
  return { ...UNKNOWN, members };
}

/** Several of which one is meant. */
export function targetOfOne(targets: readonly Target[]): Target {
  const candidates = targets.flatMap(({ identity, candidates }) =>
    identity === null ? candidates : [identity],
  );
  return { ...UNKNOWN, candidates: [...new Set(candidates)] };
}
