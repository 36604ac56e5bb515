import type { Terminal } from '../terminal/terminal';
import { extractBytes } from './extractBytes';

/**
 * Returns a function that reads the extract that a command names, as often as needed. A file is read again; standard
 * input can only be read once, so its bytes stay in memory.
 */
export function extractSource(name: string, terminal: Terminal): () => AsyncIterable<Uint8Array> {
  if (name !== '-') return () => extractBytes(name, terminal);
  let kept: Uint8Array[] | undefined;
  return () => {
    if (kept !== undefined) return inOrder(kept);
    kept = [];
    return keeping(extractBytes(name, terminal), kept);
  };
}

async function* keeping(
  bytes: AsyncIterable<Uint8Array>,
  kept: Uint8Array[],
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const block of bytes) {
    kept.push(block);
    yield block;
  }
}

async function* inOrder(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const block of blocks) yield await Promise.resolve(block);
}
