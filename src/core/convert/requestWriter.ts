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

/** Bodies of requests, each followed by a line end. */
export interface Requests {
  /** The number of the first, from 1. */
  readonly first: number;
  /** Of use until the writer is given the next record. */
  readonly bytes: Uint8Array;
  /** Where each body ends, before its line end. */
  readonly ends: readonly number[];
  /** What is in them, as long as the bytes are of use; places are places in `bytes`. */
  readonly operations: Operations;
}

/** An operation that was just written; of use until the next record. */
export interface WrittenOperation {
  readonly row: ByteRow;
  /** Its resource is the last that was written to it. */
  readonly out: ByteWriter;
  readonly dataStart: number;
  /** Where its display name is; of no length for none. */
  readonly name: { readonly start: number; readonly end: number };
}

/** Whether an operation goes into the requests. */
export type OperationFilter = (operation: WrittenOperation) => boolean;

export interface WriterOptions {
  /** Operations in a full request, 1 to 50. */
  readonly operations?: number;
  /**
   * Called for every operation, in the order of the records; operations that it refuses count as excluded without an
   * event.
   */
  readonly filter?: OperationFilter;
  /**
   * Whether events of excluded records contain their cells; by default they do not, which costs less.
   */
  readonly excludedCells?: boolean;
  /** Whether ids that repeat go unnoticed: a source that is converted again was checked for them, and their table takes memory. Default: no. */
  readonly ignoresRepeats?: boolean;
}

const LINE_END = 0x0a;
/** It grows to what a block of records makes. */
const CAPACITY = 64 * 1024;
/** What is written of a block of records is far below. A request that is not full yet stays, and may be larger. */
const FULL = 16 * 1024 * 1024;
/** A block of a file may hold a hundred thousand records that are refused. */
const MAX_EVENTS = 4096;

/** Two texts that are around a third, from what writes all three. */
function around(write: (inner: string) => string, inner: string): readonly [string, string] {
  const [before = '', after = ''] = write(inner).split(inner);
  return [before, after];
}

const [REQUEST, REQUEST_END] = around((operation) => writeBulkRequest([operation]), '\0');
const [OPERATION, AFTER_ID] = around((id) => writeOperation(id, '\0').replace('\0}', ''), bulkIdOf(0));
const [, AFTER_DATA] = around((data) => writeOperation('', data), '\0');
const BULK_ID = bulkIdOf(0).slice(0, -1);

/** The text before the number of a record, for the first one of a request and any other. */
const FIRST_OPERATION = toPiece(REQUEST + OPERATION + BULK_ID);
const NEXT_OPERATION = toPiece(`,${OPERATION}${BULK_ID}`);
const OPERATION_DATA = toPiece(AFTER_ID);
const OPERATION_END = toPiece(AFTER_DATA);
const BODY_END = toPiece(REQUEST_END);
const BLANK_ID = toBytes('""');
const NOTHING_TAKEN = { bytes: 0, operations: 0 };

/**
 * Turns records into the bytes of requests, as they come. Memory holds what was not taken yet and the ids that were
 * seen.
 */
export class RequestWriter {
  readonly #mapping: ByteMapping;
  readonly #size: number;
  readonly #tellsExcludedCells: boolean;
  readonly #filter: OperationFilter | undefined;
  readonly #out = new ByteWriter(CAPACITY);
  /** Absent where ids that repeat go unnoticed. */
  readonly #ids: IdTable | undefined;
  readonly #operations = new OperationTable();
  /** For records of text. */
  #textRow: TextRow | undefined;
  #events: RecordEvent[] = [];
  #ends: number[] = [];
  /** How much has been taken and may be written over, and how many operations that is. */
  #taken = NOTHING_TAKEN;
  /** Operations of the request that is being written. */
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

  /** Whether so much has come out that it is to be taken before more does: a few bytes of an extract can make 1 MiB. */
  get isFull(): boolean {
    return this.#out.at > FULL || this.#events.length >= MAX_EVENTS;
  }

  /** Converts a record that was cut as bytes. */
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

  /** Counts a record that the reader of the extract refused before any rule saw it. */
  refuse(record: MappedRecord, problems: readonly RecordProblem[]): void {
    this.#counts.records++;
    this.#leaveOut({ kind: 'refused', problems }, record);
  }

  /** Ends the last request, if it holds anything. */
  end(): void {
    this.#dropTaken();
    if (this.#open > 0) this.#close();
  }

  /** The events of records since the last call. */
  takeEvents(): readonly RecordEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The requests that were filled since the last call. */
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

  /** Writes what comes before the resource, and returns the place to go back to. */
  #begin(number: number): number {
    this.#dropTaken();
    const out = this.#out;
    const before = out.at;
    out.append(this.#open === 0 ? FIRST_OPERATION : NEXT_OPERATION);
    out.appendNumber(number);
    out.append(OPERATION_DATA);
    return before;
  }

  /** Moves what has not been taken to the front. */
  #dropTaken(): void {
    const { bytes, operations } = this.#taken;
    if (operations === 0) return;
    const out = this.#out;
    out.bytes.copyWithin(0, bytes, out.at);
    out.at -= bytes;
    this.#operations.drop(operations, bytes);
    this.#taken = NOTHING_TAKEN;
  }

  /** @param before where the record begins, with what parts it from the one before */
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

  /** A range of bytes is the JSON of the id; a resource without one has the blank id. */
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
