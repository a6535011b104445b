import { derivedId } from '../derived-id.ts';

const uuidUrn = /^urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The same for the same words, as REFI-QDA has its GUIDs (Project.xsd, GUIDType). */
export function guidOf(...words: readonly (string | number)[]): string {
  return derivedId(['refi', ...words]).slice('urn:uuid:'.length);
}

/** The GUID that an id is; undefined where it is none. */
export function guidIn(id: string): string | undefined {
  return uuidUrn.exec(id)?.[1];
}

/** The id that a GUID is; they are compared without regard to case and braces. */
export function idOf(guid: string): string {
  return `urn:uuid:${normalGuid(guid)}`;
}

export function normalGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
}

/** Another GUID that belongs to one, for the parts of a tag. @param step 1 for the first of them */
export function guidBeside(guid: string, step: number): string {
  const node = (Number.parseInt(guid.slice(24), 16) + step) % 2 ** 48;
  // The first digit of the third group tells the version: 8 is for makers' own.
  return `${guid.slice(0, 14)}8${guid.slice(15, 24)}${node.toString(16).padStart(12, '0')}`;
}
