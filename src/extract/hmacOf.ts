import { createHmac, createSecretKey } from 'node:crypto';
import type { Hmac } from '../core/baseline/keyedHashes';

/** HMAC-SHA-256 under a key. */
export function hmacOf(key: Uint8Array): Hmac {
  const secret = createSecretKey(key);
  return (bytes) => createHmac('sha256', secret).update(bytes).digest();
}
