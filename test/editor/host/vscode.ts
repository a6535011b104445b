import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Obstacle } from '../../../scripts/obstacle.mjs';
import { cacheFolder, hostFolder, linkFolder, requireHost, vscodeFolder } from './place.ts';

/** VS Code's settings by their full names. */
export type Settings = Record<string, unknown>;

export interface VsCodeOptions {
  /** The folder that the workbench opens. */
  readonly folder: string;
  /** A packaged extension to install. */
  readonly extensionVsix?: string;
  /** An unpacked extension to link to: its manifest lies in this folder. */
  readonly extensionFolder?: string;
  /** Put over the quiet ones, and under those that the user has set earlier in the same data folder. */
  readonly defaults?: Settings;
  /** Put over the quiet ones, and over those that the user has set earlier in the same data folder. */
  readonly settings?: Settings;
  /** Keeps settings, state and logs from one start to the next; without it a temporary folder, removed at the end. */
  readonly dataFolder?: string;
  /** Only the themes of the built-in extensions: half the time until an extension is active. */
  readonly fast?: boolean;
  /** The port to listen on at 127.0.0.1; without it a free one. */
  readonly port?: number;
  /** A secret that the address carries; without it anybody on this machine may connect. */
  readonly token?: string;
  /** Lets the page start VS Code's own extension tests. */
  readonly smokeTestDriver?: boolean;
}

export interface OpenAt {
  /** A file's absolute path. */
  readonly file?: string;
  /** 1-based, as the workbench counts. */
  readonly line?: number;
  readonly column?: number;
  /** More entries of the workbench's payload, such as `['extensionTestsPath', …]`. */
  readonly payload?: readonly (readonly [string, string])[];
}

export interface VsCode {
  readonly port: number;
  /** Where the logs of this start are written. */
  readonly logsFolder: string;
  readonly dataFolder: string;
  /** The address of the workbench, with a file open at a place where one is named. */
  url(at?: OpenAt): string;
  /** A file or folder as the workbench names it. */
  remoteUri(path: string): string;
  /** Puts settings over the present ones, of any scope but `application`; the workbench takes them up within a second. */
  changeSettings(settings: Settings): Promise<void>;
  /** Ends the server with all its helpers. */
  stop(): Promise<void>;
  /** Settles when the server has ended, by whatever cause. */
  readonly ended: Promise<void>;
}

/** No welcome pages, no chat, no advice, nothing that asks the network. */
const quiet: Settings = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
};

/** Starts VS Code's server for a browser, with one extension in it. */
export async function startVsCode(options: VsCodeOptions): Promise<VsCode> {
  requireHost();
  // The server looks for its libraries beside itself; they are installed one floor above, where npm locks them.
  await linkFolder(join(hostFolder, 'node_modules'), join(vscodeFolder, 'node_modules'));
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'jiaozhu-vscode-')));
  const extensionsFolder = join(dataFolder, 'extensions');
  // Made anew each time: the server keeps a list of extensions there that would hide a changed one.
  await rm(extensionsFolder, { recursive: true, force: true });
  await mkdir(extensionsFolder, { recursive: true });
  const settingsFile = join(dataFolder, 'user/User/settings.json');
  // The workbench watches the machine's settings, which win over the user's; those it reads only at its start.
  const liveSettingsFile = join(dataFolder, 'user/Machine/settings.json');
  const earlier = await readSettings(settingsFile);
  // A file with comments is a person's own work: it is left as it is rather than written without them.
  if (earlier)
    await writeSettings(settingsFile, { ...quiet, ...options.defaults, ...earlier, ...options.settings });

  const folders = [
    ...['--server-data-dir', join(dataFolder, 'server')],
    ...['--user-data-dir', join(dataFolder, 'user')],
    ...['--extensions-dir', extensionsFolder],
  ];
  if (options.extensionVsix) await installVsix(dataFolder, options.extensionVsix, folders);
  if (options.extensionFolder) await linkExtension(options.extensionFolder, extensionsFolder);

  const logsFolder = join(dataFolder, 'logs');
  await rm(logsFolder, { recursive: true, force: true });
  const server = launch(dataFolder, [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
    '--accept-server-license-terms',
    ...folders,
    ...['--logsPath', logsFolder],
    ...['--telemetry-level', 'off', '--disable-workspace-trust'],
    ...(options.fast ? ['--builtin-extensions-dir', await themesOnly()] : []),
    ...(options.smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
  ]);
  const port = await listening(server, options.port);
  const remoteUri = (path: string) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));

  return {
    port,
    logsFolder,
    dataFolder,
    remoteUri,
    ended,
    url(at = {}) {
      const place = at.line ? `:${at.line}:${at.column ?? 1}` : '';
      const payload = [
        ['skipWelcome', 'true'],
        ...(at.file
          ? [
              ['gotoLineMode', 'true'],
              ['openFile', `${remoteUri(at.file)}${place}`],
            ]
          : []),
        ...(at.payload ?? []),
      ];
      const query = new URLSearchParams({
        folder: decodeURIComponent(pathToFileURL(options.folder).pathname),
      });
      query.set('payload', JSON.stringify(payload));
      if (options.token) query.set('tkn', options.token);
      // The workbench decodes by decodeURIComponent in places, to which a plus sign is no space.
      return `http://127.0.0.1:${port}/?${query.toString().replaceAll('+', '%20')}`;
    },
    async changeSettings(settings) {
      await writeSettings(liveSettingsFile, { ...(await readSettings(liveSettingsFile)), ...settings });
    },
    async stop() {
      await end(server);
      if (!options.dataFolder) {
        await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    },
  };
}

