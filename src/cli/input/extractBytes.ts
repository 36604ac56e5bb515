import { fileBytes, ofExtract, stdinBytes } from '../../extract/index/fileBytes';
import { pipedBlocks } from '../../files/openPipe';
import type { Terminal } from '../terminal/terminal';
import { refuseScript } from './refuseScript';

/**
 * The bytes of the extract that a command names: a file, or standard input for `-`. Throws the signal's reason once the
 * user has stopped the command, because the extract is incomplete then; `UsageError` for a script, which is not an
 * extract.
 */
export async function* extractBytes(
  name: string,
  { stdin, signal }: Terminal,
): AsyncGenerator<Uint8Array, void, undefined> {
  refuseScript(name);
  try {
    for await (const block of bytesOf(name, stdin)) {
      signal.throwIfAborted();
      yield block;
    }
  } catch (error) {
    // Stopping closes standard input, which looks like a truncated input
    signal.throwIfAborted();
    throw error;
  }
  signal.throwIfAborted();
}

/** A pipe that is open in this process can be opened again, like a file. */
async function* bytesOf(name: string, stdin: Terminal['stdin']): AsyncGenerator<Uint8Array, void, undefined> {
  const piped = name === '-' ? undefined : await ofExtract(name, () => pipedBlocks(name));
  if (piped !== undefined) yield* piped;
  else yield* name === '-' ? stdinBytes(stdin) : fileBytes(name);
}
