import { toBytes } from '../bytes/byteWriter';
import { HalfSipHash } from './halfSipHash';

/** HMAC-SHA-256 under the key of this machine. Handed in: the language alone has none. */
export type Hmac = (bytes: Uint8Array) => Uint8Array;

/** Bytes that are kept of the hash of an id, and of a sign-in name. */
export const ID_LENGTH = 8;

/** What is kept of a matching id instead of it. */
export function idHash(hmac: Hmac, id: string): Uint8Array {
  return hmac(toBytes(id)).subarray(0, ID_LENGTH);
}

/** The fast hash of sign-in names and attributes: its key is made from the same one, and is of no use for anything else. */
export function attributeHash(hmac: Hmac): HalfSipHash {
  return new HalfSipHash(hmac(toBytes('attributes of people')));
}
