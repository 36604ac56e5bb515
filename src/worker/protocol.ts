import type { MappedRecord } from '../core/mapping/compileMapping';
import type { PlanMoment } from '../core/mapping/planMoment';
import type { ValueFindings } from '../core/mapping/valueFinding';
import type { RecordProblem } from '../core/problem';
import type { ExtractProfile } from '../core/profile/extractProfile';
import type { Plan } from '../core/run/plan';
import type { PreviewContent, PreviewDetail } from '../preview/protocol';

/** An extract and a mapping to be converted, as bytes and text: the worker touches no file. */
export interface ConversionInput {
  readonly bytes: Uint8Array;
  readonly mapping: string;
  /** What functions of time and chance read: what the preview showed is sent with the preview's moment. */
  readonly moment: PlanMoment;
}

/** What a conversion shows of itself; names and target are put in by whoever shows it. */
export type ConversionSummary =
  | { readonly kind: 'ready'; readonly content: Omit<PreviewContent, 'extract' | 'mapping' | 'target'> }
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] };

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
  readonly plan: { readonly in: { readonly key: string }; readonly out: Plan | undefined };
  readonly drop: { readonly in: { readonly key: string }; readonly out: undefined };
  /** Guesses a mapping for an extract. */
  readonly guess: {
    readonly in: { readonly bytes: Uint8Array; readonly file: string };
    readonly out:
      | { readonly kind: 'guessed'; readonly text: string }
      | { readonly kind: 'unreadable'; readonly problem: RecordProblem };
  };
  /** Looks at an extract and keeps nothing of it; another look under the same key takes its place. */
  readonly examine: { readonly in: ExaminationInput & { readonly key: string }; readonly out: ExaminationAnswer };
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
