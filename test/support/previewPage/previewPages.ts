import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { ShownExtract } from './pageHost';
import type { PageLook, ShownPage } from './previewBrowser';
import { openPreviewBrowser, openPreviewPage } from './previewBrowser';

/**
 * One browser for the tests of the file that calls this, and a page for each test.
 *
 * @returns opens the page of an extract, and waits for the element of `until`, which is any row if it is left out
 */
export function previewPages(): (shown: ShownExtract, look?: PageLook, until?: string) => Promise<ShownPage> {
  let browser: Browser | undefined;
  let open: ShownPage | undefined;
  beforeAll(async () => {
    browser = await openPreviewBrowser();
  });
  afterEach(() => open?.close());
  afterAll(() => browser?.close());
  return async (shown, look = {}, until = '.row:not(.pending)') => {
    if (browser === undefined) throw new Error('Pages open in tests only.');
    open = await openPreviewPage(browser, shown, look);
    await open.page.locator(until).first().waitFor();
    return open;
  };
}

/** Tried until it holds: the page draws a moment later. */
export function soon<Value>(probe: () => Promise<Value>): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(probe, { timeout: 10_000, interval: 50 });
}
