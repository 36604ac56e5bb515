import { toBytes } from '../../bytes/byteWriter';
import { CellMark } from '../../csv/byteTokenizer';
import { maySeemDamaged } from '../../profile/cellDamage';

const SPACE = 0x20;
const HASH = 0x23;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * Whether a cell may be damaged, judged by its bytes. Returns false only if `damageOf` finds nothing in its text.
 * @param marks the tokenizer's marks for the cell
 */
export function mayBeDamaged(bytes: Uint8Array, start: number, end: number, marks: number): boolean {
  const first = bytes[start] ?? 0;
  const last = bytes[end - 1] ?? 0;
  if (first <= SPACE || first === HASH || last <= SPACE) return true;
  // The end of 00/01/1900, a spreadsheet's empty date
  if (last === ZERO && bytes[end - 2] === ZERO && bytes[end - 3] === NINE) return true;
  if ((marks & CellMark.doubled) !== 0) return true;
  return (marks & (CellMark.wide | CellMark.doubtful)) !== 0 && hasDoubtfulPair(bytes, start, end);
}

function hasDoubtfulPair(bytes: Uint8Array, start: number, end: number): boolean {
  const table = (pairs ??= findPairs());
  let before = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (table[(before << 8) | byte] === 1) return true;
    before = byte;
  }
  return false;
}

/** Indexed by two consecutive bytes: whether a suspicious character begins with them, or is the second of them. */
let pairs: Uint8Array | undefined;

/**
 * Built from the text test itself, one character at a time, so that the two cannot diverge. All suspicious characters
 * are in the BMP.
 */
function findPairs(): Uint8Array {
  const table = new Uint8Array(1 << 16);
  const mark = (first: number, second: number) => (table[(first << 8) | second] = 1);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const character = String.fromCharCode(unit);
    if (unit < 0x80) {
      if (maySeemDamaged(`x${character}x`)) for (let before = 0; before < 256; before++) mark(before, unit);
    } else if (maySeemDamaged(character)) {
      const [first = 0, second = 0] = toBytes(character);
      mark(first, second);
    }
  }
  const [e = 0, plus = 0] = toBytes('E+');
  mark(e, plus);
  return table;
}
