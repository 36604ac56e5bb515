import { isatty } from 'node:tty';
import { askOnTerminal } from './askOnTerminal';
import type { OutputStream } from './outputStream';
import type { Stop } from './stopSignals';
import type { Terminal } from './terminal';

/** The terminal of this process. */
export function processTerminal(out: OutputStream, err: OutputStream, stop: Stop): Terminal {
  let isDataLost = false;
  return {
    async out(text) {
      await out.write(text);
      if (out.loss?.why === 'failed') await err.write(text);
    },
    async account(pieces) {
      for (const piece of pieces()) await out.write(piece);
      if (out.loss !== undefined) for (const piece of pieces()) await err.write(piece);
    },
    async data(data) {
      await out.write(data);
      isDataLost ||= out.loss?.why === 'failed';
    },
    isRead: () => out.loss === undefined,
    outFailure: () => (out.loss?.why === 'failed' ? { code: out.loss.code, isDataLost } : undefined),
    err: (text) => err.write(text),
    // A getter, so that only commands that read standard input open it
    get stdin() {
      // Closes the input, so that a waiting command stops
      stop.signal.addEventListener('abort', () => process.stdin.destroy());
      return process.stdin;
    },
    ...(isatty(0) && {
      ask: async (question) => {
        await err.write(question);
        return askOnTerminal(process.stdin, stop.signal);
      },
    }),
    env: process.env,
    ...stop,
  };
}
