import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const orphanCheckMilliseconds = 500;
const leash = fileURLToPath(new URL('leash.mjs', import.meta.url));

/**
 * Starts a program that ends with this process at the latest, together with all it started itself: also after an
 * interrupt, a crash, or a kill that leaves no time to clean up (see leash.mjs).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   output?: 'inherit' | 'pipe',
 *   removeAfter?: readonly string[],
 *   niceness?: number,
 * }} [options] `removeAfter`: folders that go when the program has ended; `niceness`: by how much it yields to others, as `nice` counts
 * @returns {{ process: import('node:child_process').ChildProcess, exited: Promise<number>, end(): Promise<number> }}
 *   `exited`: the exit code, 128 + n after signal n, 127 if it could not be started; `end` closes it and waits
 */
export function startOwned(command, args, { cwd, env, output = 'inherit', removeAfter = [], niceness = 0 } = {}) {
  const order = JSON.stringify({ command, args, removeAfter, niceness });
  const child = spawn(process.execPath, [leash, order], {
    cwd,
    env: env ?? process.env,
    stdio: ['pipe', output, output],
    // Out of the terminal's foreground group: an interrupt reaches the parent, and through it the program, once
    detached: process.platform !== 'win32',
  });
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject);
    // Not `exit`: with `close` the last of its output has been read as well
    child.on('close', (code) => resolve(code ?? 1));
  });
  return {
    process: child,
    exited,
    async end() {
      child.stdin.end();
      return exited;
    },
  };
}

/**
 * Runs a program to its end, with its output on ours.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof startOwned>[2]} [options]
 * @returns {Promise<number>} the exit code
 */
export async function runOwned(command, args, options) {
  return startOwned(command, args, options).exited;
}

/**
 * Runs a program whose output matters only when it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof startOwned>[2]} [options]
 * @returns {Promise<string>} what it wrote
 * @throws {Error} with that text, if it ends with anything but 0
 */
export async function runQuietly(command, args, options) {
  const owned = startOwned(command, args, { ...options, output: 'pipe' });
  let text = '';
  for (const stream of [owned.process.stdout, owned.process.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  }
  const code = await owned.exited;
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${text}`);
  return text;
}

/**
 * Makes an orderly exit of the usual signals, so that what libraries clean up at the exit is cleaned up then as well.
 * As a script of npm the signal does not come: npm tells its shell, and the shell ends without a word to us. Then the
 * sign is that our parent is another one.
 */
export function exitOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
  const shell = process.ppid;
  const exitIfOrphaned = () => {
    if (process.ppid !== shell) process.exit(128 + constants.signals.SIGTERM);
  };
  if (process.env.npm_lifecycle_event) setInterval(exitIfOrphaned, orphanCheckMilliseconds).unref();
}
