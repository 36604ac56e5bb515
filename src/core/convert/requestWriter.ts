import { ByteWriter, toBytes, toPiece } from '../bytes/byteWriter';
import { fromBytes } from '../bytes/fromBytes';
import { IdTable } from './idTable';
import type { ByteMapping } from './bytes/compileByteMapping';
import { recordOf } from './bytes/compileByteMapping';
import type { ByteRow } from './bytes/byteRow';
import { foldIdJson } from './bytes/foldIdJson';
import type { CompiledMapping, MappedRecord, RecordOutcome } from './compileMapping';
import type { RecordProblem } from '../problems/problem';
import { MAX_OPERATIONS, writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import { bulkIdOf } from './batch';
import type { ConversionCounts, ConversionEvent, ConverterOptions } from './converter';
import { repeatedId } from './converter';

/** Bodies of requests, one behind the other, a line end after each. */
export interface Requests {
  /** The number of the first, from 1. */
  readonly first: number;
  /** Of use until the writer is given the next record. */
  readonly bytes: Uint8Array;
  /** Where each body ends, before its line end. */
  readonly ends: readonly number[];
}

/** What is said of records besides the requests. */
export type RecordEvent = Exclude<ConversionEvent, { kind: 'batch' | 'excluded' }>;

const LINE_END = 0x0a;
/** What a block of records makes, in most cases. */
const CAPACITY = 2 * 1024 * 1024;

/** Two texts that are around a third, from what writes all three. */
function around(write: (inner: string) => string, inner: string): readonly [string, string] {
  const [before = '', after = ''] = write(inner).split(inner);
  return [before, after];
}

const [REQUEST, REQUEST_END] = around((operation) => writeBulkRequest([operation]), '\0');
const [OPERATION, AFTER_ID] = around((id) => writeOperation(id, '\0').replace('\0}', ''), bulkIdOf(0));
const [, AFTER_DATA] = around((data) => writeOperation('', data), '\0');
const BULK_ID = bulkIdOf(0).slice(0, -1);

/** What stands before the number of a record, the first one of a request and any other. */
const FIRST_OPERATION = toPiece(REQUEST + OPERATION + BULK_ID);
const NEXT_OPERATION = toPiece(`,${OPERATION}${BULK_ID}`);
const OPERATION_DATA = toPiece(AFTER_ID);
const OPERATION_END = toPiece(AFTER_DATA);
const BODY_END = toPiece(REQUEST_END);
const BLANK_ID = toBytes('""');

/**
 * Turns records into the bytes of requests, with the meaning of `Converter`: the same bodies, problems and counts. Memory
 * holds what was not taken yet and the ids that were seen.
 */
export class RequestWriter {
  readonly #compiled: CompiledMapping;
  readonly #mapping: ByteMapping;
  readonly #size: number;
  readonly #out = new ByteWriter(CAPACITY);
  readonly #ids = new IdTable(foldIdJson);
  #events: RecordEvent[] = [];
  #ends: number[] = [];
  /** How much has been taken and may be written over. */
  #taken = 0;
  /** Operations of the request that is being written. */
  #operations = 0;
  readonly #counts = { records: 0, operations: 0, batches: 0, refused: 0, excluded: 0, duplicates: 0 };

  constructor(compiled: CompiledMapping, mapping: ByteMapping, { operations = MAX_OPERATIONS }: ConverterOptions = {}) {
    this.#compiled = compiled;
    this.#mapping = mapping;
    this.#size = operations;
  }

  get counts(): ConversionCounts {
    return { ...this.#counts };
  }

  /** Converts a record that was cut as bytes. */
  addRow(row: ByteRow): void {
    this.#counts.records++;
    const before = this.#begin(row.number);
    const outcome = this.#mapping.convert(row, this.#out);
    if (outcome === undefined || outcome.kind === 'operation') {
      const { start, end } = this.#mapping.id;
      this.#noteId(row.number, row.cut.rowLine, this.#out.bytes, start, end);
      this.#warn(outcome?.warnings);
      this.#finish();
    } else {
      this.#out.at = before;
      this.#leaveOut(outcome, outcome.kind === 'refused' ? recordOf(row) : undefined);
    }
  }

  /** Converts a record of text. */
  addRecord(record: MappedRecord): void {
    this.#counts.records++;
    const outcome = this.#compiled.convert(record);
    if (outcome.kind !== 'operation') {
      this.#leaveOut(outcome, record);
      return;
    }
    this.#begin(record.number);
    this.#out.appendText(outcome.data);
    const id = toBytes(JSON.stringify(outcome.externalId));
    this.#noteId(record.number, record.line, id, 0, id.length);
    this.#warn(outcome.warnings);
    this.#finish();
  }

  /** Counts a record that the reader of the extract refused before any rule saw it. */
  refuse(record: MappedRecord, problems: readonly RecordProblem[]): void {
    this.#counts.records++;
    this.#leaveOut({ kind: 'refused', problems }, record);
  }

  /** Ends the last request, if it holds anything. */
  end(): void {
    this.#dropTaken();
    if (this.#operations > 0) this.#close();
  }

  /** What was said of records since this was last asked. */
  takeEvents(): readonly RecordEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The requests that were filled since this was last asked. */
  takeRequests(): Requests {
    const ends = this.#ends;
    this.#ends = [];
    if (ends.length === 0) return { first: this.#counts.batches + 1, bytes: new Uint8Array(), ends };
    const taken = (ends.at(-1) ?? 0) + 1;
    this.#taken = taken;
    return { first: this.#counts.batches - ends.length + 1, bytes: this.#out.bytes.subarray(0, taken), ends };
  }

  /** Writes what stands before the resource, and gives the place to go back to. */
  #begin(number: number): number {
    this.#dropTaken();
    const out = this.#out;
    const before = out.at;
    out.append(this.#operations === 0 ? FIRST_OPERATION : NEXT_OPERATION);
    out.appendNumber(number);
    out.append(OPERATION_DATA);
    return before;
  }

  /** Moves what has not been taken to the front. */
  #dropTaken(): void {
    if (this.#taken === 0) return;
    const out = this.#out;
    out.bytes.copyWithin(0, this.#taken, out.at);
    out.at -= this.#taken;
    this.#taken = 0;
  }

  #finish(): void {
    this.#out.append(OPERATION_END);
    this.#counts.operations++;
    if (++this.#operations === this.#size) this.#close();
  }

  #close(): void {
    this.#out.append(BODY_END);
    this.#ends.push(this.#out.at);
    this.#out.appendByte(LINE_END);
    this.#counts.batches++;
    this.#operations = 0;
  }

  #warn(problems: readonly RecordProblem[] = []): void {
    for (const problem of problems) this.#events.push({ kind: 'warning', problem });
  }

  #leaveOut(outcome: Exclude<RecordOutcome, { kind: 'operation' }>, record: MappedRecord | undefined): void {
    if (outcome.kind === 'excluded') {
      this.#counts.excluded++;
      return;
    }
    this.#counts.refused++;
    if (record === undefined) throw new Error('a record was refused and is not known');
    this.#events.push({ kind: 'refused', record, problems: outcome.problems });
  }

  /** A range of bytes is the JSON of the id; a resource without one has the blank id. */
  #noteId(number: number, line: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) {
      this.#noteId(number, line, BLANK_ID, 0, BLANK_ID.length);
      return;
    }
    const earlier = this.#ids.note(bytes, start, end, line);
    if (earlier === undefined) return;
    if (earlier.kind === 'same') this.#counts.duplicates++;
    const text = JSON.parse(fromBytes(bytes, start, end)) as string;
    this.#events.push({ kind: 'warning', problem: repeatedId({ number, line }, text, earlier) });
  }
}
