import type { Page } from 'playwright-core';

/**
 * Whether VS Code has saved something that matches. In a browser it does so every few seconds, and a window that is loaded
 * again before then begins with what was saved last.
 */
export function hasSavedState(page: Page, pattern: RegExp): Promise<boolean> {
  return page.evaluate(async (source) => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('The database cannot be read.'));
        };
      });
    const texts: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db')) continue;
      const database = await done(indexedDB.open(name));
      for (const store of Array.from(database.objectStoreNames)) {
        const values: unknown[] = await done(database.transaction(store).objectStore(store).getAll());
        texts.push(...values.filter((value) => typeof value === 'string'));
      }
      database.close();
    }
    return texts.some((text) => new RegExp(source).test(text));
  }, pattern.source);
}
