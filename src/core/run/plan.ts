import type { Batch } from '../convert/batch';
import type { ConversionCounts, ConversionEvent } from '../convert/converter';
import { member, readJson, stringMember } from '../json/jsonValue';
import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';
import type { RecordProblem } from '../problems/problem';
import { textOf } from './textOf';

/** What is going to happen to a record. */
export type Fate =
  | { readonly kind: 'operation'; readonly batch: number }
  | { readonly kind: 'refused'; readonly problems: readonly RecordProblem[] }
  | { readonly kind: 'excluded'; readonly reason: 'where' | 'IgnoreObjectFlow' };

export interface PlannedRecord {
  /** The record's number, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
  /** Absent where the record was refused before its id was known. */
  readonly externalId?: string;
  readonly displayName?: string;
  readonly fate: Fate;
}

/** The frozen list of batches, and every record of the extract with what becomes of it. Nothing else is ever sent. */
export interface Plan {
  readonly batches: readonly Batch[];
  /** In the order of the extract; as many as it has records. */
  readonly records: readonly PlannedRecord[];
  readonly warnings: readonly RecordProblem[];
  readonly counts: ConversionCounts;
}

/** Collects the events of a conversion into a plan. */
export class PlanBuilder {
  readonly #mapping: CompiledMapping;
  readonly #batches: Batch[] = [];
  readonly #records: PlannedRecord[] = [];
  readonly #warnings: RecordProblem[] = [];

  constructor(mapping: CompiledMapping) {
    this.#mapping = mapping;
  }

  add(event: ConversionEvent): void {
    switch (event.kind) {
      case 'batch':
        this.#batches.push(event.batch);
        this.#records.push(...recordsOf(event.batch));
        return;
      case 'refused':
        this.#records.push(this.#unsent(event.record, { kind: 'refused', problems: event.problems }));
        return;
      case 'excluded':
        this.#records.push(this.#unsent(event.record, { kind: 'excluded', reason: event.reason }));
        return;
      case 'warning':
        this.#warnings.push(event.problem);
    }
  }

  finish(counts: ConversionCounts): Plan {
    const records = this.#records.sort((a, b) => a.record - b.record);
    return { batches: this.#batches, records, warnings: this.#warnings, counts };
  }

  /** A record that becomes no operation is still known by as much of its id and name as its rules give. */
  #unsent(record: MappedRecord, fate: Fate): PlannedRecord {
    const externalId = textOf('externalId', record, this.#mapping);
    const displayName = textOf('displayName', record, this.#mapping);
    return {
      record: record.number,
      line: record.line,
      ...(externalId === undefined ? {} : { externalId }),
      ...(displayName === undefined ? {} : { displayName }),
      fate,
    };
  }
}

function recordsOf(batch: Batch): readonly PlannedRecord[] {
  const json = readJson(batch.body);
  const operations = 'value' in json ? member(json.value, 'Operations') : undefined;
  return batch.members.map(({ record, line, externalId }, index) => {
    const operation = Array.isArray(operations) ? (operations[index] as unknown) : undefined;
    const displayName = stringMember(member(operation, 'data'), 'displayName');
    return {
      record,
      line,
      externalId,
      ...(displayName === undefined ? {} : { displayName }),
      fate: { kind: 'operation' as const, batch: batch.number },
    };
  });
}
