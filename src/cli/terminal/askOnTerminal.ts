import { createInterface } from 'node:readline';

/** The stream that a person types into. It keeps the process alive while it has a listener. */
type TypedInput = NodeJS.ReadableStream & { ref(): unknown; unref(): unknown };

/** The next line that a person types; `undefined` if the input ends or `signal` is aborted first. */
export function askOnTerminal(input: TypedInput, signal: AbortSignal): Promise<string | undefined> {
  // Not in terminal mode, so that Ctrl-C stays a signal of the process; the terminal itself echoes the input
  const lines = createInterface({ input, terminal: false });
  return new Promise((resolve) => {
    const answer = (line?: string): void => {
      // Resolves first, because closing emits an end, which counts as an answer
      resolve(line);
      signal.removeEventListener('abort', stop);
      lines.close();
      // Otherwise the process would wait for more input
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
