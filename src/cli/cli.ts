import { main } from './main';
import type { Terminal } from './terminal';

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

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (stream.write(text)) return Promise.resolve();
  // A stream that breaks never drains
  const events = ['drain', 'error', 'close'];
  return new Promise((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}

const terminal: Terminal = {
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
  // Asked for only by calls that read it: the getter opens it
  get stdin() {
    return process.stdin;
  },
  env: process.env,
  signal: stop.signal,
};

void main(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
