// Runs one program for a parent that must not leave any process or file.
//   node leash.mjs '{"command":"…","args":["…"],"removeAfter":["…"]}'
// The parent holds the other end of standard input. When it closes, because the parent says so, ends or is killed,
// the program and everything it started end as well. Then the folders in `removeAfter` go.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** From the polite signal to the one that cannot be refused. */
const graceMilliseconds = 3000;

const { command, args, removeAfter, niceness } = JSON.parse(process.argv[2] ?? '{}');
// Inherited by what is started here
if (niceness > 0) setPriority(Math.min(getPriority() + niceness, constants.priority.PRIORITY_LOW));
// A process group of its own: one signal reaches the servers and extension hosts below it too
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' });

/** @param {'SIGTERM' | 'SIGKILL'} signal */
function signalAll(signal) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group has gone already, which is what was wanted
    if (error.code !== 'ESRCH') throw error;
  }
}

function endAll() {
  signalAll('SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), graceMilliseconds).unref();
}

/** @param {number} code */
function leave(code) {
  signalAll('SIGKILL');
  for (const folder of removeAfter) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(code);
}

process.stdin.resume().on('close', endAll);
process.on('SIGTERM', endAll);
process.on('SIGINT', endAll);
child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  leave(127);
});
child.on('exit', (code, signal) => leave(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
