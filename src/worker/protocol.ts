import type { ExtractHeader, SizeLimits } from '../core/csv/extractEvent';
import type { MappedRecord } from '../core/convert/compileMapping';
import type { PlanMoment } from '../core/convert/planMoment';
import type { ValueFindings } from '../core/examine/valueFinding';
import type { RecordProblem } from '../core/problems/problem';
import type { ProblemLevels } from '../core/problems/problemLevels';
import type { ExtractProfile } from '../core/profile/extractProfile';
import type { LostBody, PlannedBody } from '../core/run/plannedBody';
import type { PlanSource } from '../core/journal/planFile';
import type { PlannedSource, PlanningOptions } from '../sending/planner';
import type { CellProblems } from '../extract/cells/cellProblem';
import type { CellOptions } from '../extract/cells/findCellProblems';
import type { ExtractPlace } from '../extract/index/extractPlace';
import type { ComparedDetail, ComparedRequest, ComparedRow } from '../preview/comparison/comparedPeople';
import type { ListRequest, PreviewContent, PreviewDetail, PreviewRow } from '../preview/previewState';
import type { RequestText, ShownRequest } from '../preview/requests/shownRequest';
import type { CompareInput, CompareStatus } from './comparing/protocol';

/** An extract and a mapping to convert. The worker opens no file except the extract, if it gets its path. */
export interface ConversionInput {
  readonly bytes: ExtractPlace;
  readonly mapping: string;
  /** The input of functions of time and chance: an extract is sent with the moment that its preview showed. */
  readonly moment: PlanMoment;
  /** The maximum size of the extract. Default: the usual limit. */
  readonly limits?: SizeLimits;
}

/** An extract to plan. */
export interface PlanInput extends ConversionInput {
  /** Its name and place. */
  readonly source: Pick<PlanSource, 'name' | 'path' | 'uri'>;
  /** Where the worker writes digests, and reads what the job was last sent. */
  readonly wishes: Omit<PlanningOptions, 'moment' | 'signal'>;
}

/** What to send. */
export type PlanAnswer = PlannedSource | { readonly problems: readonly RecordProblem[] };

/** An extract to show. */
export interface ShownInput extends Omit<ConversionInput, 'mapping'> {
  /** Left out: the records are shown unconverted. */
  readonly mapping?: string;
  /** Levels of problems, by code, as the user wants them. */
  readonly levels?: ProblemLevels;
  /** The user's choices; the mapping's own settings take precedence. */
  readonly encoding?: string;
  readonly request: ListRequest;
  /** As in {@link PreviewContent}: the edition of what is shown from now on. */
  readonly edition: number;
  /** The states of its records in an active run, as `packStates` gives them. */
  readonly states?: Uint8Array;
}

/** The progress of reading a shown extract, and the results so far. */
export type ConversionStatus =
  | {
      readonly kind: 'ready';
      readonly version: number;
      /** The panel adds names and target. */
      readonly content: Omit<PreviewContent, 'extract' | 'mapping' | 'connection' | 'reading'>;
      /** Identifies its bytes, once all are read. */
      readonly fingerprint?: string;
    }
  | {
      readonly kind: 'problems';
      readonly version: number;
      readonly problems: readonly RecordProblem[];
      /** The previous extract is still shown. */
      readonly isKept?: true;
    }
  /** The file is not the one that was read: it must be opened again. */
  | { readonly kind: 'changed'; readonly version: number };

/** An extract to check with a mapping that may have errors. */
export interface ExaminationInput extends ConversionInput {
  /** Maximum number of records to check. */
  readonly records: number;
  /** The number of the record to return, from 1. */
  readonly record: number;
}

/** An extract that is open as text, and its mapping, if there is one. */
export interface CellInput extends Omit<CellOptions, 'isCancelled'>, Pick<ConversionInput, 'bytes'> {
  readonly mapping?: string;
}

export type ExaminationAnswer =
  | {
      readonly kind: 'examined';
      readonly columns: readonly string[];
      readonly profile: ExtractProfile;
      readonly values: ValueFindings;
      /** Absent if the extract has no record of that number among those that were checked. */
      readonly record?: MappedRecord;
    }
  | { readonly kind: 'unreadable'; readonly problems: readonly RecordProblem[] }
  /** There is a newer request under the same key: this check was cancelled. */
  | { readonly kind: 'superseded' };

/** The key of an extract that is shown or sent. It stays in the worker until it is dropped or opened again. */
interface Keyed {
  readonly key: string;
}

