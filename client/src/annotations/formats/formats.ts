import type { Format } from './format.ts';
import type { FormatId } from './format-names.ts';

/** Each format is loaded when it is asked for: what reads XML and archives costs the others nothing. */
const formats: Readonly<Partial<Record<FormatId, () => Promise<Format>>>> = {
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  w3c: async () => (await import('./w3c.ts')).w3c,
  brat: async () => (await import('./brat.ts')).brat,
  'cas-json': async () => (await import('./cas-json.ts')).casJson,
  'cas-xmi': async () => (await import('./cas-xmi.ts')).casXmi,
  'webanno-tsv': async () => (await import('./webanno-tsv.ts')).webannoTsv,
  doccano: async () => (await import('./doccano.ts')).doccano,
  'label-studio': async () => (await import('./label-studio.ts')).labelStudio,
  prodigy: async () => (await import('./prodigy.ts')).prodigy,
  conll: async () => (await import('./conll.ts')).conll,
  tei: async () => (await import('./tei.ts')).tei,
  qdc: async () => (await import('./qdc.ts')).qdc,
  qdpx: async () => (await import('./qdpx.ts')).qdpx,
  csv: async () => (await import('./csv.ts')).csv,
};

/** The formats that can be had, in the order in which they are shown. */
export const availableFormats = Object.keys(formats) as readonly FormatId[];

/** @throws RangeError where there is no such format */
export async function loadFormat(id: FormatId): Promise<Format> {
  const load = formats[id];
  if (!load) throw new RangeError(`There is no format “${id}”.`);
  return load();
}

/** Those of which documents are read. */
export async function readFormats(): Promise<readonly FormatId[]> {
  const all = await Promise.all(availableFormats.map(loadFormat));
  return all.filter(({ reader }) => reader !== undefined).map(({ id }) => id);
}
