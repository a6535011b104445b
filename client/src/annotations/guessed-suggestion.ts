import type { SuggestionKind } from '../../../server/src/protocol.ts';

/** What people call the labels for which there are suggestions: whole names, in small letters. */
const names: Readonly<Record<SuggestionKind, readonly string[]>> = {
  party: ['party', 'country', 'state', '国家', '当事方'],
  organisation: ['organisation', 'organization', 'org', '组织', '机构'],
  person: ['person', 'per', '人物', '人名'],
  place: ['place', 'location', 'loc', 'gpe', '地点', '地名'],
  date: ['date', 'time', '日期', '时间'],
  instrument: ['instrument', 'treaty', 'agreement', '条约', '协定', '文书'],
  commitment: ['commitment', 'obligation', '承诺', '义务'],
  position: ['position', 'stance', '立场'],
  definition: ['definition', '定义'],
};

const kinds = new Map(
  Object.entries(names).flatMap(([kind, all]) => all.map((name) => [name, kind as SuggestionKind] as const)),
);

/** The kind of suggestions for a label, by the first of its names that says one; undefined where none does. */
export function guessedSuggestion(labelNames: readonly string[]): SuggestionKind | undefined {
  for (const name of labelNames) {
    const kind = kinds.get(name.trim().toLowerCase());
    if (kind !== undefined) return kind;
  }
  return undefined;
}
