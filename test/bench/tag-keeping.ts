import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import type { Edit } from '../../server/src/text/edit.ts';
import { seededRandom } from '../setting/random.ts';
import { type Measurement, timed } from './measurement.ts';

const tags = 5000;
const labels = ['party', 'organisation', 'person', 'place', 'date', 'instrument', 'commitment', 'position'];

/** Times what a person waits for when tags move, with 5,000 of them on a document, every tenth of three fragments. */
export function tagKeeping(lengths: readonly number[]): Measurement[] {
  return lengths.flatMap((length) => benchOn(length));
}

function benchOn(length: number): Measurement[] {
  const random = seededRandom(20240516);
  const store = taggedStore(length, random);
  const group = `Keeping ${tags.toLocaleString('en')} tags in ${length.toLocaleString('en')} characters`;
  const time = (what: string, runs: number, run: () => unknown, milliseconds?: number): Measurement => {
    run();
    const target = milliseconds === undefined ? {} : { target: { quantile: 'p99' as const, milliseconds } };
    return { group, what, samples: Array.from({ length: runs }, () => timed(run)), ...target };
  };
  const at = () => random.below(store.text.length);
  const rows = [
    time(
      `a keystroke moves the tags`,
      400,
      () => {
        const start = at();
        store.edit([{ start, end: start, text: '中' }]);
      },
      10,
    ),
    time(`a keystroke, then the tags in order`, 200, () => {
      const start = at();
      store.edit([{ start, end: start + 1, text: '' }]);
      return store.snapshot;
    }),
    time(
      `a tag, then the tags in order`,
      200,
      () => {
        const start = at();
        store.add({ label: 'party', range: { start, end: start + 4 } });
        return store.snapshot;
      },
      5,
    ),
    time(`a tag of three fragments, then the tags in order`, 200, () => {
      store.add({ label: 'party', ...fragmentsFrom(at(), store.text.length) });
      return store.snapshot;
    }),
    time(`two tags merged and split again, then the tags in order`, 100, () => {
      const first = random.below(store.snapshot.anchored.length - 1);
      const [a, b] = store.snapshot.anchored.slice(first, first + 2);
      const one = store.merge([a!.id, b!.id]);
      store.split(one!.id, one!.spans[0]!.start + 1);
      return store.snapshot;
    }),
    time(`a tag removed, with the links that lead to it`, 100, () => {
      const { anchored } = store.snapshot;
      store.remove([anchored[random.below(anchored.length)]!.id]);
      return store.snapshot;
    }),
    time(`1,000 cleaning edits at once`, 40, () => {
      const edits: Edit[] = [];
      const step = Math.floor(store.text.length / 1000);
      for (let i = 0; i < 1000; i += 1) edits.push({ start: i * step, end: i * step + 1, text: '' });
      store.edit(edits);
      const text = store.text;
      store.edit([...edits].map((edit, i) => ({ start: edit.start - i, end: edit.start - i, text: '改' })));
      return text;
    }),
    time(`the whole text replaced, one character in 200 changed`, 10, () => {
      const { text } = store;
      const changed = text.replace(/[\s\S]{200}/g, (part) => `${part.slice(0, 199)}改`);
      store.edit([{ start: 0, end: text.length, text: changed }]);
    }),
  ];
  const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
  let file = '';
  rows.push(
    time(`write the sidecar`, 10, () => {
      file = serialiseSidecar(withAnnotations(newSidecar(), store.toStore(), store.text, sha256), names);
    }),
    time(`read the sidecar, same text`, 10, () => open(file, store.text), 1000),
    time(
      `read the sidecar, text changed outside`,
      3,
      () =>
        open(
          file,
          store.text.replace(/[\s\S]{1000}/g, (part) => `新${part.slice(0, 999)}`),
        ),
      1000,
    ),
  );
  return rows;
}

function open(file: string, text: string) {
  const reading = parseSidecar(file);
  return reading.ok && openSidecar(reading.sidecar, text, sha256);
}

function taggedStore(length: number, random: ReturnType<typeof seededRandom>): AnnotationStore {
  let text = '';
  // Common characters of the block, so that paragraphs differ as real ones do.
  while (text.length < length) text += String.fromCharCode(0x4e00 + random.below(3000));
  let id = 0;
  const store = createAnnotationStore(text, [], {
    creator: 'bench',
    now: () => '2024-05-16T08:00:00.000Z',
    newId: () => `urn:bench:${String(++id).padStart(6, '0')}`,
  });
  store.addAll(
    Array.from({ length: tags }, (_, i) => {
      const start = random.below(length - 40);
      const label = labels[i % labels.length]!;
      if (i % 10 === 5) return { label, ...fragmentsFrom(start, length) };
      const range = { start, end: start + 1 + random.below(i % 10 === 0 ? 40 : 8) };
      // A third of the tags are linked to one that was made before.
      const target = `urn:bench:${String(1 + random.below(i + 1)).padStart(6, '0')}`;
      return { label, range, ...(i % 3 === 0 && { relations: [{ type: 'of', target }] }) };
    }),
  );
  return store;
}

/** Three spans with words between them; UTF-16. */
function fragmentsFrom(start: number, length: number) {
  const [range, ...fragments] = [0, 12, 25].map((gap) => {
    const from = Math.min(start + gap, length - 4);
    return { start: from, end: from + 3 };
  });
  return { range: range!, fragments };
}
