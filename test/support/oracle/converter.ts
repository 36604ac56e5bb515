import { bulkIdOf } from '../../../src/core/convert/bulkId';
import type { CompiledMapping, MappedRecord } from '../../../src/core/convert/compileMapping';
import { IdRegister } from '../../../src/core/convert/idRegister';
import type { ConversionCounts, RecordEvent } from '../../../src/core/convert/recordEvent';
import { repeatedId } from '../../../src/core/convert/repeatedId';
import type { RecordProblem } from '../../../src/core/problems/problem';
import { MAX_OPERATIONS, writeBulkRequest, writeOperation } from '../../../src/core/scim/bulkRequest';
import type { Batch, BatchMember } from './batch';
import type { ConvertRecord } from './convertAsText';
import { convertAsText } from './convertAsText';

/** What comes out of a conversion, in the order of the extract. */
export type ConversionEvent = RecordEvent | { readonly kind: 'batch'; readonly batch: Batch };

export interface ConverterOptions {
  /** Operations in a full batch, 1 to 50. */
  readonly operations?: number;
}

/**
 * The oracle of `RequestWriter`: everything in texts, the obvious way. Turns records into batches as they come: a batch is given out as soon as it is full, so that memory holds one batch and
 * the ids that were seen.
 */
export class Converter {
  readonly #convert: ConvertRecord;
  readonly #size: number;
  readonly #ids = new IdRegister();
  #texts: string[] = [];
  #members: BatchMember[] = [];
  #counts = { records: 0, operations: 0, batches: 0, refused: 0, excluded: 0, duplicates: 0 };

  constructor(mapping: CompiledMapping, { operations = MAX_OPERATIONS }: ConverterOptions = {}) {
    if (!Number.isInteger(operations) || operations < 1 || operations > MAX_OPERATIONS) {
      throw new RangeError(`a batch holds 1 to ${MAX_OPERATIONS} operations, not ${operations}`);
    }
    this.#convert = convertAsText(mapping);
    this.#size = operations;
  }

  get counts(): ConversionCounts {
    return { ...this.#counts };
  }

  *add(record: MappedRecord): Generator<ConversionEvent> {
    this.#counts.records++;
    const outcome = this.#convert(record);
    switch (outcome.kind) {
      case 'refused':
        this.#counts.refused++;
        yield { kind: 'refused', record, problems: outcome.problems };
        return;
      case 'excluded':
        this.#counts.excluded++;
        yield { kind: 'excluded', record, reason: outcome.reason };
        return;
      case 'operation':
        yield* this.#noteId(record, outcome.externalId);
        for (const problem of outcome.warnings ?? []) yield { kind: 'warning', problem };
        yield* this.#take(record, outcome.externalId, outcome.data);
    }
  }

  /** Counts a record that the reader of the extract refused before any rule saw it. */
  refuse(record: MappedRecord, problems: readonly RecordProblem[]): ConversionEvent {
    this.#counts.records++;
    this.#counts.refused++;
    return { kind: 'refused', record, problems };
  }

  /** Gives out the last batch, if it holds anything. */
  *end(): Generator<ConversionEvent> {
    if (this.#texts.length > 0) yield { kind: 'batch', batch: this.#close() };
  }

  *#take(record: MappedRecord, externalId: string, data: string): Generator<ConversionEvent> {
    const bulkId = bulkIdOf(record.number);
    this.#texts.push(writeOperation(bulkId, data));
    this.#members.push({ record: record.number, line: record.line, externalId, bulkId });
    this.#counts.operations++;
    if (this.#texts.length === this.#size) yield { kind: 'batch', batch: this.#close() };
  }

  #close(): Batch {
    const batch: Batch = {
      number: ++this.#counts.batches,
      operations: this.#texts.length,
      body: writeBulkRequest(this.#texts),
      members: this.#members,
    };
    this.#texts = [];
    this.#members = [];
    return batch;
  }

  *#noteId(record: MappedRecord, externalId: string): Generator<ConversionEvent> {
    const earlier = this.#ids.note(externalId, record.line);
    if (earlier === undefined) return;
    if (earlier.kind === 'same') this.#counts.duplicates++;
    yield { kind: 'warning', problem: repeatedId(record, externalId, earlier) };
  }
}
