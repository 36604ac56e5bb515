import { fileBytes, stdinBytes } from '../../extract/index/fileBytes';
import type { Terminal } from '../terminal/terminal';

/**
 * The bytes of the extract that a call names: a file, or standard input for `-`. Throws the signal's reason once the
 * user has stopped the call, because what was read by then is not the whole extract.
 */
export async function* extractBytes(
  name: string,
  { stdin, signal }: Terminal,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const block of name === '-' ? stdinBytes(stdin) : fileBytes(name)) {
      signal.throwIfAborted();
      yield block;
    }
  } catch (error) {
    // Stopping closes standard input, which looks like an input that breaks off
    signal.throwIfAborted();
    throw error;
  }
  signal.throwIfAborted();
}
