import { format } from 'node:util';
import { startBrowser } from './browser.mjs';
import { ensureChromium } from './chromium.mjs';
import { createState, remoteUri, startServer, windowUrl } from './codeServer.mjs';
import { installHost } from './installHost.mjs';
import { projectRoot } from './projectRoot.mjs';
import { copyWorkspace } from './sampleWorkspace.mjs';

const lastLinesShown = 60;

/**
 * Runs a suite in the extension host of VS Code's server, with the workbench in a browser. The way in are two options
 * and two functions of the page that VS Code has for its own integration tests.
 *
 * @param {{ suite: string, env: Record<string, string>, limitMilliseconds: number, verbose: boolean }} run
 * @returns {Promise<number>} the exit code that VS Code gave the suite
 */
export async function runInCodeServer({ suite, env, limitMilliseconds, verbose }) {
  const executable = await ensureChromium();
  const host = await installHost();
  const state = createState();
  const workspace = copyWorkspace(state);
  const server = await startServer(host, state, { env, testDriver: true });
  try {
    const browser = await startBrowser(executable);
    try {
      const page = await browser.newPage();
      const log = [];
      const finished = watch(page, server, limitMilliseconds, (line) => (verbose ? console.log(line) : log.push(line)));
      await page.goto(
        windowUrl(server, workspace, {
          extensionDevelopmentPath: remoteUri(server, projectRoot),
          extensionTestsPath: remoteUri(server, suite),
        }),
      );
      const { code, trouble } = await finished;
      if (trouble !== undefined) console.error([...log.slice(-lastLinesShown), trouble].join('\n'));
      return server.asked().length === 0 ? code : complainAboutNetwork(server.asked());
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./codeServer.mjs').Server} server
 * @param {number} limitMilliseconds
 * @param {(line: string) => void} log takes each line that the window or the extension host logs
 * @returns {Promise<{ code: number, trouble?: string }>}
 */
async function watch(page, server, limitMilliseconds, log) {
  let timer;
  const finished = new Promise((resolve) => {
    // VS Code looks for these two on its window
    void page.exposeFunction('codeAutomationExit', (code) => resolve({ code }));
    void page.exposeFunction('codeAutomationLog', (type, args) => log(`[${type}] ${format(...(args ?? []))}`));
    page.on('crash', () => resolve({ code: 3, trouble: 'The page with the workbench crashed.' }));
    void server.ended.then((code) =>
      resolve({ code: 3, trouble: `VS Code's server ended with ${code}:\n${server.output()}` }),
    );
    timer = setTimeout(
      () => resolve({ code: 3, trouble: `No result after ${limitMilliseconds / 1000} s.` }),
      limitMilliseconds,
    );
  });
  const outcome = await finished;
  clearTimeout(timer);
  return outcome;
}

/** @param {readonly string[]} hosts */
function complainAboutNetwork(hosts) {
  console.error(`The suite or the extension wanted to reach ${hosts.join(', ')}; tests stay on this machine.`);
  return 4;
}
