import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { isHostsOwn } from './complaints.ts';
import { launchBrowser } from './host/browser.ts';
import { root } from './host/place.ts';
import { type OpenAt, type Settings, startVsCode, type VsCode, type VsCodeOptions } from './host/vscode.ts';
import { type Row, readRows } from './rows.ts';
import { until } from './waiting.ts';

/** The packaged extension, which run.mjs has made and names. */
export function packagedExtension(): string {
  const vsix = process.env.JIAOZHU_VSIX;
  if (!vsix) throw new Error('JIAOZHU_VSIX names no packaged extension: run `npm run test:editor`.');
  return vsix;
}

/** Where pictures are kept. */
export const picturesFolder = join(root, 'test-results');

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export interface WorkbenchOptions extends VsCodeOptions {
  /** What is open at the start. */
  readonly at?: OpenAt;
  /** The window's size in CSS pixels. */
  readonly viewport?: { width: number; height: number };
}

/** The real VS Code in a real browser, used as a person uses it: by keys, by the mouse, and by looking. */
export class Workbench {
  readonly page: Page;
  readonly vscode: VsCode;
  /** What the page's console and the workbench complained of, without the known complaints of the host itself. */
  readonly complaints: readonly string[];
  #settingsVersion = 0;
  readonly #browser: Browser;
  #earlierHosts = 0;

  private constructor(page: Page, vscode: VsCode, browser: Browser, complaints: readonly string[]) {
    this.page = page;
    this.vscode = vscode;
    this.complaints = complaints;
    this.#browser = browser;
  }

