import { type CasType, typeNames } from '../cas/cas.ts';

/** A layer as the header declares it, with its columns from the fourth on. */
export interface TsvLayer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly type: string;
  readonly columns: readonly TsvColumn[];
}

export interface TsvColumn {
  /** Counted from 0, from the fourth of a row. */
  readonly index: number;
  /**
   * `value`: a feature; `none`: the layer has none; `role` and `target`: a slot in two columns; `source`: where a
   * relation comes from.
   */
  readonly kind: 'value' | 'none' | 'role' | 'target' | 'source';
  /** The feature; of a role and a target that of the slot. */
  readonly name: string;
  /** Of a role the type of its links; of a target and a source the type of what they refer to; else empty. */
  readonly type: string;
}

/**
 * Adds a layer of a header line.
 * @returns whether it is one
 */
export function addLayer(line: string, layers: TsvLayer[]): boolean {
  const [, mark, declared = ''] = /^#T_(SP|RL|CH)=(.+)$/.exec(line) ?? [];
  if (mark === undefined) return false;
  const [type = '', ...names] = declared.split('|').filter((field) => field !== '');
  const kind = mark === 'SP' ? 'span' : mark === 'RL' ? 'relation' : 'chain';
  let index = (layers.at(-1)?.columns.at(-1)?.index ?? -1) + 1;
  const columns: TsvColumn[] = [];
  for (const name of names) {
    columns.push({ index, ...columnOf(kind, name, columns.at(-1)) });
    index += 1;
  }
  if (columns.length === 0) columns.push({ index, kind: 'none', name: '', type: '' });
  layers.push({ kind, type, columns });
  return true;
}

function columnOf(
  kind: TsvLayer['kind'],
  name: string,
  before: TsvColumn | undefined,
): Omit<TsvColumn, 'index'> {
  if (kind === 'span' && name.startsWith('ROLE_')) {
    // ROLE_ the layer : the feature _ the type of its links
    const [, slot = '', ...links] = name.split('_');
    return { kind: 'role', name: slot.slice(slot.indexOf(':') + 1), type: links.join('_') };
  }
  if (kind === 'span' && before?.kind === 'role') return { kind: 'target', name: before.name, type: name };
  if (kind === 'relation' && name.startsWith('BT_')) return { kind: 'source', name: '', type: name.slice(3) };
  return { kind: 'value', name, type: '' };
}

/** The types that the layers declare; all their values are texts. */
export function typesOfLayers(layers: readonly TsvLayer[]): ReadonlyMap<string, CasType> {
  return new Map(
    layers.map(({ type, columns }) => {
      const values = columns.filter(({ kind }) => kind === 'value');
      const features = new Map(values.map(({ name }) => [name, typeNames.string]));
      return [type, { superType: typeNames.annotation, features }];
    }),
  );
}
