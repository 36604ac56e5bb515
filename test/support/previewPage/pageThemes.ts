import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../vscode/projectRoot.mjs';

/** Themes of VS Code, with the variables that it gives to the page of a webview: taken down from VS Code 1.139. */
export const PAGE_THEMES = ['light', 'dark', 'high-contrast'] as const;

export type PageTheme = (typeof PAGE_THEMES)[number];

/** What a page is given of a theme. */
export interface ThemeOfPage {
  readonly kind: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly sheet: string;
}

/** VS Code's own stylesheet of webviews, where it matters to our page. */
const SHEET = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background);
         background: var(--vscode-editor-background); }
  body { overscroll-behavior-x: none; background-color: transparent; color: var(--vscode-editor-foreground);
         font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight);
         font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
}`;

/** What VS Code gives to a page in this theme. */
export async function themeOfPage(theme: PageTheme): Promise<ThemeOfPage> {
  const text = await readFile(join(projectRoot, 'test', 'data', 'pageThemes', `${theme}.json`), 'utf8');
  return { kind: `vscode-${theme}`, variables: JSON.parse(text) as ThemeOfPage['variables'], sheet: SHEET };
}

/** Puts a theme on the page, before anything of it runs. */
export function putThemeOn({ kind, variables, sheet }: ThemeOfPage): void {
  const put = (): void => {
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
    const styles = new CSSStyleSheet();
    styles.replaceSync(sheet);
    document.adoptedStyleSheets.push(styles);
  };
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = kind;
    document.body.dataset.vscodeThemeKind = kind;
  });
  new MutationObserver((_, observer) => {
    if ((document.documentElement as HTMLElement | null) === null) return;
    observer.disconnect();
    put();
  }).observe(document, { childList: true });
}

/** What VS Code's frame gives to the page: messages go to `toHost`, and what it keeps is `keptState`. */
export function standInForVscode(kept: unknown): void {
  const page = window as unknown as {
    keptState: unknown;
    toHost(message: unknown): void;
    acquireVsCodeApi(): unknown;
  };
  page.keptState = kept;
  page.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => {
      page.toHost(message);
    },
    getState: () => page.keptState,
    setState: (state: unknown) => (page.keptState = state),
  });
}
