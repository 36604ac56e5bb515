import { ByteWriter, toBytes, toPiece } from '../bytes/byteWriter';
import { fromBytes } from '../bytes/fromBytes';
import { IdTable } from './idTable';
import type { ByteMapping } from './bytes/compileByteMapping';
import { recordOf } from './bytes/compileByteMapping';
import type { ByteRow } from './bytes/byteRow';
import { foldIdJson } from './bytes/foldIdJson';
import { TextRow } from './bytes/textRow';
import type { MappedRecord, RecordOutcome } from './compileMapping';
import type { Operations } from './operationTable';
import { OperationFact, OperationTable } from './operationTable';
import type { RecordProblem } from '../problems/problem';
import { MAX_OPERATIONS, writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import { bulkIdOf } from './bulkId';
import type { ConversionCounts, RecordEvent } from './recordEvent';
import { repeatedId } from './repeatedId';

/** Request bodies, each followed by a line feed. */
export interface Requests {
  /** The number of the first request, from 1. */
  readonly first: number;
  /** Valid until the writer gets the next record. */
  readonly bytes: Uint8Array;
  /** The end of each body, before its line feed. */
  readonly ends: readonly number[];
  /** The operations in the bodies, valid as long as `bytes`; their offsets are offsets in `bytes`. */
  readonly operations: Operations;
}

/** An operation that was just written; valid until the next record. */
export interface WrittenOperation {
  readonly row: ByteRow;
  /** Ends with the operation's resource. */
  readonly out: ByteWriter;
  readonly dataStart: number;
  /** The range of its display name; empty if it has none. */
  readonly name: { readonly start: number; readonly end: number };
}

/** Whether an operation goes into the requests. */
export type OperationFilter = (operation: WrittenOperation) => boolean;

export interface WriterOptions {
  /** Operations in a full request, 1 to 50. */
  readonly operations?: number;
  /** Called for every operation, in record order. Operations that it rejects count as excluded and cause no event. */
  readonly filter?: OperationFilter;
  /** Whether events of excluded records contain their cells. Off by default, because it costs time. */
  readonly excludedCells?: boolean;
  /**
   * Whether repeated ids go unnoticed. Off by default. A source that is converted again was already checked for them,
   * and the table of ids takes memory.
   */
  readonly ignoresRepeats?: boolean;
}

const LINE_END = 0x0a;
/** The initial capacity; the buffer grows to the output of a block of records. */
const CAPACITY = 64 * 1024;
/** The output of a block of records is far below this. An unfinished request stays in the buffer, and may be larger. */
const MAX_PENDING_BYTES = 16 * 1024 * 1024;
/** Maximum number of pending events: a block of a file may contain a hundred thousand refused records. */
const MAX_PENDING_EVENTS = 4096;

/** The texts before and after `inner` in what `write` produces. */
function around(write: (inner: string) => string, inner: string): readonly [string, string] {
  const [before = '', after = ''] = write(inner).split(inner);
  return [before, after];
}

const [REQUEST, REQUEST_END] = around((operation) => writeBulkRequest([operation]), '\0');
const [OPERATION, AFTER_ID] = around((id) => writeOperation(id, '\0').replace('\0}', ''), bulkIdOf(0));
const [, AFTER_DATA] = around((data) => writeOperation('', data), '\0');
const BULK_ID = bulkIdOf(0).slice(0, -1);

/** The text before a record's number, for the first operation of a request and for the others. */
const FIRST_OPERATION = toPiece(REQUEST + OPERATION + BULK_ID);
const NEXT_OPERATION = toPiece(`,${OPERATION}${BULK_ID}`);
const OPERATION_DATA = toPiece(AFTER_ID);
const OPERATION_END = toPiece(AFTER_DATA);
const BODY_END = toPiece(REQUEST_END);
const BLANK_ID = toBytes('""');
const NOTHING_TAKEN = { bytes: 0, operations: 0 };

/**
 * Writes records as the bytes of requests, as they arrive. Memory holds the output that was not taken yet, and the ids
 * seen so far.
 */
export class RequestWriter {
  readonly #mapping: ByteMapping;
  readonly #size: number;
  readonly #tellsExcludedCells: boolean;
  readonly #filter: OperationFilter | undefined;
  readonly #out = new ByteWriter(CAPACITY);
  /** Absent if repeated ids go unnoticed. */
  readonly #ids: IdTable | undefined;
  readonly #operations = new OperationTable();
  /** For records of text. */
  #textRow: TextRow | undefined;
  #events: RecordEvent[] = [];
  #ends: number[] = [];
  /** The bytes that were taken and may be overwritten, and the number of operations in them. */
  #taken = NOTHING_TAKEN;
  /** The number of operations in the unfinished request. */
  #open = 0;
  readonly #counts = { records: 0, operations: 0, batches: 0, refused: 0, excluded: 0, duplicates: 0 };

  constructor(
    mapping: ByteMapping,
    {
      operations = MAX_OPERATIONS,
      excludedCells: tellsExcludedCells = false,
      filter,
      ignoresRepeats = false,
    }: WriterOptions = {},
  ) {
    if (!Number.isInteger(operations) || operations < 1 || operations > MAX_OPERATIONS)
      throw new RangeError(`a request holds 1 to ${MAX_OPERATIONS} operations, not ${operations}`);
    this.#mapping = mapping;
    this.#size = operations;
    this.#tellsExcludedCells = tellsExcludedCells;
    this.#filter = filter;
    this.#ids = ignoresRepeats ? undefined : new IdTable(foldIdJson);
  }

  get counts(): ConversionCounts {
    return { ...this.#counts };
  }

  /** Whether the output must be taken before more is written: a few bytes of an extract can produce 1 MiB. */
  get isFull(): boolean {
    return this.#out.at > MAX_PENDING_BYTES || this.#events.length >= MAX_PENDING_EVENTS;
  }

  /** Converts a record that was tokenized as bytes. */
  addRow(row: ByteRow): void {
    this.#counts.records++;
    const out = this.#out;
    const before = this.#begin(row.number);
    const dataStart = out.at;
    const outcome = this.#mapping.convert(row, out);
    if (outcome === undefined || outcome.kind === 'operation') {
      const { start, end } = this.#mapping.id;
      this.#noteId(row.number, row.cut.rowLine, out.bytes, start, end);
      this.#warn(outcome?.warnings);
      if (this.#filter?.({ row, out, dataStart, name: this.#mapping.name }) === false) {
        out.at = before;
        this.#counts.excluded++;
      } else this.#finish(row, before, dataStart);
    } else {
      out.at = before;
      const hasCells = outcome.kind === 'refused' || this.#tellsExcludedCells;
      this.#leaveOut(outcome, hasCells ? recordOf(row) : { number: row.number, line: row.cut.rowLine, cells: [] });
    }
  }

  /** Converts a record of text. */
  addRecord(record: MappedRecord): void {
    this.#textRow ??= new TextRow(this.#mapping.columns);
    this.addRow(this.#textRow.of(record));
  }

  /** Counts a record that the extract's reader refused before any rule was evaluated. */
  refuse(record: MappedRecord, problems: readonly RecordProblem[]): void {
    this.#counts.records++;
    this.#leaveOut({ kind: 'refused', problems }, record);
  }

  /** Ends the last request if it contains any operation. */
  end(): void {
    this.#dropTaken();
    if (this.#open > 0) this.#close();
  }

  /** The record events since the last call. */
  takeEvents(): readonly RecordEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The requests that were completed since the last call. */
  takeRequests(): Requests {
    this.#dropTaken();
    const ends = this.#ends;
    this.#ends = [];
    const bytes = ends.length === 0 ? 0 : (ends.at(-1) ?? 0) + 1;
    const operations = this.#operations.count - this.#open;
    this.#taken = { bytes, operations };
    return {
      first: this.#counts.batches - ends.length + 1,
      bytes: this.#out.bytes.subarray(0, bytes),
      ends,
      operations: this.#operations.first(operations),
    };
  }

  /** Writes the text before the resource. Returns the offset to go back to. */
  #begin(number: number): number {
    this.#dropTaken();
    const out = this.#out;
    const before = out.at;
    out.append(this.#open === 0 ? FIRST_OPERATION : NEXT_OPERATION);
    out.appendNumber(number);
    out.append(OPERATION_DATA);
    return before;
  }

  /** Moves the output that was not taken to the front. */
  #dropTaken(): void {
    const { bytes, operations } = this.#taken;
    if (operations === 0) return;
    const out = this.#out;
    out.bytes.copyWithin(0, bytes, out.at);
    out.at -= bytes;
    this.#operations.drop(operations, bytes);
    this.#taken = NOTHING_TAKEN;
  }

  /** @param before the start of the operation, including the separator before it */
  #finish({ number, cut }: ByteRow, before: number, dataStart: number): void {
    const out = this.#out;
    const dataEnd = out.at;
    out.append(OPERATION_END);
    const { id, name } = this.#mapping;
    const operations = this.#operations;
    operations.add(number, cut.rowLine);
    operations.note(OperationFact.start, before + (this.#open === 0 ? REQUEST.length : 1), out.at);
    operations.note(OperationFact.dataStart, dataStart, dataEnd);
    operations.note(OperationFact.idStart, id.start, id.end);
    operations.note(OperationFact.nameStart, name.start, name.end);
    this.#counts.operations++;
    if (++this.#open === this.#size) this.#close();
  }

  #close(): void {
    this.#out.append(BODY_END);
    this.#ends.push(this.#out.at);
    this.#out.appendByte(LINE_END);
    this.#counts.batches++;
    this.#open = 0;
  }

  #warn(problems: readonly RecordProblem[] = []): void {
    for (const problem of problems) this.#events.push({ kind: 'warning', problem });
  }

  #leaveOut(outcome: Exclude<RecordOutcome, { kind: 'operation' }>, record: MappedRecord): void {
    if (outcome.kind === 'excluded') {
      this.#counts.excluded++;
      this.#events.push({ kind: 'excluded', record, reason: outcome.reason });
    } else {
      this.#counts.refused++;
      this.#events.push({ kind: 'refused', record, problems: outcome.problems });
    }
  }

  /** Checks an id, given as a range of JSON, for repetition; a resource without one counts as having a blank id. */
  #noteId(number: number, line: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) {
      this.#noteId(number, line, BLANK_ID, 0, BLANK_ID.length);
      return;
    }
    const earlier = this.#ids?.note(bytes, start, end, line);
    if (earlier === undefined) return;
    if (earlier.kind === 'same') this.#counts.duplicates++;
    const text = JSON.parse(fromBytes(bytes, start, end)) as string;
    this.#events.push({ kind: 'warning', problem: repeatedId({ number, line }, text, earlier) });
  }
}
