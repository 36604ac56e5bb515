import { toBytes } from '../bytes/byteWriter';
import { HalfSipHash } from './halfSipHash';

/** HMAC-SHA-256 with the key of this machine. Injected, because the language has no HMAC. */
export type Hmac = (bytes: Uint8Array) => Uint8Array;

/** The number of bytes stored of the hash of an id or a sign-in name. */
export const ID_LENGTH = 8;

/** The hash that is stored instead of a matching id. */
export function idHash(hmac: Hmac, id: string): Uint8Array {
  return hmac(toBytes(id)).subarray(0, ID_LENGTH);
}

/** The fast hash for sign-in names and attributes. Its key is derived from the machine's key and has no other use. */
export function attributeHash(hmac: Hmac): HalfSipHash {
  return new HalfSipHash(hmac(toBytes('attributes of people')));
}
