import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { writeTenantFile } from '../../../src/connections/tenantFile';
import { startBrowser } from '../../vscode/browser.mjs';
import { ensureChromium } from '../../vscode/chromium.mjs';
import type { Server } from '../../vscode/codeServer.mjs';
import { createState, installVsix, startServer, windowUrl } from '../../vscode/codeServer.mjs';
import { installHost } from '../../vscode/installHost.mjs';
import { projectRoot } from '../../vscode/projectRoot.mjs';
import { copyWorkspace } from '../../vscode/sampleWorkspace.mjs';
import { extensionHosts } from './extensionHosts';
import { saveScreenshot } from './saveScreenshot';
import type { Theme } from './themes';
import { FOLLOW_SYSTEM, nextThemes, showTheme } from './themes';
import { Workbench } from './workbench';

const vsix = join(projectRoot, 'dist', 'entra-inbound.vsix');

/** For one step of a test: well below the limit of the test, so that the failure names the step. */
const stepLimitMilliseconds = 20_000;

/** Settings that make a picture, and what is typed, the same each time. */
const steady = {
  // A page takes the focus once it has loaded, which on a busy machine is after the next question has come
  'workbench.quickOpen.closeOnFocusLost': false,
  'editor.fontFamily': 'DejaVu Sans Mono, monospace',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

export interface VscodeOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A folder to copy and open. Default: `samples/contoso`. */
  readonly workspace?: string;
  /** The file in it by which the window opens it as one folder of several. */
  readonly workspaceFile?: string;
  /** Whether the workspace is trusted. Default: true. */
  readonly trusted?: boolean;
  /** In CSS pixels. Default: 1280 × 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The user's connections, as the extension keeps them. */
  readonly connections?: readonly TenantConnectionFile[];
  /** For the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code window with the packaged extension installed, on a workspace copy of its own. */
export interface VscodeSession {
  readonly workbench: Workbench;
  readonly page: Page;
  /** The workspace copy that is open. */
  readonly folder: string;
  /** Everything beyond loopback that the window, VS Code's server or an extension tried to reach. None of it was reached. */
  asked(): readonly string[];
  /**
   * Writes `out/screenshots/NAME-THEME.png`, as {@link screenshot} does: in the theme that comes next in turn, and with
   * ENTRA_INBOUND_SCREENSHOTS=all in every theme. What is shown stays.
   */
  screenshots(name: string): Promise<void>;
  /** Writes `out/screenshots/NAME.png`, and with ENTRA_INBOUND_DOCS_IMAGES=1 `docs/images/NAME.png` too. */
  screenshot(name: string): Promise<void>;
  /** Where the extension and the command line keep runs: for `ENTRA_INBOUND_HOME`. */
  readonly home: string;
  /** Where VS Code keeps what it knows of its user: settings, storage of extensions, logs. */
  readonly data: string;
  /** Kills the extension host, as a crash would, and reopens the window with the same settings, secrets and files. */
  killAndReopen(): Promise<void>;
  /** The same without opening the window again: nothing can be done in it any more. */
  kill(): Promise<void>;
  /** Ends the browser and the server, and removes settings, extensions and the workspace copy. */
  close(): Promise<void>;
}

/**
 * Opens VS Code with the packaged extension, and waits until the workbench can be used.
 *
 * @throws {Error} if the extension is not packaged, or if there is no browser and none can be installed
 */
export async function openVscode(options: VscodeOptions = {}): Promise<VscodeSession> {
  if (!existsSync(vsix)) throw new Error(`There is no ${vsix}. Run "npm run package" first.`);
  const chromium = await ensureChromium();
  const host = await installHost();
  const state = createState();
  const folder = copyWorkspace(state, options.workspace);
  await installVsix(host, state, vsix);
  keepConnections(state, options.connections ?? []);
  const settings = { ...steady, ...FOLLOW_SYSTEM, ...options.settings };
  const server = await startServer(host, state, {
    settings,
    trusted: options.trusted ?? true,
    ...(options.env && { env: options.env }),
  });
  try {
    return await openWindow(await startBrowser(chromium), server, { state, folder }, options);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Puts connections where the extension keeps them. */
function keepConnections(state: string, connections: readonly TenantConnectionFile[]): void {
  if (connections.length === 0) return;
  const folder = join(state, 'data', 'User', 'globalStorage', 'entra-inbound.entra-inbound', 'connections');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [index, file] of connections.entries())
    writeFileSync(join(folder, `tenant-${index}.connection.json`), writeTenantFile(file), { mode: 0o600 });
}

async function openWindow(
  browser: Browser,
  server: Server,
  { state, folder }: { readonly state: string; readonly folder: string },
  { viewport = { width: 1280, height: 800 }, workspaceFile }: VscodeOptions,
): Promise<VscodeSession> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(stepLimitMilliseconds);
  const refused = new Set<string>();
  // The browser cannot resolve names: every request to elsewhere fails, and shows here
  context.on('requestfailed', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== server.url) refused.add(origin);
  });
  const page = await context.newPage();
  const url = windowUrl(server, workspaceFile === undefined ? folder : join(folder, workspaceFile));
  await page.goto(url);
  const workbench = new Workbench(page);
  await workbench.ready();
  let theme: Theme = 'light';
  await showTheme(page, theme);
  const kill = async (): Promise<void> => {
    for (const pid of extensionHosts(state)) process.kill(pid, 'SIGKILL');
    await page.goto('about:blank');
  };
  return {
    workbench,
    page,
    folder,
    asked: () => [...refused, ...server.asked()],
    screenshot: (name) => saveScreenshot(page, name),
    async screenshots(name) {
      for (const next of nextThemes(theme)) {
        if (next !== theme) await showTheme(page, next);
        theme = next;
        await saveScreenshot(page, `${name}-${theme}`);
      }
    },
    home: join(state, '.local', 'state', 'entra-inbound'),
    data: join(state, 'data'),
    kill,
    async killAndReopen() {
      await kill();
      await page.goto(url);
      await workbench.ready();
      await showTheme(page, theme);
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
