import { once } from 'node:events';
import { main } from './main';
import type { Terminal } from './terminal';

/** Whoever reads our output may stop before we do (`| head`): then there is nothing left to say. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Error(`stopped by ${signal}`));
  });
}

async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

const terminal: Terminal = {
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
  stdin: process.stdin,
  env: process.env,
  signal: stop.signal,
};

void main(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
