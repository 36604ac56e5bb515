import type { ConversionCounts } from '../convert/recordEvent';
import type { Listed } from '../problems/listed';
import type { RecordProblem } from '../problems/problem';
import type { ShownOutcome } from '../provisioning/prediction/outcomes';
import { predictedAt } from './prediction/predictedOutcomes';
import type { Refusals } from './refusals';
import { problemsOfRecord } from './refusals';
import type { RecordTexts } from './recordTexts';
import { displayNameOf, externalIdOf } from './recordTexts';

/** What the plan does with a record. */
type Fate =
  | { readonly kind: 'operation'; readonly batch: number }
  | { readonly kind: 'refused'; readonly problems: readonly RecordProblem[] }
  | { readonly kind: 'excluded'; readonly reason: ExclusionReason };

/** Why a readable record is not sent: the mapping leaves it out, or this plan does. */
type ExclusionReason =
  | 'where'
  | 'IgnoreObjectFlow'
  /** It equals what was last sent to its job. */
  | 'unchanged'
  /** It is not among the chosen records. */
  | 'unselected';

export interface PlannedRecord {
  /** The record's number, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
  /** Absent if the record was refused before its id was known. */
  readonly externalId?: string;
  readonly displayName?: string;
  readonly fate: Fate;
  /** The outcome that was predicted for the person before the record was sent. */
  readonly predicted?: ShownOutcome;
}

/** Up to 50 operations that are sent as one request. The body is rebuilt from the source when it is sent. */
export interface PlannedBatch {
  /** From 1, in the order of sending. */
  readonly number: number;
  /** The number of operations. */
  readonly operations: number;
  /** SHA-256 of the body, in hexadecimal: only this body is sent. */
  readonly hash: string;
  /**
   * The first and the last record among its operations. Records between them may be unsent, or belong to another batch.
   */
  readonly first: number;
  readonly last: number;
}

/** What the plan does with a record, as stored. */
export const enum FateCode {
  operation,
  refused,
  where,
  ignoreObjectFlow,
  /** It would be an operation, but equals what was last sent to its job. */
  unchanged,
  /** It would be an operation, but was not chosen. */
  unselected,
  /** An operation of the pilot request. */
  pilot,
}

/** Whether the record is an operation of the plan. */
export function isSent(fate: FateCode | number | undefined): boolean {
  return fate === FateCode.operation || fate === FateCode.pilot;
}

/** All records in columns: 9 bytes each, plus their texts. A record's index is its number minus one. */
interface PlannedRecords {
  readonly count: number;
  /** The physical line on which each record begins. */
  readonly lines: Uint32Array;
  /** {@link FateCode} */
  readonly fates: Uint8Array;
  readonly texts: RecordTexts;
  /** Why records are refused. */
  readonly refusals: Refusals;
  /** The prediction for each record, if requested; see {@link predictedAt}. */
  readonly predicted?: Uint8Array;
}

/**
 * The frozen list of batches, and what happens to every record of the extract. Nothing else is ever sent. It contains
 * no bodies, so it is small, and it is plain data that can be copied to another thread.
 */
export interface Plan {
  readonly batches: readonly PlannedBatch[];
  /** In the order of the extract. */
  readonly records: PlannedRecords;
  readonly warnings: Listed<RecordProblem>;
  readonly counts: ConversionCounts;
}

/** The record at an index from 0. */
export function plannedRecord(plan: Plan, index: number): PlannedRecord {
  const { lines, texts } = plan.records;
  const predicted = predictedAt(plan.records.predicted, index);
  const externalId = externalIdOf(texts, index);
  const displayName = displayNameOf(texts, index);
  return {
    record: index + 1,
    line: lines[index] ?? 0,
    ...(externalId === undefined ? {} : { externalId }),
    ...(displayName === undefined ? {} : { displayName }),
    fate: fateOf(plan, index),
    ...(predicted === undefined ? {} : { predicted }),
  };
}

/** All records, each built on demand. */
export function* plannedRecords(plan: Plan): Generator<PlannedRecord> {
  for (let index = 0; index < plan.records.count; index++) yield plannedRecord(plan, index);
}

/** The indexes of the records that a batch sends, in operation order. */
export function* sentIn({ records: { fates } }: Plan, { number, first, last }: PlannedBatch): Generator<number> {
  const own = number === 1 && fates[first - 1] === FateCode.pilot ? FateCode.pilot : FateCode.operation;
  for (let index = first - 1; index < last; index++) if (fates[index] === own) yield index;
}

function fateOf(plan: Plan, index: number): Fate {
  switch (plan.records.fates[index]) {
    case FateCode.refused:
      return {
        kind: 'refused',
        problems: problemsOfRecord(plan.records.refusals, index, plan.records.lines[index] ?? 0),
      };
    case FateCode.where:
      return { kind: 'excluded', reason: 'where' };
    case FateCode.ignoreObjectFlow:
      return { kind: 'excluded', reason: 'IgnoreObjectFlow' };
    case FateCode.unchanged:
      return { kind: 'excluded', reason: 'unchanged' };
    case FateCode.unselected:
      return { kind: 'excluded', reason: 'unselected' };
    default:
      return { kind: 'operation', batch: batchOf(plan, index + 1).number };
  }
}

/** The batch that contains a record's operation. */
export function batchOf({ batches, records: { fates } }: Plan, record: number): PlannedBatch {
  const [pilot] = batches;
  if (fates[record - 1] === FateCode.pilot && pilot !== undefined) return pilot;
  // All batches are in the order of the extract except the pilot, whose people may be anywhere
  const isPiloted = pilot !== undefined && fates[pilot.first - 1] === FateCode.pilot;
  let [low, high] = [isPiloted ? 1 : 0, batches.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((batches[middle]?.last ?? 0) < record) low = middle + 1;
    else high = middle;
  }
  const batch = batches[low];
  if (batch === undefined || record < batch.first || record > batch.last)
    throw new Error(`record ${record} is in no batch`);
  return batch;
}
