import { main } from './main';
import { processTerminal } from './terminal/processTerminal';

/** Whoever reads our results may stop before we do (`| head`): then there is nothing left to say. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Nobody has to listen to our messages for the work to go on and its exit code to count. */
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Error(`stopped by ${signal}`));
    // Whoever waits for input waits no longer
    process.stdin.destroy();
  });
}

void main(process.argv.slice(2), processTerminal(stop.signal)).then((code) => {
  process.exitCode = code;
});
