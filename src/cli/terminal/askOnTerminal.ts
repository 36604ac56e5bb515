import { createInterface } from 'node:readline';

/** The stream that a person types into; it keeps the process alive while it has a listener. */
type TypedInput = NodeJS.ReadableStream & { ref(): unknown; unref(): unknown };

/** The next line that a person types; `undefined` if their input ends, or `signal` aborts first. */
export function askOnTerminal(input: TypedInput, signal: AbortSignal): Promise<string | undefined> {
  // Not as a terminal: Ctrl-C must stay a signal of the process, and the terminal itself echoes the input
  const lines = createInterface({ input, terminal: false });
  return new Promise((resolve) => {
    const answer = (line?: string): void => {
      // First, because closing ends the input, which counts as an answer
      resolve(line);
      signal.removeEventListener('abort', stop);
      lines.close();
      // Otherwise the process waits for more input
      input.unref();
    };
    const stop = (): void => answer();
    input.ref();
    lines.once('line', answer);
    lines.once('close', stop);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
}
