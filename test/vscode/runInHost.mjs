// Runs the suite of test/host inside a real VS Code.
//   node test/vscode/runInHost.mjs
// ENTRA_INBOUND_TEST_HOST=code-server|desktop   which VS Code, instead of choosing by what is there
// ENTRA_INBOUND_TEST_GREP=TEXT                  only tests with this in their title
// ENTRA_INBOUND_TEST_VERBOSE=1                  what the window and the extension host log (code-server)
// VSCODE_PATH, VSCODE_VERSION                   a desktop VS Code's executable; the version to download
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSuite } from './buildSuite.mjs';
import { chooseHost } from './chooseHost.mjs';
import { exitOnSignals } from './ownedProcess.mjs';
import { projectRoot } from './projectRoot.mjs';
import { runInCodeServer } from './runInCodeServer.mjs';
import { runInDesktop } from './runInDesktop.mjs';
import { forgetResults, judge, resultsFile } from './testResults.mjs';

const limitMilliseconds = 5 * 60 * 1000;

/** @returns {Promise<number>} VS Code's exit code */
async function runSuite() {
  if (!existsSync(join(projectRoot, 'dist', 'extension.js')))
    throw new Error('The extension is not built. Run "npm run build" first.');
  const suite = await buildSuite();
  const choice = await chooseHost(process.env.ENTRA_INBOUND_TEST_HOST);
  console.log(
    `The suite runs in ${choice.kind === 'desktop' ? 'desktop VS Code' : "VS Code's server with a browser"}: ${choice.because}.`,
  );
  forgetResults();
  const env = {
    ENTRA_INBOUND_TEST_RESULTS: resultsFile,
    ENTRA_INBOUND_TEST_GREP: process.env.ENTRA_INBOUND_TEST_GREP ?? '',
  };
  const run = { suite, env, limitMilliseconds };
  if (choice.kind === 'desktop') return runInDesktop({ ...run, executable: choice.executable });
  return runInCodeServer({ ...run, verbose: Boolean(process.env.ENTRA_INBOUND_TEST_VERBOSE) });
}

exitOnSignals();
try {
  const { passed, failed, lines } = judge(await runSuite());
  console.log(lines.join('\n'));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
