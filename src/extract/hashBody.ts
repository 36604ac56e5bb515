import { createHash } from 'node:crypto';

/** SHA-256 of a body, a text as UTF-8, in hexadecimal digits. */
export function hashBody(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}
