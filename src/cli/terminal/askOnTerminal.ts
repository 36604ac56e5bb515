import { createInterface } from 'node:readline';

/** The next line that a person types; `undefined` where their input ends, or `signal` is raised first. */
export function askOnTerminal(input: NodeJS.ReadStream, signal: AbortSignal): Promise<string | undefined> {
  // Not as a terminal: Ctrl-C is to stay a signal of the process, and what is typed is shown by the terminal itself
  const lines = createInterface({ input, terminal: false });
  return new Promise((resolve) => {
    const answer = (line?: string): void => {
      signal.removeEventListener('abort', stop);
      lines.close();
      // Else the process waits for more of it
      input.unref();
      resolve(line);
    };
    const stop = (): void => answer();
    input.ref();
    lines.once('line', answer);
    lines.once('close', stop);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
}
