/** The formats that tags go out in and come back from, by the names that the command and the pickers use. */
export const formatIds = [
  'jsonl',
  'w3c',
  'brat',
  'cas-json',
  'cas-xmi',
  'webanno-tsv',
  'doccano',
  'label-studio',
  'prodigy',
  'conll',
  'tei',
  'qdc',
  'qdpx',
  'csv',
] as const;

export type FormatId = (typeof formatIds)[number];

/** As the tools call them; no language. */
export const formatNames: Readonly<Record<FormatId, string>> = {
  jsonl: 'JSON Lines (Jiaozhu)',
  w3c: 'W3C Web Annotation',
  brat: 'brat standoff',
  'cas-json': 'UIMA CAS JSON 0.4',
  'cas-xmi': 'UIMA CAS XMI 1.0',
  'webanno-tsv': 'WebAnno TSV 3.3 (INCEpTION)',
  doccano: 'doccano JSONL',
  'label-studio': 'Label Studio JSON',
  prodigy: 'spaCy / Prodigy JSONL',
  conll: 'CoNLL-2002 (BIO)',
  tei: 'TEI P5',
  qdc: 'REFI-QDA codebook (.qdc)',
  qdpx: 'REFI-QDA project (.qdpx)',
  csv: 'CSV',
};
