/** Encodings with two bytes for a Chinese character, and the one byte for a letter that Windows takes for unknown files. */
export type TableEncoding = 'gb18030' | 'big5' | 'windows-1252';

/** The first and last bytes of each place of a character, per encoding. Source: the WHATWG Encoding Standard. */
const places = {
  gb18030: { first: [0x81, 0xfe], second: [0x40, 0xfe] },
  big5: { first: [0x81, 0xfe], second: [0x40, 0xfe] },
  'windows-1252': { first: [0x80, 0xff], second: null },
} as const;

const tables = new Map<TableEncoding, ReadonlyMap<string, readonly number[]>>();

/** Which bytes each character has, made by decoding all there are: two thousandths of a second, once. */
function tableOf(encoding: TableEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const { first, second } = places[encoding];
  for (let lead = first[0]; lead <= first[1]; lead += 1) {
    if (second === null) table.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    else {
      for (let trail = second[0]; trail <= second[1]; trail += 1) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (!character.startsWith('\ufffd') && [...character].length === 1 && !table.has(character)) {
          table.set(character, [lead, trail]);
        }
      }
    }
  }
  tables.set(encoding, table);
  return table;
}

/**
 * The bytes that a text was decoded from, if it was by this encoding. A character that the encoding lacks is
 * left out, and its share told: it cannot have come from there. A sign of replaced bytes (U+FFFD) is left out too.
 */
export function bytesOf(
  text: string,
  encoding: TableEncoding,
): { readonly bytes: Uint8Array; readonly foreign: number } {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  let foreign = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    count += 1;
    const known = table.get(character);
    if (known) bytes.push(...known);
    else if (code !== 0xfffd) foreign += 1;
  }
  return { bytes: Uint8Array.from(bytes), foreign: count === 0 ? 0 : foreign / count };
}
