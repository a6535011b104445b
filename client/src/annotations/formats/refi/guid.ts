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

/** The GUIDs of a tag: its own, and one after the other for what belongs to it. */
export class TagGuids {
  readonly own: string;
  /** What all of the others begin with. */
  readonly #beginning: string;
  /** The last 24 bits as a number, which a processor adds to quickly. */
  #last: number;

  constructor(own: string) {
    this.own = own;
    // The first digit of the third group tells the version: 8 is for makers' own.
    this.#beginning = `${own.slice(0, 14)}8${own.slice(15, 30)}`;
    this.#last = Number.parseInt(own.slice(30), 16);
  }

  next(): string {
    this.#last = (this.#last + 1) % 2 ** 24;
    return this.#beginning + this.#last.toString(16).padStart(6, '0');
  }
}
