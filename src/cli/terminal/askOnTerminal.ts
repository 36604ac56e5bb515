import { createInterface } from 'node:readline';

/** What a person types into: a stream that keeps the process alive while it is listened to. */
type TypedInput = NodeJS.ReadableStream & { ref(): unknown; unref(): unknown };

/** The next line that a person types; `undefined` where their input ends, or `signal` is raised first. */
export function askOnTerminal(input: TypedInput, signal: AbortSignal): Promise<string | undefined> {
  // Not as a terminal: Ctrl-C is to stay a signal of the process, and what is typed is shown by the terminal itself
  const lines = createInterface({ input, terminal: false });
  return new Promise((resolve) => {
    const answer = (line?: string): void => {
      // First: closing ends the input, which is an answer, too
      resolve(line);
      signal.removeEventListener('abort', stop);
      lines.close();
      // Else the process waits for more of it
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
