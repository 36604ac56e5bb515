import type { MappingModel } from '../mapping/model/model';
import type { RecordProblem } from '../problems/problem';
import type { ByteMapping } from './bytes/compileByteMapping';
import { compileByteMapping } from './bytes/compileByteMapping';
import type { CompiledMapping, MappedRecord } from './compileMapping';
import type { Operation } from './operation';
import { operationsOf } from './operation';
import { OperationFact } from './operationTable';
import type { RecordEvent } from './recordEvent';
import { RequestWriter } from './requestWriter';

/** A record that was read again. */
export interface ReadRecord {
  readonly record: MappedRecord;
  /** Why the reader refuses it; its cells are not known then. */
  readonly problem?: RecordProblem;
}

/** The outcome of a record. */
export type ConvertedRecord =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | Extract<RecordEvent, { kind: 'refused' | 'excluded' }>;

/** The body of a request that was made again. */
export interface RequestBody {
  readonly bytes: Uint8Array;
  readonly operations: readonly Operation[];
  /** Where the first operation begins, in bytes; between two of them there is a comma. */
  readonly start: number;
}

/** Converts single records of an extract by the writer that converts all of it, so that they give the same bytes. */
export class RecordConverter {
  readonly #mapping: ByteMapping;

  constructor(compiled: CompiledMapping, model: MappingModel, columns: readonly string[]) {
    this.#mapping = compileByteMapping(compiled, model, columns);
  }

  /**
   * The outcome of each record, in the given order; the numbers of requests count only these
   * records.
   */
  convert(records: Iterable<ReadRecord>): readonly ConvertedRecord[] {
    const writer = new RequestWriter(this.#mapping, { excludedCells: true });
    const order = new Map<number, ConvertedRecord | undefined>();
    for (const { record, problem } of records) {
      order.set(record.number, undefined);
      if (problem === undefined) writer.addRecord(record);
      else writer.refuse(record, [problem]);
    }
    writer.end();
    for (const event of writer.takeEvents()) if (event.kind !== 'warning') order.set(event.record.number, event);
    for (const operation of operationsOf(writer.takeRequests()))
      order.set(operation.record, { kind: 'operation', operation });
    return [...order].map(([number, converted]) => {
      if (converted === undefined) throw new Error(`record ${number} became nothing`);
      return converted;
    });
  }

  /** The body of the request with these records. Each becomes an operation, and they are no more than a request holds. */
  request(records: Iterable<MappedRecord>): RequestBody {
    const writer = new RequestWriter(this.#mapping);
    for (const record of records) writer.addRecord(record);
    writer.end();
    const requests = writer.takeRequests();
    const [end, ...others] = requests.ends;
    if (end === undefined || others.length > 0) throw new Error(`records became ${requests.ends.length} requests`);
    return {
      bytes: requests.bytes.slice(0, end),
      operations: [...operationsOf(requests)],
      start: requests.operations.fact(0, OperationFact.start),
    };
  }
}
