import { printableLines } from '../../core/text/printable';
import type { Terminal } from './terminal';

/**
 * A terminal that printed text cannot control: escape sequences, and marks that change the direction of text, are
 * printed as escapes such as `\u001b`, regardless of their source. JSON keeps its meaning. Bytes are results for
 * machines and stay unchanged.
 */
export function escapingTerminal(terminal: Terminal): Terminal {
  const { ask } = terminal;
  return {
    out: (text) => terminal.out(printableLines(text)),
    account: (pieces) => terminal.account(() => escaped(pieces())),
    data: (data) => terminal.data(typeof data === 'string' ? printableLines(data) : data),
    isRead: () => terminal.isRead(),
    outFailure: () => terminal.outFailure(),
    err: (text) => terminal.err(printableLines(text)),
    // A getter, so that only commands that read standard input open it
    get stdin() {
      return terminal.stdin;
    },
    ...(ask && { ask: (question) => ask(printableLines(question)) }),
    env: terminal.env,
    signal: terminal.signal,
    atOnce: terminal.atOnce,
  };
}

function* escaped(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield printableLines(piece);
}
