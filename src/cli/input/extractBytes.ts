import { fileBytes, ofExtract, stdinBytes } from '../../extract/index/fileBytes';
import { pipedBlocks } from '../../files/openPipe';
import type { Terminal } from '../terminal/terminal';
import { refuseScript } from './refuseScript';

/**
 * The bytes of the extract that a command names: a file, or standard input for `-`. If the user stops the command,
 * throws the signal's reason, because the extract is then incomplete. Throws `UsageError` for a script, which is not an
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
    // Stopping closes standard input, which must not look like the end of the extract
    signal.throwIfAborted();
    throw error;
  }
  signal.throwIfAborted();
}

/** Blocks of a file or of standard input. A pipe that this process has open can be opened again by its path. */
async function* bytesOf(name: string, stdin: Terminal['stdin']): AsyncGenerator<Uint8Array, void, undefined> {
  const piped = name === '-' ? undefined : await ofExtract(name, () => pipedBlocks(name));
  if (piped !== undefined) yield* piped;
  else yield* name === '-' ? stdinBytes(stdin) : fileBytes(name);
}
