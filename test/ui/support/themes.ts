import type { FrameLocator, Page } from 'playwright-core';

export type Theme = 'light' | 'dark' | 'high-contrast';

interface Looks {
  /** What the browser says of its system. */
  readonly system: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  /** The class of the workbench that has it. */
  readonly workbench: string;
  /** What the page of a webview gets. */
  readonly webview: string;
}

const LOOKS: Readonly<Record<Theme, Looks>> = {
  light: { system: { colorScheme: 'light', forcedColors: 'none' }, workbench: 'vs', webview: 'vscode-light' },
  dark: { system: { colorScheme: 'dark', forcedColors: 'none' }, workbench: 'vs-dark', webview: 'vscode-dark' },
  'high-contrast': {
    system: { colorScheme: 'dark', forcedColors: 'active' },
    workbench: 'hc-black',
    webview: 'vscode-high-contrast',
  },
};

/** The themes in which everything visible is checked. */
const THEMES = Object.keys(LOOKS) as readonly Theme[];

/**
 * The themes for the next picture. One, in turn, keeps a run of all tests short, and still every theme is shown; all of them, from the
 * one that is shown, are for looking at the pictures.
 */
export function nextThemes(shown: Theme): readonly Theme[] {
  const turned = [...THEMES.slice(THEMES.indexOf(shown)), ...THEMES.slice(0, THEMES.indexOf(shown))];
  return process.env.ENTRA_INBOUND_SCREENSHOTS === 'all' ? turned : turned.slice(1, 2);
}

/** The workbench follows the system: so a window changes its theme while a hover or a list stays open. */
export const FOLLOW_SYSTEM = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
} as const;

/** Lets the system change, and waits until the workbench and the webviews in view have followed. */
export async function showTheme(page: Page, theme: Theme): Promise<void> {
  const { system, workbench, webview } = LOOKS[theme];
  // A page that is still loading would keep the theme that it has begun with
  for (const frame of await visibleWebviews(page)) await frame.locator('iframe#active-frame').waitFor();
  await page.emulateMedia(system);
  await page.locator(`.monaco-workbench.${workbench}`).waitFor();
  for (const frame of await visibleWebviews(page)) {
    const shown = frame.frameLocator('iframe#active-frame');
    await shown.locator(`body[data-vscode-theme-kind="${webview}"]`).waitFor({ state: 'attached' });
  }
}

async function visibleWebviews(page: Page): Promise<readonly FrameLocator[]> {
  const frames = await page.locator('iframe.webview.ready:visible').all();
  return frames.map((frame) => frame.contentFrame());
}
