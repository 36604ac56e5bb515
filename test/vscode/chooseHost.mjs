// Which VS Code runs the suite: the desktop one where it can be had, else the server in a browser.
import { existsSync, realpathSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { findProgram } from './chromium.mjs';

const updateService = 'https://update.code.visualstudio.com/api/releases/stable';
const probeLimitMilliseconds = 3000;

/**
 * @typedef {{ kind: 'code-server', because: string }
 *   | { kind: 'desktop', executable?: string, because: string }} HostChoice
 *   `executable`: missing where it is still to be downloaded
 */

/**
 * @param {string | undefined} wanted `code-server` or `desktop` (the value of ENTRA_INBOUND_TEST_HOST), else what is there decides
 * @returns {Promise<HostChoice>}
 * @throws {Error} if `wanted` is neither
 */
export async function chooseHost(wanted) {
  if (wanted === 'code-server') return { kind: 'code-server', because: 'ENTRA_INBOUND_TEST_HOST asks for it' };
  if (wanted && wanted !== 'desktop')
    throw new Error(`ENTRA_INBOUND_TEST_HOST is "${wanted}"; it may be "code-server" or "desktop".`);
  const desktop = findDesktopVscode();
  if (desktop !== undefined) return { kind: 'desktop', executable: desktop.executable, because: desktop.because };
  if (wanted === 'desktop')
    return { kind: 'desktop', because: 'ENTRA_INBOUND_TEST_HOST asks for it; it will be downloaded' };
  const obstacle = obstacleToDesktop() ?? (await obstacleToDownload());
  if (obstacle === undefined) return { kind: 'desktop', because: 'it can be downloaded' };
  return { kind: 'code-server', because: `no desktop VS Code is installed, and ${obstacle}` };
}

/** @returns {{ executable: string, because: string } | undefined} the desktop VS Code of `VSCODE_PATH`, else the one whose `code` is in the PATH */
export function findDesktopVscode() {
  const named = process.env.VSCODE_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`VSCODE_PATH names ${named}, which does not exist.`);
    return { executable: named, because: `VSCODE_PATH names ${named}` };
  }
  const command = findProgram(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (command === undefined) return undefined;
  const executable = executableBehind(realpathSync(command));
  return executable === undefined ? undefined : { executable, because: `"code" in the PATH belongs to ${executable}` };
}

/**
 * `code` is a script in a `bin` folder of the application. Of a server (Remote, WSL, code-server) it is that too, but
 * none of these files is beside it then.
 *
 * @param {string} command
 */
function executableBehind(command) {
  const bin = dirname(command);
  const candidates = {
    linux: ['../code', '../code-insiders'],
    darwin: ['../../../MacOS/Code', '../../../MacOS/Electron'],
    win32: ['../Code.exe', '../Code - Insiders.exe'],
  };
  return (candidates[process.platform] ?? [])
    .map((path) => resolve(bin, path))
    .find((path) => existsSync(path) && isDesktop(path));
}

/** @param {string} executable */
const isDesktop = (executable) =>
  process.platform !== 'linux' || existsSync(join(dirname(executable), 'resources', 'app', 'product.json'));

/** @returns {string | undefined} what a desktop program would miss on this machine */
function obstacleToDesktop() {
  if (process.platform !== 'linux') return undefined;
  if (!process.env.DISPLAY && findProgram('xvfb-run') === undefined) return 'there is no display and no xvfb-run';
  const libraries = ['libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libasound.so.2'];
  const known = installedLibraries();
  const missing = libraries.filter((library) => !known.includes(library));
  return missing.length === 0 ? undefined : `the system libraries it needs are not here (${missing.join(', ')})`;
}

/** @returns {string} the list of the dynamic linker */
function installedLibraries() {
  try {
    return execFileSync('ldconfig', ['-p'], {
      encoding: 'utf8',
      env: { PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
    });
  } catch {
    // A system without that list (musl, NixOS) is one on which the downloaded program would hardly start either
    return '';
  }
}

/** @returns {Promise<string | undefined>} why it cannot be downloaded */
async function obstacleToDownload() {
  try {
    const answer = await fetch(updateService, { signal: AbortSignal.timeout(probeLimitMilliseconds) });
    return answer.ok ? undefined : `${new URL(updateService).host} answers ${answer.status}`;
  } catch {
    // For every reason (no network, no name, a proxy, too slow) the answer is the same
    return `${new URL(updateService).host} cannot be reached`;
  }
}
