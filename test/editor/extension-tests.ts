import { pathToFileURL } from 'node:url';
import { launchBrowser } from './host/browser.ts';
import { startVsCode, type VsCodeOptions } from './host/vscode.ts';

export interface ExtensionTestsOptions extends VsCodeOptions {
  /** The folder of the extension that is tested. */
  readonly extensionFolder: string;
  /** The absolute path of a module that exports `run(): Promise<void>`, which rejects when a test fails. */
  readonly testsModule: string;
  /** A file that is open from the start. */
  readonly file?: string;
}

export interface ExtensionTestsEnded {
  /** 0 when all tests passed. */
  readonly code: number;
  /** What the tests wrote to the console. */
  readonly log: string;
}

/**
 * Runs tests inside the extension host, where they may import `vscode`, by VS Code's own mechanism: for what the
 * interface of extensions can assert. What a person sees is for {@link Workbench}.
 *
 * The page starts the tests that its address names, and tells their words and their end by two functions that it
 * expects in `window` where the server runs with its smoke-test driver.
 */
export async function runExtensionTests(options: ExtensionTestsOptions): Promise<ExtensionTestsEnded> {
  const { extensionFolder, testsModule, file, ...rest } = options;
  const vscode = await startVsCode({ fast: true, ...rest, smokeTestDriver: true });
  try {
    const browser = await launchBrowser();
    try {
      const page = await (await browser.newContext()).newPage();
      const lines: string[] = [];
      const ended = new Promise<number>((resolve) => {
        void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
      });
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        lines.push(args.map(String).join(' '));
      });
      const uri = (path: string) =>
        `vscode-remote://127.0.0.1:${vscode.port}${decodeURIComponent(pathToFileURL(path).pathname)}`;
      await page.goto(
        vscode.url({
          ...(file ? { file } : {}),
          payload: [
            ['extensionDevelopmentPath', uri(extensionFolder)],
            ['extensionTestsPath', uri(testsModule)],
          ],
        }),
      );
      return { code: await ended, log: lines.join('\n') };
    } finally {
      await browser.close();
    }
  } finally {
    await vscode.stop();
  }
}
