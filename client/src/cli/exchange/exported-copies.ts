import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { sidecarsOf } from '../../annotations/sidecar-name.ts';

/**
 * Whether a document lies among the files of an export, as its text: with the files beside it that formats make which
 * write the text itself, brat and Web Annotation. What somebody tags there is a document again.
 */
export function isExportedCopy(path: string): boolean {
  const memory = `${path.replace(/\.txt$/, '')}.jiaozhu.json`;
  if (!existsSync(memory) && !existsSync(`${path}.jsonld`)) return false;
  return sidecarsOf(basename(path), readdirSync(dirname(path))).length === 0;
}
