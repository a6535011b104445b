/** A line of a standoff file. Source: brat's manual, “Standoff format”, and its server/src/annotation.py. */
export type BratLine =
  | {
      readonly kind: 'span';
      readonly id: string;
      readonly type: string;
      /** As they stand, code points. */
      readonly spans: readonly { readonly start: number; readonly end: number }[];
      /** The places as they are written: `0 2;5 7`. */
      readonly at: string;
      /** What the file says that stands there; absent where it does not. */
      readonly quoted?: string;
    }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly type: string;
      readonly trigger: string;
      readonly roles: readonly Role[];
    }
  | {
      readonly kind: 'relation';
      readonly id: string;
      readonly type: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'attribute';
      readonly id: string;
      readonly type: string;
      readonly target: string;
      /** Absent: it is a flag. */
      readonly value?: string;
    }
  | {
      readonly kind: 'normalisation';
      readonly id: string;
      readonly target: string;
      /** The name of a data base, a colon and a key in it; then, after a space, what that is called. */
      readonly reference: string;
    }
  | {
      readonly kind: 'note';
      readonly id: string;
      readonly type: string;
      readonly target: string;
      readonly text: string;
    }
  | { readonly kind: 'equivalence'; readonly type: string; readonly members: readonly string[] };

export interface Role {
  readonly role: string;
  readonly target: string;
}

/** Null where it is none that brat could read. */
export function readBratLine(line: string): BratLine | null {
  const tab = line.indexOf('\t');
  if (tab < 0) return null;
  const id = line.slice(0, tab);
  const rest = line.slice(tab + 1);
  const second = rest.indexOf('\t');
  const data = second < 0 ? rest : rest.slice(0, second);
  const tail = second < 0 ? '' : rest.slice(second + 1);
  if (id === '*') return readEquivalence(data);
  if (!/^(?:[A-Za-z]+|#[A-Za-z]*)[0-9]+/.test(id)) return null;
  switch (id[0]) {
    case 'T':
      return readSpan(id, data, tail);
    case 'E':
      return readEvent(id, data);
    case 'R':
      return readRelation(id, data);
    case 'A':
    case 'M':
      return readAttribute(id, data);
    case 'N':
      return readNormalisation(id, data, tail);
    case '#':
      return readNote(id, data, tail);
    default:
      return null;
  }
}

function readSpan(id: string, data: string, tail: string): BratLine | null {
  const [, type, at] = /^(\S+) (.+)$/.exec(data) ?? [];
  if (type === undefined || at === undefined) return null;
  const spans: { start: number; end: number }[] = [];
  for (const each of at.trimEnd().split(';')) {
    const [, start, end] = /^(-?\d{1,15}) (-?\d{1,15})$/.exec(each) ?? [];
    if (start === undefined || end === undefined) return null;
    spans.push({ start: Number(start), end: Number(end) });
  }
  return { kind: 'span', id, type, spans, at: at.trimEnd(), ...(tail !== '' && { quoted: tail }) };
}

function readEvent(id: string, data: string): BratLine | null {
  const [head = '', ...args] = data.split(/\s+/).filter((each) => each !== '');
  const trigger = readRole(head);
  const roles = args.map(readRole);
  if (!trigger || !roles.every((role) => role !== null)) return null;
  return { kind: 'event', id, type: trigger.role, trigger: trigger.target, roles };
}

function readRelation(id: string, data: string): BratLine | null {
  const [type, ...args] = data.split(/\s+/).filter((each) => each !== '');
  const [from, to, ...more] = args.map(readRole);
  if (type === undefined || !from || !to || more.length > 0 || from.role === to.role) return null;
  return { kind: 'relation', id, type, from: from.target, to: to.target };
}

function readRole(text: string): Role | null {
  const [, role, target] = /^([^:]+):([^:]+)$/.exec(text) ?? [];
  return role !== undefined && target !== undefined ? { role, target } : null;
}

function readAttribute(id: string, data: string): BratLine | null {
  const [, type, target, value] = /^(\S+) (\S+)(?: (.+))?$/.exec(data.trimEnd()) ?? [];
  if (type === undefined || target === undefined) return null;
  return { kind: 'attribute', id, type, target, ...(value !== undefined && { value }) };
}

/** That of the BioNLP Shared Task 2013 too: `Reference Annotation:T1 Referent:DB:key`, in either order. */
function readNormalisation(id: string, data: string, tail: string): BratLine | null {
  const plain = data
    .replace(/^(Reference) Annotation:(\S+) Referent:(\S+)/, '$1 $2 $3')
    .replace(/^(Reference) Referent:(\S+) Annotation:(\S+)/, '$1 $3 $2');
  const [, target, key] = /^Reference (\S+) ([^\s:]+:\S+)\s*$/.exec(plain) ?? [];
  if (target === undefined || key === undefined) return null;
  const name = tail.trim();
  return { kind: 'normalisation', id, target, reference: name === '' ? key : `${key} ${name}` };
}

function readNote(id: string, data: string, tail: string): BratLine | null {
  const [type, target, ...more] = data.split(/\s+/).filter((each) => each !== '');
  if (type === undefined || target === undefined || more.length > 0) return null;
  return { kind: 'note', id, type, target, text: tail.trim() };
}

function readEquivalence(data: string): BratLine | null {
  const [type, ...members] = data.split(/\s+/).filter((each) => each !== '');
  return type === undefined || members.length === 0 ? null : { kind: 'equivalence', type, members };
}