/** The settings in a file: none where there is no file, and undefined where it is not plain JSON. */
async function readSettings(file: string): Promise<Settings | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeSettings(file: string, settings: Settings): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** Starts the server's program in a process group of its own, so that it can be ended with its helpers. */
function launch(dataFolder: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env };
  // Inside a terminal of VS Code, or below a test runner, these would reach the extension host.
  for (const name of Object.keys(env))
    if (/^(VSCODE_|ELECTRON_|NODE_TEST|NODE_OPTIONS)/.test(name)) delete env[name];
  // No gallery of extensions: nothing shall be asked of any other machine.
  env.EXTENSIONS_GALLERY = '{"serviceUrl":""}';
  // It keeps a device's id in the cache folder of the user, whose home is none of its business.
  env.XDG_CACHE_HOME = join(dataFolder, 'cache');
  // Its sockets go where they are removed with the rest; elsewhere such a path would be too long for a socket.
  if (process.platform === 'linux' && dataFolder.length < 60) env.XDG_RUNTIME_DIR = dataFolder;
  return spawn(process.execPath, [join(vscodeFolder, 'out/server-main.js'), ...args], {
    cwd: hostFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
}

async function installVsix(dataFolder: string, vsix: string, folders: readonly string[]): Promise<void> {
  const child = launch(dataFolder, [
    '--accept-server-license-terms',
    ...folders,
    '--install-extension',
    vsix,
    '--force',
  ]);
  const output = gather(child);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code === 0 && /successfully installed/.test(output.text)) return;
  throw new Error(`VS Code did not install ${basename(vsix)}:\n${output.text}`);
}

async function linkExtension(folder: string, extensionsFolder: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  await linkFolder(folder, join(extensionsFolder, `${publisher}.${name}-${version}`));
}

/** A folder of built-in extensions that holds the themes alone. */
async function themesOnly(): Promise<string> {
  const folder = join(cacheFolder, 'builtin-extensions');
  await linkFolder(join(vscodeFolder, 'extensions/theme-defaults'), join(folder, 'theme-defaults'));
  return folder;
}

function gather(child: ChildProcess): { text: string } {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      // What comes after the start is in the logs as well; a long session must not fill the memory.
      if (output.text.length < 100_000) output.text += text;
    });
  }
  return output;
}

/** Waits until the server listens, and gives its port. */
function listening(server: ChildProcess, wanted: number | undefined): Promise<number> {
  const output = gather(server);
  return new Promise((resolve, reject) => {
    const settle = () => {
      const found = /agent listening on (\d+)/.exec(output.text);
      if (found) done(() => resolve(Number(found[1])));
    };
    const fail = () => done(() => reject(explainStart(output.text, wanted)));
    const timer = setTimeout(() => {
      void end(server);
      fail();
    }, 60_000);
    const done = (then: () => void) => {
      clearTimeout(timer);
      server.off('close', fail);
      server.stdout?.off('data', settle);
      then();
    };
    server.stdout?.on('data', settle);
    server.once('close', fail);
    server.once('error', fail);
  });
}

function explainStart(output: string, wanted: number | undefined): Error {
  if (/EADDRINUSE|EACCES/.test(output)) {
    return new Obstacle(
      `Port ${wanted} of this machine is taken.`,
      'Name another one: npm start -- --port 8123',
    );
  }
  return new Error(`VS Code’s server did not start:\n${output}`);
}

/** Asks the server and its helpers to end, and insists after three seconds. */
async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const group = process.platform === 'win32' ? server.pid : -server.pid;
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(group, name);
    } catch {
      // All of the group have ended.
    }
  };
  const closed = new Promise((resolve) => server.once('exit', resolve));
  signal('SIGTERM');
  const late = setTimeout(() => signal('SIGKILL'), 3000);
  await closed;
  clearTimeout(late);
  // Helpers may outlive the server by some seconds; nobody needs what they do.
  signal('SIGKILL');
}
