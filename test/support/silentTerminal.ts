import { Readable } from 'node:stream';
import type { Terminal } from '../../src/cli/terminal/terminal';

/** A terminal whose reader takes everything and that nobody stops, with what a test wants of it. */
export function silentTerminal(wanted: Partial<Terminal> = {}): Terminal {
  const nowhere = () => Promise.resolve();
  return {
    out: nowhere,
    account: nowhere,
    data: nowhere,
    isRead: () => true,
    outFailure: () => undefined,
    err: nowhere,
    stdin: Readable.from([]),
    env: {},
    signal: new AbortController().signal,
    atOnce: new AbortController().signal,
    ...wanted,
  };
}
