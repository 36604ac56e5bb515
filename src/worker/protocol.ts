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

/** An extract and a mapping to be converted. The worker opens no file but the extract, if it is given its path. */
export interface ConversionInput {
  readonly bytes: ExtractPlace;
  readonly mapping: string;
  /** What functions of time and chance read: what the preview showed is sent with the preview's moment. */
  readonly moment: PlanMoment;
  /** How large the extract may be; left out: as large as is usual. */
  readonly limits?: SizeLimits;
}

/** An extract to be planned. */
export interface PlanInput extends ConversionInput {
  /** What it is called, and where it is. */
  readonly source: Pick<PlanSource, 'name' | 'path' | 'uri'>;
  /** The worker writes digests where these say, and reads what the job was last sent. */
  readonly wishes: Omit<PlanningOptions, 'moment' | 'signal'>;
}

/** What is to be sent. */
export type PlanAnswer = PlannedSource | { readonly problems: readonly RecordProblem[] };

/** An extract to be shown. */
export interface ShownInput extends Omit<ConversionInput, 'mapping'> {
  /** Left out: the records are shown as they are. */
  readonly mapping?: string;
  /** Of problems, by code, as the user wants them. */
  readonly levels?: ProblemLevels;
  /** What the user has chosen; what the mapping states goes first. */
  readonly encoding?: string;
  readonly request: ListRequest;
  /** As in {@link PreviewContent}: of what is shown from now on. */
  readonly edition: number;
  /** The states of its records in a run that goes on, as `packStates` gives them. */
  readonly states?: Uint8Array;
}

/** How far an extract is read that is shown, and what is found so far. */
export type ConversionStatus =
  | {
      readonly kind: 'ready';
      readonly version: number;
      /** Names and target are put in by the panel. */
      readonly content: Omit<PreviewContent, 'extract' | 'mapping' | 'connection' | 'reading'>;
      /** Tells its bytes from any others, once all are read. */
      readonly fingerprint?: string;
    }
  | {
      readonly kind: 'problems';
      readonly version: number;
      readonly problems: readonly RecordProblem[];
      /** What was open before is still shown. */
      readonly isKept?: true;
    }
  /** The file is not the one that was read: it has to be opened again. */
  | { readonly kind: 'changed'; readonly version: number };

/** An extract to check with a mapping that may have errors. */
export interface ExaminationInput extends ConversionInput {
  /** Maximum number of records to check. */
  readonly records: number;
  /** The number of the record that is given back, from 1. */
  readonly record: number;
}

/** An extract that is open as text, and the mapping that it is meant for, if there is one. */
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
  /** Something newer was asked under the same key: this look was given up. */
  | { readonly kind: 'superseded' };

/** The key of an extract that is shown or sent. It stays in the worker until it is dropped or opened again. */
interface Keyed {
  readonly key: string;
}

/** What the worker is asked, by name: what goes in and what comes out. Of a key that is not open there is nothing. */
export interface WorkerCalls {
  /** Begins to read an extract, and answers with all of it, or with its first screen when that takes long. */
  readonly open: { readonly in: Keyed & ShownInput; readonly out: ConversionStatus | undefined };
  /** Answers once there is more to say than in that version. */
  readonly status: {
    readonly in: Keyed & { readonly version: number };
    readonly out: ConversionStatus | undefined;
  };
  /** Narrows the list down. */
  readonly narrow: { readonly in: Keyed & { readonly request: ListRequest }; readonly out: undefined };
  /** Shows records in their states of a run. */
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
  /** Rows by their place in the list; `undefined` for another list than the present one. */
  readonly rows: {
    readonly in: Keyed & {
      readonly view: number;
      readonly from: number;
      readonly count: number;
      /** Columns whose cells are wanted. */
      readonly cells?: readonly number[];
    };
    readonly out: readonly PreviewRow[] | undefined;
  };
  readonly detail: { readonly in: Keyed & { readonly record: number }; readonly out: PreviewDetail | undefined };
  /** Requests by their place, from 0; `undefined` where they cannot be read any more. */
  readonly requests: {
    readonly in: Keyed & { readonly from: number; readonly count: number };
    readonly out: readonly ShownRequest[] | undefined;
  };
  /** The body of a request by its number, made again from the extract; `undefined` where there is none. */
  readonly request: { readonly in: Keyed & { readonly number: number }; readonly out: RequestText | undefined };
  /** The number of the request that a record's operation is in. */
  readonly requestOf: { readonly in: Keyed & { readonly record: number }; readonly out: number | undefined };
  /** The bodies of requests by their place, from 0, each followed by a line end. */
  readonly bodies: {
    readonly in: Keyed & { readonly from: number; readonly count: number };
    readonly out: Uint8Array | undefined;
  };
  /** The current number of a record whose earlier id and number are known. */
  readonly recordOfId: {
    readonly in: Keyed & { readonly id: string; readonly near: number };
    readonly out: number | undefined;
  };
  /** The record that a physical line belongs to. */
  readonly recordAtLine: { readonly in: Keyed & { readonly line: number }; readonly out: number | undefined };
  /** Begins to compare an extract, in the place of what is compared under the key. */
  readonly compare: { readonly in: Keyed & CompareInput; readonly out: CompareStatus | undefined };
  /** Answers once there is more to say of a comparison than in that version. */
  readonly compareStatus: {
    readonly in: Keyed & { readonly version: number };
    readonly out: CompareStatus | undefined;
  };
  /** Narrows the people of a comparison down. */
  readonly narrowCompared: { readonly in: Keyed & { readonly request: ComparedRequest }; readonly out: undefined };
  /** Their rows by their place in the list; `undefined` for another list than the present one. */
  readonly comparedRows: {
    readonly in: Keyed & { readonly view: number; readonly from: number; readonly count: number };
    readonly out: readonly ComparedRow[] | undefined;
  };
  readonly comparedDetail: {
    readonly in: Keyed & { readonly record: number };
    readonly out: ComparedDetail | undefined;
  };
  readonly drop: { readonly in: Keyed; readonly out: undefined };
  /** Converts a whole extract to be sent, and keeps what its bodies are made from until it is dropped. */
  readonly plan: { readonly in: Keyed & PlanInput; readonly out: PlanAnswer };
  /** How much of an extract is read for its plan, 0 to 1; nothing while none is being made. */
  readonly planShare: { readonly in: Keyed; readonly out: number | undefined };
  /** The next body of a plan, made again from the extract; nothing after the last one. Each reading begins with the first. */
  readonly nextBody: {
    readonly in: Keyed & { readonly reading: number };
    readonly out: PlannedBody | LostBody | undefined;
  };
  /** Nobody wants the bodies of a reading any more. */
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
  /** Looks at an extract and keeps nothing of it; another look under the same key takes its place. */
  readonly examine: { readonly in: ExaminationInput & { readonly key: string }; readonly out: ExaminationAnswer };
  /** What is wrong with the cells of an extract, and where; nothing once something newer is asked under the same key. */
  readonly cells: {
    readonly in: Keyed & CellInput;
    readonly out: CellProblems | undefined;
  };
  /** How an extract is read, found out from its first bytes; nothing where it cannot be read. */
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
  /** Our own mistake: the message and stack of what was thrown. */
  | { readonly id: number; readonly fault: string };
