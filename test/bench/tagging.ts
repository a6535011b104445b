import { extent } from '../../client/src/annotations/annotation.ts';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { levelsOf } from '../../client/src/vscode/tagging/levels.ts';
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
  drawing(store, new LineTable(raw));

  const lines = new LineTable(raw);
  const keys: Timing[] = [];
  const removals: Timing[] = [];
  while (keys.length < times) {
    const next = draft(raw, random);
    const before = ids;
    const key = timed(() => {
      store.add(next);
      drawing(store, lines);
    });
    // The same tag was there: nothing was added, and undo would take back another.
    if (ids === before) continue;
    keys.push(key);
    removals.push(
      timed(() => {
        store.undo();
        drawing(store, lines);
      }),
    );
  }
  const edits = keystrokes(raw, times, 5000).map(({ edit }) => timed(() => store.edit([edit])));
  const redrawn = Array.from({ length: Math.min(times, 100) }, () => {
    store.edit([{ start: 10, end: 10, text: '国' }]);
    const after = new LineTable(store.text);
    return timed(() => drawing(store, after));
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
  return { label: random.pick(labels), range: { start, end } };
}

/** What the decorations ask of the store: each tag's range by lines, sorted by label and level. */
function drawing(store: AnnotationStore, lines: LineTable): ReadonlyMap<string, object> {
  const tags = store.snapshot.anchored;
  const levels = levelsOf(tags.map(extent));
  const looks = new Map<string, { ranges: object[]; sum: string[] }>();
  tags.forEach((tag, i) => {
    const key = `${tag.label} ${levels[i]}`;
    const look = looks.get(key) ?? { ranges: [], sum: [] };
    looks.set(key, look);
    for (const span of tag.spans) {
      look.ranges.push(lines.toPositions(span));
      look.sum.push(`${span.start}-${span.end}`);
    }
  });
  for (const { sum } of looks.values()) sum.join();
  return looks;
}
