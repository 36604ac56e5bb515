import { createHmac } from 'node:crypto';

/** Tells one key of this machine from another, and says nothing else of it. */
export function keyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update('which key this is').digest('hex').slice(0, 16);
}
