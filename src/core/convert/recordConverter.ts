import type { MappingModel } from '../mapping/model/model';
import type { RecordProblem } from '../problems/problem';
import type { ByteMapping } from './bytes/compileByteMapping';
import { compileByteMapping } from './bytes/compileByteMapping';
import type { CompiledMapping, MappedRecord } from './compileMapping';
import type { Operation } from './operation';
import { operationsOf } from './operation';
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
}
