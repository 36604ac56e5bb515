import type { Terminal } from '../terminal/terminal';
import { extractBytes } from './extractBytes';

/**
 * The bytes of the extract that a call names, as often as they are asked for. A file is read again; standard input comes only
 * once, so that what came of it is kept in memory.
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
