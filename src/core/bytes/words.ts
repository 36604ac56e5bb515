/**
 * The functions here handle four bytes at a time, because a loop over single bytes takes five times as long. They may
 * access up to this many bytes after a range, so buffers must be that much larger than their content.
 */
export const SLACK = 16;

/** The same memory, as bytes and for access by words. */
export interface Memory {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Copies a range. Up to {@link SLACK} bytes after it in `to` are undefined afterwards. Most ranges are short, and
 * always copying 16 bytes costs less than a mispredicted loop.
 */
export function copyWords(from: DataView, start: number, end: number, to: DataView, at: number): void {
  to.setInt32(at, from.getInt32(start, true), true);
  to.setInt32(at + 4, from.getInt32(start + 4, true), true);
  to.setInt32(at + 8, from.getInt32(start + 8, true), true);
  to.setInt32(at + 12, from.getInt32(start + 12, true), true);
  for (let source = start + 16, target = at + 16; source < end; source += 4, target += 4)
    to.setInt32(target, from.getInt32(source, true), true);
}

/** Whether two ranges of equal length contain the same bytes. */
export function sameWords(one: DataView, start: number, end: number, other: DataView, at: number): boolean {
  const last = end - 4;
  let [from, to] = [start, at];
  for (; from < last; from += 4, to += 4) if (one.getInt32(from, true) !== other.getInt32(to, true)) return false;
  // The last four bytes, even if some of them were already compared
  if (last >= start) return one.getInt32(last, true) === other.getInt32(last - start + at, true);
  return lastBytes(one, start, end) === lastBytes(other, at, at + end - start);
}

/** A 32-bit hash, for tables that also compare the bytes. */
export function hashWords(view: DataView, start: number, end: number): number {
  const last = end - 4;
  let hash = end - start;
  for (let at = start; at < last; at += 4) hash = mixWord(hash, view.getInt32(at, true));
  hash = mixWord(hash, last >= start ? view.getInt32(last, true) : lastBytes(view, start, end));
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function mixWord(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** A range of fewer than four bytes as a word. */
function lastBytes(view: DataView, start: number, end: number): number {
  return view.getInt32(start, true) & ((1 << (8 * (end - start))) - 1);
}
