import { fileBytes, ofExtract, stdinBytes } from '../../extract/index/fileBytes';
import { pipedBlocks } from '../../files/openPipe';
import type { Terminal } from '../terminal/terminal';
import { refuseScript } from './refuseScript';

/**
 * The bytes of the extract that a call names: a file, or standard input for `-`. Throws the signal's reason once the
 * user has stopped the call, because what was read by then is not the whole extract; `UsageError` for a script, which is none.
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
    // Stopping closes standard input, which looks like an input that breaks off
    signal.throwIfAborted();
    throw error;
  }
  signal.throwIfAborted();
}

/** A pipe that is open in this process can be asked for again, like a file. */
async function* bytesOf(name: string, stdin: Terminal['stdin']): AsyncGenerator<Uint8Array, void, undefined> {
  const piped = name === '-' ? undefined : await ofExtract(name, () => pipedBlocks(name));
  if (piped !== undefined) yield* piped;
  else yield* name === '-' ? stdinBytes(stdin) : fileBytes(name);
}