  static async start(options: WorkbenchOptions): Promise<Workbench> {
    const vscode = await startVsCode({
      fast: true,
      ...options,
      // In a browser VS Code saves by itself after a second, and then shows nothing as unsaved: whoever waits for
      // a save would not wait.
      settings: { 'files.autoSave': 'off', ...options.settings },
    });
    const browser = await launchBrowser().catch(async (error) => {
      await vscode.stop();
      throw error;
    });
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: `http://127.0.0.1:${vscode.port}`,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !isHostsOwn(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
    const workbench = new Workbench(page, vscode, browser, complaints);
    try {
      await workbench.open(options.at);
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  /** Opens the workbench anew, as by a new address in the same browser. */
  async open(at: OpenAt = {}): Promise<void> {
    this.#earlierHosts = (await this.#hostLogs()).length;
    await this.page.goto(this.vscode.url(at));
    await this.#ready(at.file !== undefined);
  }

  /** Reloads the page: editors, views and extension start over, and the workbench restores what it keeps. */
  async reload(): Promise<void> {
    this.#earlierHosts = (await this.#hostLogs()).length;
    await this.page.reload();
    await this.#ready(false);
  }

  async #ready(withEditor: boolean): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    if (withEditor) await this.page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  }

  /** Waits until this page's extension host has begun to run an extension, by the host's own log. */
  async waitForExtension(id: string): Promise<void> {
    await until(
      `the extension ${id} to be active`,
      async () => {
        const logs = (await this.#hostLogs()).slice(this.#earlierHosts);
        return Promise.all(logs.map((log) => readFile(log, 'utf8')));
      },
      (logs) => logs.some((text) => text.includes(`_doActivateExtension ${id},`)),
      60_000,
    );
  }

  /** The logs of all extension hosts since the server's start: each load of the page has one of its own. */
  async #hostLogs(): Promise<string[]> {
    const entries = await readdir(this.vscode.logsFolder).catch(() => []);
    return entries
      .filter((name) => /^exthost\d+$/.test(name))
      .sort((a, b) => Number(a.slice(7)) - Number(b.slice(7)))
      .map((name) => join(this.vscode.logsFolder, name, 'remoteexthost.log'));
  }

  /** Presses keys one after another, by Playwright's names: `Control+k`, `Escape`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into whatever has the focus, character by character. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Runs a command by its title in the command palette, with its category: `Jiaozhu: Clean the Document`. */
  async command(title: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('.quick-input-box input');
    const labels = () =>
      widget
        .locator('.quick-input-list .monaco-list-row')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
    const matches = (label: string) => label === title || label.startsWith(`${title},`);
    // The palette lists what can be done when it opens: a person who is too early opens it again.
    const shown = await until(
      `the command “${title}”`,
      async () => {
        await this.press('F1');
        await input.fill(`>${title}`, { timeout: 3000 });
        return until('the list', labels, (all) => all.some(matches), 4000);
      },
      (all) => all.some(matches),
    );
    await widget.locator('.quick-input-list .monaco-list-row').nth(shown.findIndex(matches)).click();
    // Where the row was, the mouse would rest on something that then shows a tip.
    await this.page.mouse.move(2, 2);
  }

  /** Answers a pick or an input box that is open: the words are typed, then Enter. */
  async answer(words: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor();
    await input.fill(words);
    await this.press('Enter');
  }

  /** Puts the focus into the editor. */
  async focusEditor(): Promise<void> {
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused').first();
    // A page of the panel that is being made anew loses the key; a person would press it again.
    await until(
      'the focus in the editor',
      async () => {
        await this.press('Control+1');
        return focused.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
      },
      (isThere) => isThere,
    );
  }

  /**
   * Puts the cursor at a place of the open document: 1-based line, and 1-based column in characters. ("Go to
   * Line" counts a Chinese character as two columns, so it is used for the line alone.)
   */
  async goTo(line: number, column = 1): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    // A page that takes the keyboard just now closes the field under one's hands; a person would ask for it again.
    await until(
      `line ${line}`,
      async () => {
        await this.focusEditor();
        await this.press('Control+g');
        await widget.locator('.quick-input-box input').fill(`:${line}:1`, { timeout: 3000 });
        await this.press('Enter');
        await widget.waitFor({ state: 'hidden', timeout: 3000 });
        return true;
      },
      Boolean,
    );
    await this.focusEditor();
    await this.#cursorAt(line, 1);
    for (let at = 1; at < column; at++) await this.press('ArrowRight');
    await this.#cursorAt(line, column);
  }

  #cursorAt(line: number, column: number): Promise<unknown> {
    const place = `Ln ${line}, Col ${column}`;
    return until(
      `the cursor at ${place}`,
      () => this.page.locator('[id="status.editor.selection"]').textContent(),
      (text) => text?.trim() === place,
      5000,
    );
  }

  /** Selects the next place where these words stand, by the find widget; they may hold line breaks. */
  async select(words: string): Promise<void> {
    await this.focusEditor();
    await this.press('Control+f');
    const input = this.page.locator('.find-widget.visible .find-part textarea').first();
    await input.waitFor();
    await input.fill(words);
    await until(
      `“${words}” in the document`,
      () => this.page.locator('.find-widget .matchesCount').textContent(),
      (text) => /^\d+ of \d+/.test(text ?? ''),
    );
    // A message or a tip that is in sight takes an Escape for itself.
    await until(
      'the find widget to close',
      async () => {
        await this.press('Escape');
        return this.page.locator('.find-widget.visible').count();
      },
      (count) => count === 0,
      5000,
    );
    await this.focusEditor();
  }

  /** The whole text of the open document, with line ends as `\n`, by way of the clipboard. */
  async editorText(): Promise<string> {
    await this.focusEditor();
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.press('Control+a', 'Control+c');
    const text = await until(
      'the text in the clipboard',
      () => this.page.evaluate(() => navigator.clipboard.readText()),
      (read) => read !== '',
      3000,
    ).catch(() => '');
    await this.press('Control+u');
    return text.replaceAll('\r\n', '\n');
  }

  /** The words that are selected, by way of the clipboard. */
  async selectedText(): Promise<string> {
    await this.press('Control+c');
    return (await this.page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n');
  }

  /** Saves the open document and waits until nothing is unsaved. */
  async save(): Promise<void> {
    await this.press('Control+s');
    await until(
      'all documents to be saved',
      () => this.page.locator('.tabs-container .tab.dirty').count(),
      (count) => count === 0,
    );
  }

  /** The words of the hover that appears when the mouse rests on a place: see {@link goTo}. */
  async hover(line: number, column: number): Promise<string> {
    await this.goTo(line, column);
    return this.#hoverAtCursor();
  }

  /** The words of the hover on the next place where these words stand: see {@link select}. */
  async hoverOn(words: string): Promise<string> {
    await this.select(words);
    await this.press('ArrowLeft');
    return this.#hoverAtCursor();
  }

  async #hoverAtCursor(): Promise<string> {
    const hover = this.page.locator('.monaco-editor .monaco-hover:visible .hover-contents');
    // What a link leads to is told at once, before anyone has been asked what the words mean.
    const isTold = (parts: readonly string[]) =>
      parts.some((part) => !part.includes('(ctrl + click)')) &&
      !parts.some((part) => part.startsWith('Loading'));
    // Asked before a text is known for a statement, VS Code gets no answer, and asks again only when the mouse moves.
    const texts = await until(
      'a hover at the cursor',
      async () => {
        await this.page.mouse.move(2, 2);
        const cursor = await this.page
          .locator('.monaco-editor.focused .cursors-layer .cursor')
          .first()
          .boundingBox();
        if (!cursor) return [];
        await this.page.mouse.move(cursor.x + 5, cursor.y + cursor.height / 2, { steps: 3 });
        return until('a hover', () => hover.allInnerTexts(), isTold, 4000).catch(() => []);
      },
      isTold,
    );
    return texts.join('\n').trim();
  }

  /** The outline of the open document, all of it. */
  async outline(): Promise<Row[]> {
    await this.command('Explorer: Focus on Outline View');
    const list = this.page.locator('.outline-pane .monaco-list').first();
    await list.waitFor();
    await until(
      'entries in the outline',
      () => list.locator('.monaco-list-row').count(),
      (count) => count > 0,
    );
    return readRows(this.page, list);
  }

  /** Folds a pane of the side bar by its title, so that the others have its room. */
  async foldPane(title: string): Promise<void> {
    const header = this.page.locator(`.sidebar .pane-header[aria-label*="${title}"]`).first();
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
    await this.page.mouse.move(2, 2);
  }

  /** The rows of a tree view, by its title in the side bar; the view must be in sight. */
  async tree(title: string): Promise<Row[]> {
    return readRows(this.page, this.page.locator(`.pane .monaco-list[aria-label*="${title}"]`).first());
  }

  /**
   * The labels of the rows of a tree view that are in sight, of one level. The keys are left alone: they fail in a
   * list that is empty or about to change.
   */
  async inSight(title: string, level: number): Promise<string[]> {
    return this.page
      .locator(`.pane .monaco-list[aria-label*="${title}"] .monaco-list-row[aria-level="${level}"]`)
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** How many problems of each severity the status bar counts, over all documents. */
  async problems(): Promise<{ errors: number; warnings: number; infos: number }> {
    const label = (await this.#status('status.problems').getAttribute('aria-label')) ?? '';
    const count = (name: string) =>
      Number(new RegExp(`${name}: ([\\d,]+)`).exec(label)?.[1]?.replaceAll(',', '') ?? 0);
    return { errors: count('Errors'), warnings: count('Warnings'), infos: count('Infos') };
  }

  /** All entries of the problems view. */
  async problemRows(): Promise<Row[]> {
    await this.command('Problems: Focus on Problems View');
    return readRows(this.page, this.page.locator('.markers-panel .monaco-list').first());
  }

  #status(id: string): Locator {
    return this.page.locator(`[id="${id}"] .statusbar-item-label, [id="${id}"]`).first();
  }

  /** What stands in the status bar, each item as a screen reader tells it. */
  async statusBar(): Promise<string[]> {
    return this.page
      .locator('.part.statusbar .statusbar-item')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') || item.textContent));
  }

  /** The texts of the notifications that are in sight. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-list-item-message').allInnerTexts();
  }

  /**
   * The frame of an extension's web view, when it holds something.
   *
   * @param selector what it must hold, where one extension has several web views
   */
  async webView(extension: string, selector = 'body *'): Promise<Frame> {
    const holds = async (frame: Frame) => (await frame.locator(selector).count()) > 0;
    let found: Frame | undefined;
    await until(
      `a web view of ${extension} with ${selector}`,
      async () => {
        const outer = this.page.frames().filter((frame) => frame.url().includes(`extensionId=${extension}&`));
        for (const frame of outer.flatMap((one) => one.childFrames())) if (await holds(frame)) found = frame;
        return outer.map((frame) => frame.url());
      },
      () => found !== undefined,
    );
    return found as Frame;
  }

  /** Takes a picture of the whole window into test-results/, and gives its path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(picturesFolder, { recursive: true });
    const path = join(picturesFolder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Puts settings over the present ones. */
  async settings(settings: Settings): Promise<void> {
    // The title tells when the window has read the file; extensions hear of it before anything that is done after.
    const title = `Settings, version ${++this.#settingsVersion}`;
    await this.vscode.changeSettings({ ...settings, 'window.title': title });
    await until(
      'the settings',
      () => this.page.title(),
      (now) => now.includes(title),
    );
  }

  /** Changes the colour theme, and waits until the window shows it. */
  async theme(kind: keyof typeof themes): Promise<void> {
    const mark = {
      light: '.vs',
      dark: '.vs-dark',
      'high-contrast': '.hc-black',
      'high-contrast-light': '.hc-light',
    };
    await this.settings({ 'workbench.colorTheme': themes[kind], 'window.autoDetectHighContrast': false });
    await this.page.locator(`.monaco-workbench${mark[kind]}`).waitFor();
    await this.page.waitForTimeout(300);
  }

  /** Ends browser and server. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.vscode.stop();
  }
}
