import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Whether VS Code has saved something that matches. In a browser it does so every few seconds, and a window that is loaded
 * again before then begins with what was saved last.
 */
export async function hasSavedState(page: Page, pattern: RegExp): Promise<boolean> {
  return (await savedTexts(page, 'vscode-web-state-db')).some((text) => pattern.test(text));
}

/**
 * Everything that a window has saved in its browser.
 * @param prefix that of the names of the databases
 */
export function savedTexts(page: Page, prefix = ''): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('The database cannot be read.'));
        };
      });
    const textOf = (value: unknown): string => {
      if (typeof value === 'string') return value;
      // Files of the user, and what an editor keeps of unsaved documents
      return value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
    };
    const texts = wanted === '' ? [localStorage, sessionStorage].map((storage) => textOf(Object.entries(storage))) : [];
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith(wanted)) continue;
      const database = await done(indexedDB.open(name));
      for (const store of Array.from(database.objectStoreNames)) {
        const values: unknown[] = await done(database.transaction(store).objectStore(store).getAll());
        texts.push(...values.map(textOf));
      }
      database.close();
    }
    return texts;
  }, prefix);
}

/** The files below a folder with what is in them, each byte as a character. */
export function savedFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path}\n${readFileSync(path, 'latin1')}`);
}
