import type { Files } from '../annotations/formats/round-trip.ts';
import type { Random } from '../setting/random.ts';

/** Files with something broken in one of them. */
export function damaged(files: Files, random: Random): Files {
  const names = [...files.keys()];
  if (names.length === 0) return files;
  const name = random.pick(names);
  return new Map(files).set(name, damage(files.get(name)!, random));
}

function damage(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  switch (random.below(7)) {
    case 0: {
      const flipped = Uint8Array.from(bytes);
      for (let i = 1 + random.below(4); i > 0; i -= 1)
        flipped[random.below(bytes.length)]! ^= 1 << random.below(8);
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + random.below(20)));
    case 3:
      return joined(bytes.subarray(0, at), encoded(random.pick(hostile)), bytes.subarray(at));
    case 4: {
      const lines = decoded(bytes).split('\n');
      const [a, b] = [random.below(lines.length), random.below(lines.length)];
      [lines[a], lines[b]] = [lines[b]!, lines[a]!];
      return encoded(lines.join('\n'));
    }
    case 5: {
      const lines = decoded(bytes).split('\n');
      const line = random.pick(lines);
      lines.splice(random.below(lines.length + 1), random.below(2), line);
      return encoded(lines.join('\n'));
    }
    default:
      return otherDigit(bytes, random);
  }
}

const deep = 20_000;
const hostile = [
  '['.repeat(deep),
  '{"a":'.repeat(deep),
  '<a>'.repeat(deep),
  '\0',
  '\n',
  '\t',
  '"',
  '9'.repeat(400),
  '-1',
  '1e309',
  '__proto__',
  'null',
  '[]',
  '{}',
  ';',
  '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]>',
];

/** Files with other digits in some places, as positions that have slipped. */
export function otherDigits(files: Files, random: Random): Files {
  return new Map(
    [...files].map(([name, bytes]) => {
      let changed = bytes;
      for (let i = random.below(6); i > 0; i -= 1) changed = otherDigit(changed, random);
      return [name, changed];
    }),
  );
}

function otherDigit(bytes: Uint8Array, random: Random): Uint8Array {
  const digits = [...bytes.keys()].filter((i) => bytes[i]! >= 0x30 && bytes[i]! <= 0x39);
  if (digits.length === 0) return bytes;
  const changed = Uint8Array.from(bytes);
  changed[random.pick(digits)] = 0x30 + random.below(10);
  return changed;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
