/**
 * Names as brat stores types, attributes and relations: it makes every character but ASCII letters, digits, `_` and
 * `-` one `_` (server/src/projectconfig.py, normalize_to_storage_form), so that two Chinese names of one length would
 * be the same. Another name is written with the numbers of its other characters, and read back.
 */
export function typeName(name: string): string {
  if (/^[\w-]*[A-Za-z0-9][\w-]*$/.test(name) && !name.startsWith(prefix) && name !== equivalence) return name;
  const characters = Array.from(name, (character) =>
    /[A-Za-z0-9]/.test(character) ? character : `-${character.codePointAt(0)!.toString(16)}-`,
  );
  return `${prefix}${characters.join('')}`;
}

/** The name that a type stands for. */
export function nameOfType(type: string): string {
  if (!type.startsWith(prefix)) return type;
  const name = type.slice(prefix.length).replace(/-([0-9a-f]{1,6})-/g, (whole, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  // Not what is written above: a name that only looks so.
  return typeName(name) === type ? name : type;
}

const prefix = 'u--';

/** The type of equivalences, by which brat's own configurations call them. */
export const equivalence = 'Equiv';
