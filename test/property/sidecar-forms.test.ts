import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { readPageLines } from '../../client/src/annotations/sidecar-lines.ts';
import { parseSidecar, parseThoroughly } from '../../client/src/annotations/sidecar-parser.ts';
import type { JsonObject, JsonValue } from '../../server/src/text/json.ts';
import { taggedText } from '../annotations/formats/tagged-texts.ts';
import { type Random, seededRandom } from '../setting/random.ts';
import { damaged } from './damage.ts';

const seed = fc.nat();
const deepest = 200;
const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };

test('A sidecar as it is written is read by its lines, as by reading thoroughly', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const file = withForeign(someFile(seededRandom(seed)), seededRandom(seed));
      if (file.includes('"items": [\n')) assert.ok(readPageLines(file, deepest));
      assert.ok(parseSidecar(file).ok);
      assertAgree(file);
    }),
    { numRuns: 150 },
  );
});

test('Reading by lines and reading thoroughly agree, on files that were damaged or written by others too', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const random = seededRandom(seed);
      let file = withForeign(someFile(random), random);
      for (let i = 1 + random.below(3); i > 0; i -= 1) file = random.pick(changes)(file, random);
      assertAgree(file);
    }),
    { numRuns: 400 },
  );
});

test('What stands behind the items, or in a line with an item, is seen', () => {
  const item = '{"id":"a","type":"Annotation"}';
  for (const file of [
    `{\n"items": [\n${item}\n]\n, "items": [] }`,
    `{\n"items": [\n${item}\n]\n, "it\\u0065ms": [] }`,
    `{\n"items": [\n${item}], "items": [${item}\n]\n}\n`,
    `{\n"items": [\n${item},${item}\n]\n}\n`,
    `{\n"items": [\n${item},\n]\n}\n`,
    `{\n"items": [\n${item}\n]\n}\n]`,
    `{\n"items": [\n${item}\n]\n`,
    `{\n"x:a": {\n"items": [\n${item}\n]\n}\n}\n`,
    `{\n"x:a": {\n"items": [\n${item}\n]\n}, "items": [\n${item}\n]\n}\n`,
    `{\n"x:a": 1, "x:a": 2,\n"items": [\n${item}\n]\n}\n`,
    `{\n"items": [],\n"items": [\n${item}\n]\n}\n`,
    `{\n"x:a": 1,\r\n"items": [\r\n${item},\r\n${item}\r\n]\r\n}\r\n`,
    `\ufeff{\n"items": [\n${item}\n]\n}\n`,
    `{\n"__proto__": 1, "1": 2,\n"items": [\n${item}\n]\n}\n`,
  ]) {
    assertAgree(file);
  }
});

test('Items are nested as deep as a writer can follow, and no deeper', () => {
  const nested = (depth: number) => {
    const deep = `${'[{"x":'.repeat(depth / 2)}0${'}]'.repeat(depth / 2)}`;
    return `{\n"items": [\n{"id":"a","x:deep":${deep}}\n]\n}\n`;
  };
  assert.ok(readPageLines(nested(196), deepest));
  assert.equal(readPageLines(nested(198), deepest), undefined);
  for (const depth of [194, 196, 198, 200, 40_000]) assertAgree(nested(depth));
});

function assertAgree(file: string): void {
  assert.deepEqual(parseSidecar(file), parseThoroughly(file));
}

function someFile(random: Random): string {
  const { text, tags } = taggedText('a.txt', random);
  return serialiseSidecar(withAnnotations(newSidecar(), tags, text, sha256), names);
}

const foreignNames = ['x:a', '__proto__', 'constructor', '1', 'items', 'creator', 'type', 'target', 'id'];
const foreignValues: readonly JsonValue[] = [null, true, 2, '', '中\u2028"{[', [], {}, [[{ items: [1] }]]];

/** The file with some things in items and before them that are not ours, in the form in which we write. */
function withForeign(file: string, random: Random): string {
  return file
    .split('\n')
    .map((line) => {
      if (!line.startsWith('{"') || !random.chance(0.2)) return line;
      const end = line.endsWith(',') ? ',' : '';
      const item = JSON.parse(line.slice(0, line.length - end.length)) as JsonObject;
      return JSON.stringify(withForeignMember(item, random)) + end;
    })
    .join('\n')
    .replace('"items": [', () => (random.chance(0.3) ? '"x:head": {"items": 1},\n"items": [' : '"items": ['));
}

/** Somewhere in the value, one member set or added; as JSON has them, so that `__proto__` is a name as well. */
function withForeignMember(value: JsonValue, random: Random): JsonValue {
  if (typeof value !== 'object' || value === null) return random.pick(foreignValues);
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.3)) {
    const foreign = random.pick(foreignValues);
    if (Array.isArray(value)) return [...value, foreign];
    return Object.fromEntries([...entries, [random.pick(foreignNames), foreign]]);
  }
  const [name, part] = random.pick(entries);
  const changed = withForeignMember(part as JsonValue, random);
  const all = entries.map(([each, was]) => [each, each === name ? changed : was] as const);
  return Array.isArray(value) ? all.map(([, each]) => each as JsonValue) : Object.fromEntries(all);
}

const changes: readonly ((file: string, random: Random) => string)[] = [
  (file, random) => {
    const files = new Map([['a', new TextEncoder().encode(file)]]);
    return new TextDecoder().decode(damaged(files, random).get('a'));
  },
  (file) => file.replaceAll('\n', '\r\n'),
  (file, random) =>
    file.replace(/\]\n\}\n$/, () => `]${random.pick([',"x:a":1', ',\n"items":[]', ' '])}\n}\n`),
  (file, random) => {
    const at = random.pick([...file.matchAll(/[{}[\],:"\n]/g)]).index;
    return file.slice(0, at) + random.pick(['{', '}', '[', ']', ',', '"', '\n', '\r']) + file.slice(at);
  },
  (file, random) => {
    const [line = '"items": [],'] = file
      .split('\n')
      .filter((each) => /^".*,$/.test(each) && random.chance(0.3));
    return file.replace('{\n', () => `{\n${line}\n`);
  },
  (file) => {
    try {
      return JSON.stringify(JSON.parse(file), undefined, 1);
    } catch {
      return file;
    }
  },
];
