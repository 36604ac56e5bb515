import type { ExtractHeader, ReadOptions } from '../../core/csv/extractEvent';
import type { Row } from '../../core/csv/row';
import { firstBytesNeeded, judgeFirstBytes } from '../encoding/judgeFirstBytes';
import type { CodeUnits } from '../index/lineStarts';
import { codeUnitsOf, LineStarts } from '../index/lineStarts';
import { readExtract } from '../readExtract';

/** How to read the extract of a run again, and where its rows are. */
export interface SentLayout {
  readonly options: ReadOptions;
  readonly header: ExtractHeader;
  /** The physical lines on which the records begin. */
  readonly lines: Uint32Array;
  /** The number of cells that a row needs so that the additions are in the same column everywhere. */
  readonly width: number;
}

/** A row of an extract with its exact bytes in the file. */
export interface SentRow extends Row {
  /** `other`: a row without text, which a run does not count. */
  readonly kind: 'header' | 'record' | 'other';
  /** A record's index, from 0. */
  readonly index: number;
  /** From the end of the previous row; for the first row from the beginning of the file. */
  readonly bytes: Uint8Array;
  readonly lineEnd: Uint8Array;
}

/**
 * The rows of a surveyed extract, in the order of the file and a few at a time: together their bytes are the file. The caller ensures that
 * the file is the one that was surveyed.
 */
export async function* sentRows(
  bytes: AsyncIterable<Uint8Array>,
  layout: SentLayout,
): AsyncGenerator<readonly SentRow[], void, undefined> {
  const pending = new PendingRows(layout);
  const options: ReadOptions = { ...layout.options, onRow: (row) => pending.rows.push(row) };
  for await (const _events of readExtract(pending.taking(bytes), options)) yield pending.take(false);
  yield pending.take(true);
}

/** Complete rows, and the bytes whose rows are not all complete. */
class PendingRows {
  readonly rows: Row[] = [];
  readonly #layout: SentLayout;
  readonly #units: CodeUnits;
  #starts: LineStarts | undefined;
  #bytes: Uint8Array = new Uint8Array();
  /** Blocks that arrived after those bytes. */
  #more: Uint8Array[] = [];
  /** The offset of the bytes in the file. */
  #offset = 0;
  #length = 0;
  #next = 0;

  constructor(layout: SentLayout) {
    this.#layout = layout;
    this.#units = codeUnitsOf(layout.header.encoding);
  }

  async *taking(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const block of headed(bytes)) {
      if (this.#starts === undefined) {
        const first = judgeFirstBytes(block.subarray(0, firstBytesNeeded), true);
        const markLength = first.kind === 'text' ? first.markLength : 0;
        this.#starts = new LineStarts(this.#units, markLength);
        this.#starts.push(block.subarray(markLength));
      } else this.#starts.push(block);
      // The source may reuse the memory of a block
      this.#more.push(new Uint8Array(block));
      this.#length += block.length;
      yield block;
    }
  }

  /** The complete rows. The last row is complete when the next one begins or the file ends. */
  take(isLast: boolean): readonly SentRow[] {
    const count = isLast ? this.rows.length : this.rows.length - 1;
    if (count <= 0) return [];
    this.#bytes = Buffer.concat([this.#bytes, ...this.#more]);
    this.#more = [];
    let from = 0;
    const taken = this.rows.splice(0, count).map((row, index, own) => {
      const next = own[index + 1] ?? this.rows[0];
      const to = (next === undefined ? this.#length : this.#offsetOf(next.line)) - this.#offset;
      const bytes = this.#bytes.subarray(from, to);
      from = to;
      return this.#rowOf(row, bytes);
    });
    this.#bytes = this.#bytes.subarray(from);
    this.#offset += from;
    const [next] = this.rows;
    if (next !== undefined) this.#starts?.forgetBefore(next.line);
    return taken;
  }

  #rowOf(row: Row, bytes: Uint8Array): SentRow {
    const { header, lines } = this.#layout;
    const end = bytes.length - lineEndLength(bytes, this.#units);
    const parts = { ...row, bytes: bytes.subarray(0, end), lineEnd: bytes.subarray(end) };
    if (row.line === header.line) return { ...parts, kind: 'header', index: -1 };
    if (row.line !== lines[this.#next]) return { ...parts, kind: 'other', index: -1 };
    return { ...parts, kind: 'record', index: this.#next++ };
  }

  #offsetOf(line: number): number {
    const offset = this.#starts?.offsetOf(line);
    if (offset === undefined) throw new Error(`line ${line} of the extract was forgotten too early`);
    return offset;
  }
}

/** The same bytes with a first block that is long enough for a byte order mark. */
async function* headed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let first: Uint8Array | undefined = new Uint8Array();
  for await (const block of bytes) {
    if (first === undefined) yield block;
    else {
      first = Buffer.concat([first, block]);
      if (first.length < firstBytesNeeded) continue;
      yield first;
      first = undefined;
    }
  }
  if (first !== undefined) yield first;
}

const LF = 10;
const CR = 13;

function lineEndLength(bytes: Uint8Array, units: CodeUnits): number {
  const width = units === 'bytes' ? 1 : 2;
  const unitBefore = (end: number): number => {
    if (end < width) return -1;
    if (width === 1) return bytes[end - 1] ?? -1;
    const [low, high] = units === 'utf-16le' ? [end - 2, end - 1] : [end - 1, end - 2];
    return (bytes[low] ?? 0) | ((bytes[high] ?? 0) << 8);
  };
  const last = unitBefore(bytes.length);
  if (last === CR) return width;
  if (last !== LF) return 0;
  return unitBefore(bytes.length - width) === CR ? 2 * width : width;
}
