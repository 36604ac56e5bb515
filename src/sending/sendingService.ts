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
  /** Called with a sentence before a step that may take long. */
  readonly onProgress?: (what: string) => void;
}

/**
 * All functions that send people's data over the network, for the command line and the editor. Refusals of ours are a
 * `SendingRefusal`, those of the service before anything is sent a `TenantError`, and unusable folders a `FileError`.
 */
export interface SendingService {
  /** `src/sending/prepareSending.ts` */
  prepareSending(context: SendingContext, request: SendRequest, options?: PreparingOptions): Promise<PrepareAnswer>;
  /** `src/sending/startRun.ts`: sends in the background; errors during sending are in the run's status. */
  startRun(
    context: SendingContext,
    preparation: Preparation,
    confirmation: Confirmation,
    follow: FollowOptions,
  ): Promise<ActiveRun>;
  /**
   * `src/sending/declineRun.ts`: records that guards stopped a plan or that a user declined it; returns the run's id.
   */
  declineRun(context: SendingContext, preparation: Preparation): Promise<string>;
  /** `src/sending/openRun.ts`: `undefined` if the run does not exist. */
  openRun(
    store: RunStore,
    id: string,
    names?: Planner | ShownRun,
    signal?: AbortSignal,
  ): Promise<ShownRun | DamagedRun | undefined>;
  /** `src/sending/discardRun.ts`: ends a run for good that is not open in any process. */
  discardRun(context: Pick<SendingContext, 'store'>, id: string): Promise<void>;
  /** `src/sending/kept/removeRun.ts`: deletes a stored run; what it sent stays known. */
  removeRun(store: RunStore, id: string): Promise<void>;
  /** In the same file: why a user should check a run before it is removed. */
  whyKeepRun(store: RunStore, id: string): Promise<Explanation | undefined>;
  /** `src/sending/resumeRun.ts` */
  prepareResume(context: SendingContext, request: ResumeRequest, options?: PreparingOptions): Promise<Resumption>;
  /** `src/sending/search/prepareSearch.ts`: a plan to find the records at fault in a refused request of a run. */
  prepareSearch(context: SendingContext, request: ResumeRequest, options?: PreparingOptions): Promise<PrepareAnswer>;
  resumeRun(
    context: SendingContext,
    resumption: Resumption,
    confirmation: Confirmation,
    follow: FollowOptions,
  ): Promise<ActiveRun>;
  /**
   * `src/sending/verifyRun.ts`: reads the log of a run again. Without a planner, people are found by the hashes of
   * their ids.
   */
  verifyRun(context: SendingContext, request: VerifyRequest): Promise<ActiveRun>;
  /**
   * `src/sending/selections.ts`: the people in the current source whom a run failed to bring to the desired state, and
   * those whom it has not sent. `undefined` if the source cannot be read.
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
  /** In the same file: one person of a run, by record number. */
  personOf(
    store: RunStore,
    shown: ShownRun,
    planner: Planner,
    record: number,
    signal?: AbortSignal,
  ): Promise<RecordSelection | undefined>;
  /** `src/sending/kept/operationOf.ts`: what a run sent, or will send, for a record. */
  operationOf(
    store: RunStore,
    kept: KeptRun,
    planner: Planner,
    record: number,
    signal?: AbortSignal,
  ): Promise<OperationAgain>;
  /**
   * `src/sending/simulate.ts`: sends the bodies of a plan to a sandbox; returns the plan with the result, by which its
   * guards are checked again.
   */
  simulate(
    context: SendingContext,
    preparation: Preparation,
    sandbox: Pick<SendRequest, 'connection' | 'opened'>,
    options?: PreparingOptions,
  ): Promise<Preparation>;
}
