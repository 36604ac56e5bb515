import { chromium } from 'playwright-core';

/**
 * A headless Chromium that resolves only loopback addresses. It ends with this process.
 *
 * @param {string} executablePath see `ensureChromium`
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function startBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    headless: true,
    // What a signal means is for the program to say
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      // Containers have no user namespaces for the sandbox; the only page opened is our own
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
