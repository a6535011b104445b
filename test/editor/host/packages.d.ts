// The part that is used here of the types of the host's own packages. It is declared by hand so that
// `npm run check` does not need the host to be installed. Playwright's reference: https://playwright.dev/docs/api
declare module 'tar-fs' {
  export function extract(folder: string): NodeJS.WritableStream;
}

declare module 'playwright-core' {
  interface Waiting {
    timeout?: number;
  }
  interface Locating {
    has?: Locator;
    hasText?: string | RegExp;
  }
  interface Named {
    name?: string | RegExp;
    exact?: boolean;
  }
  interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
  }

  export interface Finder {
    locator(selector: string, options?: Locating): Locator;
    getByRole(role: string, options?: Named): Locator;
    getByText(text: string | RegExp, options?: { exact?: boolean }): Locator;
    getByLabel(text: string | RegExp, options?: { exact?: boolean }): Locator;
  }

  export interface Locator extends Finder {
    first(): Locator;
    last(): Locator;
    nth(index: number): Locator;
    filter(options: Locating): Locator;
    all(): Promise<Locator[]>;
    count(): Promise<number>;
    click(
      options?: Waiting & {
        button?: 'left' | 'right';
        modifiers?: string[];
        position?: { x: number; y: number };
      },
    ): Promise<void>;
    hover(options?: Waiting): Promise<void>;
    focus(options?: Waiting): Promise<void>;
    fill(text: string, options?: Waiting): Promise<void>;
    press(key: string, options?: Waiting): Promise<void>;
    selectOption(value: string): Promise<string[]>;
    allInnerTexts(): Promise<string[]>;
    innerText(options?: Waiting): Promise<string>;
    textContent(options?: Waiting): Promise<string | null>;
    inputValue(options?: Waiting): Promise<string>;
    getAttribute(name: string, options?: Waiting): Promise<string | null>;
    isVisible(): Promise<boolean>;
    isEnabled(): Promise<boolean>;
    boundingBox(options?: Waiting): Promise<Box | null>;
    ariaSnapshot(options?: Waiting): Promise<string>;
    evaluate<T>(read: (element: HTMLElement) => T, options?: Waiting): Promise<T>;
    evaluateAll<T>(read: (elements: HTMLElement[]) => T): Promise<T>;
    waitFor(options?: Waiting & { state?: 'attached' | 'detached' | 'visible' | 'hidden' }): Promise<void>;
    screenshot(options?: { path?: string }): Promise<Buffer>;
  }

  export interface Frame extends Finder {
    name(): string;
    url(): string;
    page(): Page;
    parentFrame(): Frame | null;
    childFrames(): Frame[];
    isDetached(): boolean;
    evaluate<T, A = void>(read: string | ((argument: A) => T | Promise<T>), argument?: A): Promise<T>;
  }

  export interface Page extends Finder {
    title(): Promise<string>;
    readonly keyboard: {
      press(key: string, options?: { delay?: number }): Promise<void>;
      type(text: string, options?: { delay?: number }): Promise<void>;
      insertText(text: string): Promise<void>;
      down(key: string): Promise<void>;
      up(key: string): Promise<void>;
    };
    readonly mouse: {
      move(x: number, y: number, options?: { steps?: number }): Promise<void>;
      click(x: number, y: number, options?: { button?: 'left' | 'right' }): Promise<void>;
      down(): Promise<void>;
      up(): Promise<void>;
      wheel(dx: number, dy: number): Promise<void>;
    };
    url(): string;
    goto(url: string): Promise<unknown>;
    reload(): Promise<unknown>;
    frames(): Frame[];
    mainFrame(): Frame;
    evaluate<T, A = void>(read: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
    exposeFunction(name: string, callback: (...args: never[]) => unknown): Promise<void>;
    screenshot(options?: { path?: string; clip?: Box }): Promise<Buffer>;
    setViewportSize(size: { width: number; height: number }): Promise<void>;
    waitForTimeout(milliseconds: number): Promise<void>;
    context(): BrowserContext;
    on(event: 'console', listener: (message: ConsoleMessage) => void): void;
    on(event: 'pageerror', listener: (error: Error) => void): void;
    on(
      event: 'dialog',
      listener: (dialog: { accept(): Promise<void>; dismiss(): Promise<void> }) => void,
    ): void;
    close(): Promise<void>;
  }

  export interface ConsoleMessage {
    type(): string;
    text(): string;
    location(): { url: string };
  }

  export interface CdpSession {
    send(method: string, parameters?: Record<string, unknown>): Promise<unknown>;
  }

  export interface BrowserContext {
    newPage(): Promise<Page>;
    newCDPSession(page: Page): Promise<CdpSession>;
    grantPermissions(names: string[], options?: { origin?: string }): Promise<void>;
    close(): Promise<void>;
  }

  export interface Browser {
    newContext(options?: {
      viewport?: { width: number; height: number };
      deviceScaleFactor?: number;
      locale?: string;
      reducedMotion?: 'reduce' | 'no-preference';
    }): Promise<BrowserContext>;
    version(): string;
    close(): Promise<void>;
  }

  export const chromium: {
    launch(options: {
      executablePath: string;
      env?: Record<string, string | undefined>;
      chromiumSandbox?: boolean;
      args?: string[];
    }): Promise<Browser>;
  };
}
