import { createHmac } from 'node:crypto';

/** Identifies a key of this machine without revealing it. */
export function keyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update('which key this is').digest('hex').slice(0, 16);
}
