import type { Terminal } from './terminal';

/** The terminal of this process. */
export function processTerminal(signal: AbortSignal): Terminal {
  return {
    out: (text) => write(process.stdout, text),
    outBytes: (bytes) => writeAll(process.stdout, bytes),
    err: (text) => write(process.stderr, text),
    // Asked for only by calls that read it: the getter opens it
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    signal,
  };
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return stream.write(text) ? Promise.resolve() : untilAny(stream, ['drain', 'error', 'close']);
}

/** A stream that breaks never drains; what is written to it then is lost, and its `error` says so. */
function untilAny(stream: NodeJS.WriteStream, events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}

function writeAll(stream: NodeJS.WriteStream, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // Called for a stream that breaks, too: its `error` event says so
    stream.write(bytes, () => {
      resolve();
    });
  });
}
