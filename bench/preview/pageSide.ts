import type { Browser, CDPSession, Page } from 'playwright-core';
import { openPreviewPage } from '../../test/support/previewPage/previewBrowser';
import type { ShownPage } from '../../test/support/previewPage/previewBrowser';

/** How long the list is scrolled, in frames of a screen that shows sixty a second. */
const FRAMES = 300;

/** Pixels a frame: some four rows, as a quick hand turns a wheel. */
const STEP = 100;

/** What scrolling looked like. */
export interface Scrolling {
  /** Frames that were not drawn, of those that a screen would have shown. */
  readonly dropped: number;
  readonly shown: number;
  /** Frames in which a row in sight had not come yet. */
  readonly waiting: number;
}

/** The page as it is built, in a browser, on an extract. */
export class PageSide {
  readonly #shown: ShownPage;
  readonly #devtools: CDPSession;
  /** Milliseconds from opening the page to its first rows; the browser's start is not part of it. */
  readonly firstScreen: number;

  private constructor(shown: ShownPage, devtools: CDPSession, firstScreen: number) {
    this.#shown = shown;
    this.#devtools = devtools;
    this.firstScreen = firstScreen;
  }

  static async open(browser: Browser, path: string, mapping: string): Promise<PageSide> {
    const start = performance.now();
    const shown = await openPreviewPage(browser, { text: { path }, mapping });
    shown.page.setDefaultTimeout(120_000);
    await shown.page.locator('.row:not(.pending)').first().waitFor();
    const firstScreen = performance.now() - start;
    return new PageSide(shown, await shown.page.context().newCDPSession(shown.page), firstScreen);
  }

  get #page(): Page {
    return this.#shown.page;
  }

  /** Waits until all is read. */
  async readWhole(): Promise<void> {
    await this.#page.locator('.head .reading').waitFor({ state: 'detached' });
  }

  /** Milliseconds from another mapping to a row that shows what it gives. */
  async edited(mapping: string, shows: string): Promise<number> {
    const start = performance.now();
    void this.#shown.host.edit({ mapping });
    await this.#page.locator('.row', { hasText: shows }).first().waitFor();
    return performance.now() - start;
  }

  /** Milliseconds from the last letter of a text to what is found; `found` is said beside the list. */
  async searched(text: string): Promise<number> {
    const start = performance.now();
    await this.#page.getByRole('textbox').first().fill(text);
    await this.#page
      .getByText(/^Nothing found for|^[\d,]+ found$/)
      .first()
      .waitFor();
    const took = performance.now() - start;
    await this.#page.getByRole('textbox').first().fill('');
    await this.#page.locator('.row:not(.pending)').nth(10).waitFor();
    return took;
  }

  /** Scrolls through the list, frame by frame. */
  async scroll(): Promise<Scrolling> {
    return this.#page.locator('.list').evaluate(
      (list, { frames, step }) =>
        new Promise<{ dropped: number; shown: number; waiting: number }>((resolve) => {
          const interval = 1000 / 60;
          let [last, dropped, shown, waiting] = [performance.now(), 0, 0, 0];
          const frame = (now: number): void => {
            dropped += Math.max(0, Math.round((now - last) / interval) - 1);
            last = now;
            shown++;
            if (list.querySelector('.row.pending') !== null) waiting++;
            list.scrollTop += step;
            if (shown + dropped >= frames) resolve({ dropped, shown, waiting });
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame((now) => {
            last = now;
            requestAnimationFrame(frame);
          });
        }),
      { frames: FRAMES, step: STEP },
    );
  }

  /** Bytes of the page's script, after what is not needed has been let go of; and its elements. */
  async memory(): Promise<{ readonly bytes: number; readonly elements: number }> {
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#devtools.send('Runtime.getHeapUsage');
    return { bytes: usedSize, elements: await this.#page.locator('*').count() };
  }

  async close(): Promise<void> {
    await this.#shown.close();
  }
}
