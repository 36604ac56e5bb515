import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './ownedProcess.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const debianPackages = ['chromium', 'fonts-dejavu-core'];

/**
 * @param {string} program
 * @returns {string | undefined} where the PATH has an executable of that name
 */
export function findProgram(program) {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return candidates.find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there and not executable are the same answer here
    return false;
  }
}

/** @returns {string | undefined} a Chromium or Chrome: `CHROMIUM_PATH`, else the first one in the PATH */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  return programs.map(findProgram).find((path) => path !== undefined);
}

/**
 * A browser, installed from Debian's packages where this process may do that.
 *
 * @returns {Promise<string>} its executable
 * @throws {Error} with what to install, if there is none and it cannot be installed
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined) await installByApt();
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    `The tests in VS Code need Chromium, and there is none here. Install it ("sudo apt-get install ${debianPackages.join(' ')}" on Debian), ` +
      'or set CHROMIUM_PATH to the executable of a Chromium or Chrome.',
  );
}

async function installByApt() {
  console.log(`Installing ${debianPackages.join(' and ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be under way: wait for it instead of failing
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  try {
    await runQuietly('apt-get', [...lock, 'update', '-qq'], { env });
    await runQuietly('apt-get', [...lock, 'install', '-y', '-qq', '--no-install-recommends', ...debianPackages], {
      env,
    });
  } catch (error) {
    // Not the end: ensureChromium looks again and says what to do about a browser that is still missing
    console.error(error.message);
  }
}
