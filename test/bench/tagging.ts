import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { Levels } from '../../client/src/vscode/tagging/levels.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { type Random, seededRandom } from '../setting/random.ts';
import { type Measurement, type Timing, timed } from './measurement.ts';
import type { BenchText } from './texts.ts';
import { keystrokes } from './typing.ts';

const labels = ['commitment', 'stance', 'party', 'instrument', 'date', 'organisation', 'claim', 'sic'];

/**
 * With so many tags in a text: from a tag key to what is handed to the editor to draw, and following an edit.
 * What the editor itself does then is not in it.
 */
export function tagging({ name, raw }: BenchText, tags: number, times: number): Measurement[] {
  const random = seededRandom(5000);
  let ids = 0;
  const store = createAnnotationStore(raw, [], {
    creator: 'bench',
    now: () => '2041-05-18T08:00:00Z',
    newId: () => `urn:uuid:${String(++ids).padStart(12, '0')}`,
  });
  // Ranges may fall on what is tagged already or on white space, so that some make no tag.
  while (ids < tags) store.addAll(Array.from({ length: tags - ids }, () => draft(raw, random)));
  const lines = new LineTable(raw);
  let drawn = drawing(store, lines, new Map());

  const keys: Timing[] = [];
  const removals: Timing[] = [];
  while (keys.length < times) {
    const next = draft(raw, random);
    const before = ids;
    const key = timed(() => {
      store.add(next);
      drawn = drawing(store, lines, drawn);
    });
    // The same tag was there: nothing was added, and undo would take back another.
    if (ids === before) continue;
    keys.push(key);
    removals.push(
      timed(() => {
        store.undo();
        drawn = drawing(store, lines, drawn);
      }),
    );
  }
  const edits = keystrokes(raw, times, 5000).map(({ edit }) => timed(() => store.edit([edit])));
  const redrawn = Array.from({ length: Math.min(times, 100) }, () => {
    store.edit([{ start: 10, end: 10, text: '国' }]);
    const after = new LineTable(store.text);
    return timed(() => (drawn = drawing(store, after, new Map())));
  });
  const group = `Tags, with ${tags.toLocaleString('en')} in ${name}`;
  return [
    { group, what: 'tag key to what is drawn', samples: keys, target: { quantile: 'p99', milliseconds: 15 } },
    { group, what: 'undo of it to what is drawn', samples: removals },
    { group, what: 'tags follow an edit', samples: edits },
    { group, what: 'drawn anew when typing pauses', samples: redrawn },
  ];
}

function draft(raw: string, random: Random) {
  const start = random.below(raw.length - 1);
  const end = Math.min(raw.length, start + 2 + random.below(30));
  const range = { start, end };
  const label = random.pick(labels);
  // Every tenth has a second fragment.
  if (!random.chance(0.1)) return { label, range };
  return { label, range, fragments: [{ start: end + 5, end: end + 10 }] };
}

/** What is drawn now: the start and end of each tag, by look. */
type Drawn = ReadonlyMap<string, readonly number[]>;

/**
 * What the decorations make of the store at each change: the places of each look, and ranges by line and character
 * of those looks that have changed.
 */
function drawing(store: AnnotationStore, lines: LineTable, before: Drawn): Drawn {
  const levels = new Levels();
  const places = new Map<string, number[]>();
  for (const { label, spans } of store.snapshot.anchored) {
    const look = `${label} ${levels.of(spans[0]!.start, spans.at(-1)!.end)}`;
    const offsets = places.get(look) ?? [];
    places.set(look, offsets);
    for (const { start, end } of spans) offsets.push(start, end);
  }
  for (const [look, offsets] of places) if (!equal(before.get(look), offsets)) rangesOf(lines, offsets);
  return places;
}

function equal(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a?.length === b.length && a.every((offset, i) => offset === b[i]);
}

function rangesOf(lines: LineTable, offsets: readonly number[]): object[] {
  const ranges: object[] = [];
  for (let i = 0; i < offsets.length; i += 2) {
    ranges.push(lines.toPositions({ start: offsets[i]!, end: offsets[i + 1]! }));
  }
  return ranges;
}
