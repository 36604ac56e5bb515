import type { ExtractHeader, SizeLimits } from '../core/csv/extractEvent';
import type { MappedRecord } from '../core/convert/compileMapping';
import type { PlanMoment } from '../core/convert/planMoment';
import type { ValueFindings } from '../core/examine/valueFinding';
import type { RecordProblem } from '../core/problems/problem';
import type { ExtractProfile } from '../core/profile/extractProfile';
import type { Plan } from '../core/run/plan';
import type { ExtractPlace } from '../extract/index/extractPlace';
import type { LargeFilter, LargeProgress } from '../preview/largeProtocol';
import type { PreviewContent, PreviewDetail, PreviewRow } from '../preview/protocol';

/** An extract and a mapping to be converted. The worker touches no file but the extract, where it is told its path. */
export interface ConversionInput {
  readonly bytes: ExtractPlace;
  readonly mapping: string;
  /** What functions of time and chance read: what the preview showed is sent with the preview's moment. */
  readonly moment: PlanMoment;
  /** How large the extract may be; left out: as large as is usual. */
  readonly limits?: SizeLimits;
}

/**
 * What a conversion shows of itself; names and target are put in by whoever shows it. The fingerprint tells its bytes from any
 * others.
 */
export type ConversionSummary =
  | { readonly kind: 'ready'; readonly content: ShownContent; readonly fingerprint: string }
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] };

/** What is to be sent, with the fingerprint of the bytes that it was made from. */
export type PlanAnswer =
  | { readonly kind: 'planned'; readonly plan: Plan; readonly fingerprint: string }
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] };

/** How far a large extract is read, and what is found so far. */
export type LargeStatus =
  | {
      readonly kind: 'ready';
      readonly version: number;
      readonly content: LargeContent;
      /** As of {@link ConversionSummary}, once all is read. */
      readonly fingerprint?: string;
    }
  | { readonly kind: 'problems'; readonly version: number; readonly problems: readonly RecordProblem[] };

type ShownContent = Omit<PreviewContent, 'extract' | 'mapping' | 'target' | 'large'>;

type LargeContent = ShownContent & { readonly large: Omit<LargeProgress, 'reading'> };

/** An extract to be looked at, for a mapping that may have errors. */
export interface ExaminationInput extends ConversionInput {
  /** Records that are looked at, at most. */
  readonly records: number;
  /** The number of the record that is given back, from 1. */
  readonly record: number;
}

export type ExaminationAnswer =
  | {
      readonly kind: 'examined';
      readonly columns: readonly string[];
      readonly profile: ExtractProfile;
      readonly values: ValueFindings;
      /** Absent when the extract has no record of that number among those that were looked at. */
      readonly record?: MappedRecord;
    }
  | { readonly kind: 'unreadable'; readonly problems: readonly RecordProblem[] }
  /** Something newer was asked under the same key: this look was given up. */
  | { readonly kind: 'superseded' };

/**
 * What the worker is asked, by name: what goes in and what comes out. A conversion stays in the worker under its key
 * until it is dropped or opened anew.
 */
export interface WorkerCalls {
  readonly open: { readonly in: ConversionInput & { readonly key: string }; readonly out: ConversionSummary };
  readonly detail: {
    readonly in: { readonly key: string; readonly record: number };
    readonly out: PreviewDetail | undefined;
  };
  /** Converts a whole extract to be sent. Nothing of it stays in the worker. */
  readonly plan: { readonly in: ConversionInput; readonly out: PlanAnswer };
  readonly drop: { readonly in: { readonly key: string }; readonly out: undefined };
  /** Begins to read a large extract, and is there with the first screen; with no mapping the records are shown as they are. */
  readonly openLarge: {
    readonly in: Pick<ConversionInput, 'bytes' | 'moment' | 'limits'> & {
      readonly key: string;
      readonly mapping?: string;
    };
    readonly out: LargeStatus;
  };
  /** Is there once there is more to tell than in that version; nothing of what has been dropped. */
  readonly largeStatus: {
    readonly in: { readonly key: string; readonly version: number };
    readonly out: LargeStatus | undefined;
  };
  /** Narrows the list of a large extract down. */
  readonly narrow: {
    readonly in: { readonly key: string; readonly view: number; readonly filter: LargeFilter };
    readonly out: undefined;
  };
  /** Rows of a large extract, by their place in the view. */
  readonly rows: {
    readonly in: { readonly key: string; readonly view: number; readonly from: number; readonly count: number };
    readonly out: readonly PreviewRow[];
  };
  /** The record of a large extract that a physical line belongs to. */
  readonly recordAtLine: {
    readonly in: { readonly key: string; readonly line: number };
    readonly out: number | undefined;
  };
  /** Guesses a mapping for an extract. */
  readonly guess: {
    readonly in: { readonly bytes: ExtractPlace; readonly file: string };
    readonly out:
      | { readonly kind: 'guessed'; readonly text: string }
      | { readonly kind: 'unreadable'; readonly problem: RecordProblem };
  };
  /** Looks at an extract and keeps nothing of it; another look under the same key takes its place. */
  readonly examine: { readonly in: ExaminationInput & { readonly key: string }; readonly out: ExaminationAnswer };
  /** How an extract is read, found out from its first bytes; nothing where it cannot be read. */
  readonly header: {
    readonly in: Pick<ConversionInput, 'bytes'> & { readonly mapping?: string };
    readonly out: ExtractHeader | undefined;
  };
  /** One record of an extract, by its number from 1. */
  readonly record: {
    readonly in: Omit<ConversionInput, 'moment'> & { readonly record: number };
    readonly out: MappedRecord | undefined;
  };
}

export type WorkerCallName = keyof WorkerCalls;

export type WorkerRequest = {
  [Name in WorkerCallName]: { readonly id: number; readonly call: Name; readonly input: WorkerCalls[Name]['in'] };
}[WorkerCallName];

export type WorkerResponse =
  | { readonly id: number; readonly output: WorkerCalls[WorkerCallName]['out'] }
  /** Our own mistake: the message and stack of what was thrown. */
  | { readonly id: number; readonly fault: string };
