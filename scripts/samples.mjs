import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder that `npm start` opens: a copy of samples/, so that cleaning and tagging change no file of the
 * repository. It stays from one start to the next, with all that was done in it; only what is missing is copied.
 *
 * @param {string} root the repository's folder
 * @param {{ fresh: boolean }} options `fresh` makes the copy anew, and what was done in it is lost
 * @returns {string} the absolute path of the copy
 */
export function copyOfSamples(root, { fresh }) {
  const copy = join(root, '.cache/samples');
  if (fresh) rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(join(root, 'samples'))) {
    if (!existsSync(join(copy, name))) copyFileSync(join(root, 'samples', name), join(copy, name));
  }
  return copy;
}

/** The statement to begin with: the one that is broken as newspapers are. @param {string} folder */
export function firstSample(folder) {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const first = texts.find((name) => name.includes('newspaper')) ?? texts[0];
  return first && join(folder, first);
}
