import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PREVIEW_STYLES, previewDocument } from '../../../src/host/preview/previewDocument';
import { startBrowser } from '../../vscode/browser.mjs';
import { ensureChromium } from '../../vscode/chromium.mjs';
import { projectRoot } from '../../vscode/projectRoot.mjs';
import type { PageLayout } from '../../../src/preview/pageLayout';
import type { ToPage } from '../../../src/preview/protocol';
import type { ShownExtract } from './pageHost';
import { PageHost } from './pageHost';
import type { PageTheme } from './pageThemes';
import { putThemeOn, standInForVscode, themeOfPage } from './pageThemes';

/** A name that nobody resolves: all that it has is answered here. */
const ORIGIN = 'http://preview.test';

/** How the page is shown. */
export interface PageLook {
  readonly theme?: PageTheme;
  /** Of the window at 100 %, in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** How far it is zoomed in: 2 for 200 %. */
  readonly zoom?: number;
  /** What VS Code has kept of the page. */
  readonly kept?: unknown;
  /** What the extension remembers of the last page of the extract. */
  readonly layout?: PageLayout;
  /** Changes what the host says before the page gets it. */
  readonly alter?: (message: ToPage) => unknown;
}

/** The preview's page as it is built, in a browser, under its own policy. */
export interface ShownPage {
  readonly page: Page;
  readonly host: PageHost;
  /** What went wrong in it, or was refused to it by its policy. */
  readonly faults: readonly string[];
  /** The addresses of all that it has asked for, its own files included. */
  readonly requested: readonly string[];
  /** What VS Code would keep of it. */
  kept(): Promise<unknown>;
  close(): Promise<void>;
}

/** A browser for pages of the preview. */
export async function openPreviewBrowser(): Promise<Browser> {
  return startBrowser(await ensureChromium());
}

/** Opens the preview's page on an extract, with the worker's own answers. */
export async function openPreviewPage(
  browser: Browser,
  shown: ShownExtract,
  { theme = 'light', width = 1400, height = 900, zoom = 1, kept, layout = {}, alter = (said) => said }: PageLook = {},
): Promise<ShownPage> {
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    forcedColors: theme === 'high-contrast' ? 'active' : 'none',
    colorScheme: theme === 'light' ? 'light' : 'dark',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.route('**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: documentOf() });
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/css';
    return route.fulfill({ contentType, body: await readFile(join(projectRoot, pathname)) });
  });
  const host = new PageHost(shown, layout, async (message) => {
    if (!page.isClosed()) await page.evaluate((data) => window.postMessage(data), alter(message));
  });
  await page.exposeFunction('toHost', (message: unknown) => {
    host.take(message).catch((error: unknown) => {
      if (!page.isClosed()) faults.push(String(error));
    });
  });
  await page.addInitScript(standInForVscode, kept);
  await page.addInitScript(putThemeOn, await themeOfPage(theme));
  await page.goto(`${ORIGIN}/`);
  return {
    page,
    host,
    faults,
    requested,
    kept: () => page.evaluate(() => (window as unknown as { keptState: unknown }).keptState),
    async close() {
      host.close();
      await context.close();
    },
  };
}

function documentOf(): string {
  return previewDocument({
    script: `${ORIGIN}/dist/webview/preview.js`,
    styles: PREVIEW_STYLES.map((name) => `${ORIGIN}/media/webview/${name}.css`),
    own: ORIGIN,
    nonce: 'page',
  });
}
