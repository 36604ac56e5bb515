import type { Browser } from 'playwright-core';

/** A headless Chromium that resolves only loopback addresses. It ends with this process. */
export function startBrowser(executablePath: string): Promise<Browser>;
