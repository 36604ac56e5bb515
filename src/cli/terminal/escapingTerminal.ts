import { printableLines } from '../../core/text/printable';
import type { Terminal } from './terminal';

/**
 * A terminal that nothing printed can command: escape sequences, and marks that turn the direction of text, arrive as `\u001b`,
 * wherever they come from. JSON still says the same. What is written as bytes is a result for machines and stays as it is.
 */
export function escapingTerminal(terminal: Terminal): Terminal {
  return {
    out: (text) => terminal.out(printableLines(text)),
    outBytes: (bytes) => terminal.outBytes(bytes),
    err: (text) => terminal.err(printableLines(text)),
    // Asked for only by calls that read it: the getter opens it
    get stdin() {
      return terminal.stdin;
    },
    env: terminal.env,
    signal: terminal.signal,
  };
}
