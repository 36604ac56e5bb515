import { fileBytes, stdinBytes } from '../extract/fileBytes';
import type { Terminal } from './terminal';

/** The bytes of the extract that a call names: a file, or standard input for `-`. */
export function extractBytes(name: string, terminal: Terminal): AsyncIterable<Uint8Array> {
  return name === '-' ? stdinBytes(terminal.stdin) : fileBytes(name);
}