/** The requests to the worker, by name: input and output. A key that is not open gives nothing. */
export interface WorkerCalls {
  /** Starts to read an extract, and answers with all of it, or with its first screen if reading takes long. */
  readonly open: { readonly in: Keyed & ShownInput; readonly out: ConversionStatus | undefined };
  /** Answers once there is more news than in this version. */
  readonly status: {
    readonly in: Keyed & { readonly version: number };
    readonly out: ConversionStatus | undefined;
  };
  /** Filters the list. */
  readonly narrow: { readonly in: Keyed & { readonly request: ListRequest }; readonly out: undefined };
  /** Shows the states of records in a run. */
  readonly follow: {
    readonly in: Keyed & { readonly states: Uint8Array; readonly edition: number };
    readonly out: undefined;
  };
  /** Shows the outlook of sending: predictions as packed by `packOutcomes`, left out if they are unknown. */
  readonly predicted: {
    readonly in: Keyed & {
      readonly outcomes?: Uint8Array;
      /** Operations of the first request where it goes alone before all others, else 0. */
      readonly pilot: number;
      readonly edition: number;
    };
    readonly out: undefined;
  };
  /** Rows by their place in the list; `undefined` for another list than the current one. */
  readonly rows: {
    readonly in: Keyed & {
      readonly view: number;
      readonly from: number;
      readonly count: number;
      /** The requested columns. */
      readonly cells?: readonly number[];
    };
    readonly out: readonly PreviewRow[] | undefined;
  };
  readonly detail: { readonly in: Keyed & { readonly record: number }; readonly out: PreviewDetail | undefined };
  /** Requests by their place, from 0; `undefined` if they can no longer be read. */
  readonly requests: {
    readonly in: Keyed & { readonly from: number; readonly count: number };
    readonly out: readonly ShownRequest[] | undefined;
  };
  /** The body of a request by its number, made again from the extract; `undefined` if it does not exist. */
  readonly request: { readonly in: Keyed & { readonly number: number }; readonly out: RequestText | undefined };
  /** The number of the request that contains a record's operation. */
  readonly requestOf: { readonly in: Keyed & { readonly record: number }; readonly out: number | undefined };
  /** The bodies of requests by their place, from 0, each followed by a line end. */
  readonly bodies: {
    readonly in: Keyed & { readonly from: number; readonly count: number };
    readonly out: Uint8Array | undefined;
  };
  /** The current number of a record by its earlier id and number. */
  readonly recordOfId: {
    readonly in: Keyed & { readonly id: string; readonly near: number };
    readonly out: number | undefined;
  };
  /** The record of a physical line. */
  readonly recordAtLine: { readonly in: Keyed & { readonly line: number }; readonly out: number | undefined };
  /** Starts to compare an extract, in place of the comparison under the key. */
  readonly compare: { readonly in: Keyed & CompareInput; readonly out: CompareStatus | undefined };
  /** Answers once there is more news about a comparison than in this version. */
  readonly compareStatus: {
    readonly in: Keyed & { readonly version: number };
    readonly out: CompareStatus | undefined;
  };
  /** Filters the people of a comparison. */
  readonly narrowCompared: { readonly in: Keyed & { readonly request: ComparedRequest }; readonly out: undefined };
  /** Their rows by their place in the list; `undefined` for another list than the current one. */
  readonly comparedRows: {
    readonly in: Keyed & { readonly view: number; readonly from: number; readonly count: number };
    readonly out: readonly ComparedRow[] | undefined;
  };
  readonly comparedDetail: {
    readonly in: Keyed & { readonly record: number };
    readonly out: ComparedDetail | undefined;
  };
  readonly drop: { readonly in: Keyed; readonly out: undefined };
  /** Converts a whole extract for sending, and keeps the source of its bodies until it is dropped. */
  readonly plan: { readonly in: Keyed & PlanInput; readonly out: PlanAnswer };
  /** The share of an extract that has been read for its plan, 0 to 1; nothing while there is no planning. */
  readonly planShare: { readonly in: Keyed; readonly out: number | undefined };
  /** The next body of a plan, made again from the extract; nothing after the last one. Each reading begins with the first. */
  readonly nextBody: {
    readonly in: Keyed & { readonly reading: number };
    readonly out: PlannedBody | LostBody | undefined;
  };
  /** The bodies of a reading are no longer needed. */
  readonly endBodies: { readonly in: Keyed & { readonly reading: number }; readonly out: undefined };
  /** Guesses a mapping for an extract. */
  readonly guess: {
    readonly in: {
      readonly bytes: ExtractPlace;
      readonly file: string;
      readonly defaultDomain?: string;
      readonly editorEncoding?: string;
    };
    readonly out:
      | { readonly kind: 'guessed'; readonly text: string }
      | { readonly kind: 'unreadable'; readonly problem: RecordProblem };
  };
  /** Checks an extract and keeps nothing of it; another check under the same key replaces it. */
  readonly examine: { readonly in: ExaminationInput & { readonly key: string }; readonly out: ExaminationAnswer };
  /** The problems of the cells of an extract and their places; nothing once there is a newer request under the same key. */
  readonly cells: {
    readonly in: Keyed & CellInput;
    readonly out: CellProblems | undefined;
  };
  /** How to read an extract, detected from its first bytes; nothing if it cannot be read. */
  readonly header: {
    readonly in: Pick<ConversionInput, 'bytes'> & { readonly mapping?: string; readonly encoding?: string };
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
  /** A bug of ours: the message and stack of the error. */
  | { readonly id: number; readonly fault: string };
