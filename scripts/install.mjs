import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The folder of the editor host: a package of its own, so that the product's package.json is about the product. */
export const hostFolder = fileURLToPath(new URL('../test/editor/host', import.meta.url));

/** Installs the compiler, the bundler, the libraries of the product, and on 64-bit Linux a newer Node. */
export function installProduct() {
  return installPackages(root, 'Installing the packages of Jiaozhu', '10 to 60 s, once');
}

/** Installs a real VS Code, a browser and fonts for it, on first use. */
export function installHost() {
  return installPackages(
    hostFolder,
    'Installing the editor host: VS Code’s server, a browser, fonts; 650 MB',
    '20 to 120 s, once',
  );
}
