import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from './chromium.mjs';
import { startOwned } from './ownedProcess.mjs';
import { projectRoot } from './projectRoot.mjs';
import { copyWorkspace } from './sampleWorkspace.mjs';

const launcher = fileURLToPath(new URL('launchDesktop.mjs', import.meta.url));

/**
 * Runs a suite in a desktop VS Code; on a Linux machine without a display, in a virtual one.
 *
 * @param {{ suite: string, env: Record<string, string>, executable?: string, limitMilliseconds: number }} run
 *   `executable`: missing, `VSCODE_VERSION` (default: stable) is downloaded
 * @returns {Promise<number>} its exit code
 */
export async function runInDesktop({ suite, env, executable, limitMilliseconds }) {
  const headless = process.platform === 'linux' && !process.env.DISPLAY;
  if (headless && findProgram('xvfb-run') === undefined)
    throw new Error('There is no display here, and no xvfb-run. Install xvfb.');
  // A short name: VS Code puts a socket below it, whose path may have about a hundred characters
  const state = mkdtempSync(join(tmpdir(), 'eiv-'));
  const order = JSON.stringify({
    suite,
    workspace: copyWorkspace(state),
    env,
    executable,
    state,
    extension: projectRoot,
  });
  const command = [...(headless ? ['xvfb-run', '-a'] : []), process.execPath, launcher, order];
  const owned = startOwned(command[0], command.slice(1), { removeAfter: [state] });
  const timer = setTimeout(() => {
    console.error(`No result after ${limitMilliseconds / 1000} s.`);
    void owned.end();
  }, limitMilliseconds);
  const code = await owned.exited;
  clearTimeout(timer);
  return code;
}
