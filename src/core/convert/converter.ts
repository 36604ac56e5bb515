import type { CompiledMapping, MappedRecord } from './compileMapping';
import type { EarlierId } from './idRegister';
import { IdRegister } from './idRegister';
import type { RecordProblem } from '../problems/problem';
import { MAX_OPERATIONS, writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import type { Batch, BatchMember } from './batch';
import { bulkIdOf } from './batch';

/** What comes out of a conversion, in the order of the extract. */
export type ConversionEvent =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'refused'; readonly record: MappedRecord; readonly problems: readonly RecordProblem[] }
  | { readonly kind: 'excluded'; readonly record: MappedRecord; readonly reason: 'where' | 'IgnoreObjectFlow' }
  /** Worth knowing; the record it speaks of is converted all the same. */
  | { readonly kind: 'warning'; readonly problem: RecordProblem };

export interface ConversionCounts {
  readonly records: number;
  readonly operations: number;
  readonly batches: number;
  readonly refused: number;
  readonly excluded: number;
  readonly duplicates: number;
}

export interface ConverterOptions {
  /** Operations in a full batch, 1 to 50. */
  readonly operations?: number;
}

/**
 * Turns records into batches as they come: a batch is given out as soon as it is full, so that memory holds one batch and
 * the ids that were seen.
 */
export class Converter {
  readonly #mapping: CompiledMapping;
  readonly #size: number;
  readonly #ids = new IdRegister();
  #texts: string[] = [];
  #members: BatchMember[] = [];
  #counts = { records: 0, operations: 0, batches: 0, refused: 0, excluded: 0, duplicates: 0 };

  constructor(mapping: CompiledMapping, { operations = MAX_OPERATIONS }: ConverterOptions = {}) {
    if (!Number.isInteger(operations) || operations < 1 || operations > MAX_OPERATIONS) {
      throw new RangeError(`a batch holds 1 to ${MAX_OPERATIONS} operations, not ${operations}`);
    }
    this.#mapping = mapping;
    this.#size = operations;
  }

  get counts(): ConversionCounts {
    return { ...this.#counts };
  }

  *add(record: MappedRecord): Generator<ConversionEvent> {
    this.#counts.records++;
    const outcome = this.#mapping.convert(record);
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

/** The warning that an earlier record has the same id, or nearly. */
export function repeatedId(
  { number, line }: Pick<MappedRecord, 'number' | 'line'>,
  externalId: string,
  earlier: EarlierId,
): RecordProblem {
  const isSame = earlier.kind === 'same';
  return {
    code: isSame ? 'value.id.duplicate' : 'value.id.near-duplicate',
    severity: 'warning',
    message: isSame
      ? `The externalId of this record is also that of the record in line ${earlier.line}. Which of the two Entra processes last is not defined: one of them has to go.`
      : `The externalId of this record is nearly that of the record in line ${earlier.line}: case, blanks, unseen characters, the Unicode form or zeros in front tell them apart. If both are one person, correct one; Entra would make two accounts.`,
    record: number,
    line,
    path: 'externalId',
    value: externalId,
  };
}
