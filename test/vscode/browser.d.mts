import type { Browser } from 'playwright-core';

/** A headless Chromium that knows no address but loopback. It ends with this process. */
export function startBrowser(executablePath: string): Promise<Browser>;
