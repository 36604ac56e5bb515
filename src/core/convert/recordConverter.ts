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

/** A record that was read from the extract again. */
export interface ReadRecord {
  readonly record: MappedRecord;
  /** Why the reader refuses it; its cells are unknown then. */
  readonly problem?: RecordProblem;
}

/** The outcome of a record. */
export type ConvertedRecord =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | Extract<RecordEvent, { kind: 'refused' | 'excluded' }>;

/** The body of a rebuilt request. */
export interface RequestBody {
  readonly bytes: Uint8Array;
  readonly operations: readonly Operation[];
  /** The offset of the first operation in bytes; operations are separated by a comma. */
  readonly start: number;
}

/** Converts single records of an extract with the writer for whole extracts, so that the bytes are the same. */
export class RecordConverter {
  readonly #mapping: ByteMapping;

  constructor(compiled: CompiledMapping, model: MappingModel, columns: readonly string[]) {
    this.#mapping = compileByteMapping(compiled, model, columns);
  }

  /** The outcome of each record, in the given order. Request numbers count only these records. */
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

  /**
   * The body of a request with these records. Each record must become an operation, and they must fit into one request.
   */
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
