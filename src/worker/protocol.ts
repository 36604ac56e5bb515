import type { PlanMoment } from '../core/mapping/planMoment';
import type { RecordProblem } from '../core/problem';
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
  readonly header: { readonly in: Omit<ConversionInput, 'moment'>; readonly out: readonly string[] | undefined };
}

export type WorkerCallName = keyof WorkerCalls;

export type WorkerRequest = {
  [Name in WorkerCallName]: { readonly id: number; readonly call: Name; readonly input: WorkerCalls[Name]['in'] };
}[WorkerCallName];

export type WorkerResponse =
  | { readonly id: number; readonly output: WorkerCalls[WorkerCallName]['out'] }
  /** Our own mistake: the message and stack of what was thrown. */
  | { readonly id: number; readonly fault: string };
