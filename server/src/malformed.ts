/** Parameters that are not what the protocol says: the client's fault, told in a line and without a stack. */
export class Malformed extends TypeError {}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
