import { createHash } from 'node:crypto';

/**
 * Passes bytes on and reports their fingerprint once all have been read: it is equal only for the same bytes, regardless of the size and
 * time of change in the file system. A cancelled reading reports none.
 * @param tell gets the SHA-256 in hexadecimal, and the number of bytes
 */
export async function* fingerprinted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (fingerprint: string, size: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const block of bytes) {
    size += block.length;
    // Before it is passed on, because the receiver may change it
    hash.update(block);
    yield block;
  }
  tell(hash.digest('hex'), size);
}
