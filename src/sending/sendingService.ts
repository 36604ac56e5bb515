import type { Explanation } from '../core/logs/explanations';
import type { DamagedRun, KeptRun, RunStore } from '../runs/runStore';
import type { ActiveRun } from './activeRun';
import type { Confirmation, FollowOptions } from './confirmation';
import type { RecordSelection, ResumeRequest, Resumption, ShownRun } from './keptRuns';
import type { OperationAgain } from './kept/operationOf';
import type { Planner } from './planner';
import type { Preparation, PrepareAnswer, SendRequest } from './preparation';
import type { SendingContext } from './sendingContext';
import type { VerifyRequest } from './verifyRun';

export interface PreparingOptions {
  readonly signal?: AbortSignal;
  /** Called with a sentence when it begins something that may take long. */
  readonly onProgress?: (what: string) => void;
}

/**
 * All ways to the network for people's data, for the command line and the editor. What is refused is a `SendingRefusal`; what the
 * service refuses before anything is sent a `TenantError`; a folder that cannot be used a `FileError`.
 */
export interface SendingService {
  /** `src/sending/prepareSending.ts` */
  prepareSending(context: SendingContext, request: SendRequest, options?: PreparingOptions): Promise<PrepareAnswer>;
  /** `src/sending/startRun.ts`: sends in the background; what goes wrong on the way is in the run's status. */
  startRun(
    context: SendingContext,
    preparation: Preparation,
    confirmation: Confirmation,
    follow: FollowOptions,
  ): Promise<ActiveRun>;
  /** `src/sending/declineRun.ts`: keeps that guards stopped a plan or a person said no; gives the run's id. */
  declineRun(context: SendingContext, preparation: Preparation): Promise<string>;
  /** `src/sending/openRun.ts`: `undefined` for a run that does not exist. */
  openRun(
    store: RunStore,
    id: string,
    names?: Planner | ShownRun,
    signal?: AbortSignal,
  ): Promise<ShownRun | DamagedRun | undefined>;
  /** `src/sending/discardRun.ts`: ends a run for good that no process is sending. */
  discardRun(context: Pick<SendingContext, 'store'>, id: string): Promise<void>;
  /** `src/sending/kept/removeRun.ts`: deletes what is kept of a run; what it sent stays known. */
  removeRun(store: RunStore, id: string): Promise<void>;
  /** Of the same file: why somebody should look before a run is removed. */
  whyKeepRun(store: RunStore, id: string): Promise<Explanation | undefined>;
  /** `src/sending/resumeRun.ts` */
  prepareResume(context: SendingContext, request: ResumeRequest, options?: PreparingOptions): Promise<Resumption>;
  /** `src/sending/search/prepareSearch.ts`: a plan to find the records at fault in a request that a run had refused. */
  prepareSearch(context: SendingContext, request: ResumeRequest, options?: PreparingOptions): Promise<PrepareAnswer>;
  resumeRun(
    context: SendingContext,
    resumption: Resumption,
    confirmation: Confirmation,
    follow: FollowOptions,
  ): Promise<ActiveRun>;
  /** `src/sending/verifyRun.ts`: reads the log of a run again. Without a planner people are known by the hashes of their ids. */
  verifyRun(context: SendingContext, request: VerifyRequest): Promise<ActiveRun>;
  /**
   * `src/sending/selections.ts`: those of a source as it is now whom a run failed to bring to their aim, and those whom it has not sent.
   * `undefined` where the source cannot be read.
   */
  failuresOf(
    store: RunStore,
    shown: ShownRun,
    planner: Planner,
    signal?: AbortSignal,
  ): Promise<RecordSelection | undefined>;
  restOf(
    store: RunStore,
    shown: ShownRun,
    planner: Planner,
    signal?: AbortSignal,
  ): Promise<RecordSelection | undefined>;
  /** Of the same file: one person of a run, by the number of their record. */
  personOf(
    store: RunStore,
    shown: ShownRun,
    planner: Planner,
    record: number,
    signal?: AbortSignal,
  ): Promise<RecordSelection | undefined>;
  /** `src/sending/kept/operationOf.ts`: what a run sent of a record, or is to send. */
  operationOf(
    store: RunStore,
    kept: KeptRun,
    planner: Planner,
    record: number,
    signal?: AbortSignal,
  ): Promise<OperationAgain>;
  /** `src/sending/simulate.ts`: sends the bodies of a plan to a sandbox; the result is kept with the plan, whose guards are checked again. */
  simulate(
    context: SendingContext,
    preparation: Preparation,
    sandbox: Pick<SendRequest, 'connection' | 'opened'>,
    options?: PreparingOptions,
  ): Promise<Preparation>;
}
