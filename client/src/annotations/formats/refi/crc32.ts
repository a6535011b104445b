/** The polynomial of ISO 3309, its bits mirrored: bit 31 stands for x⁰. */
const polynomial = 0xedb88320;

/** For each of four bytes at once, the nearest to the end first. */
let tables: readonly Int32Array[] | undefined;

function makeTables(): readonly Int32Array[] {
  const made = [
    Int32Array.from({ length: 256 }, (_, index) => {
      let value = index;
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
      return value;
    }),
  ];
  const first = made[0]!;
  for (let n = 1; n < 4; n += 1) made.push(made[n - 1]!.map((value) => (value >>> 8) ^ first[value & 0xff]!));
  return made;
}

/** CRC-32 as ZIP has it (ISO 3309). @param before that of the bytes which these follow */
export function crc32(bytes: Uint8Array, before = 0): number {
  tables ??= makeTables();
  const [t0, t1, t2, t3] = tables as readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  const { length } = bytes;
  let crc = ~before;
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!;
  }
  for (; i < length; i += 1) crc = (crc >>> 8) ^ t0[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}

/**
 * The CRC-32 of bytes put together, of those of their parts: the first times x to the power of eight for each byte of
 * the second, and the second added.
 */
export function joinedCrc32(first: number, second: number, secondLength: number): number {
  let factor = 0x80000000;
  // x⁸, x¹⁶, x³² …
  let power = 0x00800000;
  for (let rest = secondLength; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) factor = product(factor, power);
    power = product(power, power);
  }
  return (product(first, factor) ^ second) >>> 0;
}

/** Of two polynomials, modulo that of the CRC. */
function product(a: number, b: number): number {
  let sum = 0;
  let shifted = b;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((a >>> bit) & 1) sum ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return sum;
}
