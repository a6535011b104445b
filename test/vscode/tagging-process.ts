import { Layer, readSidecar } from '../../client/src/vscode/tagging/layer.ts';
import { documentOn, filesOnDisk, uriOf } from './files-on-disk.ts';

/** A window of its own: makes tags one by one on its share of a text, and writes after each. Arguments: the document, the text, the first offset and how many. */
const [path = '', text = '', first = '0', count = '0'] = process.argv.slice(2);
const file = uriOf(`${path}.annotations.json`);
const layer = new Layer(filesOnDisk, documentOn(path, text), file, '');
layer.load(await readSidecar(filesOnDisk, file), text);
for (let i = 0; i < Number(count); i++) {
  const start = Number(first) + i;
  layer.store.add({ label: 'party', range: { start, end: start + 1 } });
  await layer.write();
}
