import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, hostFolder } from './place.ts';

/**
 * Without a Chinese font a browser on a bare Linux draws nothing where Chinese stands. Fontconfig is told of the
 * two fonts of the host's package, before those of the system, so that pictures are the same everywhere.
 *
 * @returns the environment variables that a browser needs
 */
export async function fontEnvironment(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const file = join(cacheFolder, 'fonts.conf');
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(file, fontsConf());
  return { FONTCONFIG_FILE: file };
}

function fontsConf(): string {
  const packages = join(hostFolder, 'node_modules');
  const folders = [
    join(packages, '@embedpdf/fonts-sc/fonts'),
    join(packages, 'dejavu-fonts-ttf/ttf'),
    '/usr/share/fonts',
  ];
  const alias = (family: string, first: string) =>
    `  <alias binding="strong"><family>${family}</family><prefer><family>${first}</family><family>Noto Sans S Chinese</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`),
    `  <cachedir>${escapeXml(join(cacheFolder, 'fontconfig'))}</cachedir>`,
    // Chromium asks for its default families by these names, and VS Code's style sheet for Ubuntu's font.
    ...['system-ui', 'Ubuntu', 'sans-serif', 'Arial', 'Helvetica'].map((name) => alias(name, 'DejaVu Sans')),
    ...['serif', 'Times New Roman'].map((name) => alias(name, 'DejaVu Serif')),
    ...['monospace', 'Monospace', 'Droid Sans Mono', 'Courier New'].map((name) =>
      alias(name, 'DejaVu Sans Mono'),
    ),
    '  <match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>',
    '</fontconfig>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
