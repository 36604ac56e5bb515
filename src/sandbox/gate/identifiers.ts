/** Returns `count` random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

export function randomHex(random: RandomBytes, bytes: number): string {
  return [...random(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random GUID (RFC 9562, version 4). */
export function randomGuid(random: RandomBytes): string {
  const hex = randomHex(random, 16);
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  );
}
