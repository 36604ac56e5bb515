import { printableLines } from '../../core/text/printable';
import type { Terminal } from './terminal';

/**
 * A terminal that nothing printed can command: escape sequences, and marks that turn the direction of text, arrive as `\u001b`,
 * wherever they come from. JSON still says the same. What is written as bytes is a result for machines and stays as it is.
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
    // Asked for only by calls that read it: the getter opens it
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
