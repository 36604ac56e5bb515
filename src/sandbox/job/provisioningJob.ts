import type { JsonObject } from '../../core/json/jsonValue';
import type { Change } from '../../core/provisioning/cycle/change';
import type { SandboxClock, Timer } from '../clock';
import type { Application } from '../gate/identity';
import type { CycleContext } from '../../core/provisioning/cycle/cycleContext';
import type { InSteps } from '../../core/provisioning/cycle/inSteps';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import type { JobEngine } from './jobEngine';
import type { JobFacts } from './jobJson';
import type { JobCondition, JobRecord } from './jobRecord';
import { newJobRecord } from './jobRecord';
import type { JobRules } from './jobRules';
import { newAccountIds } from '../../core/provisioning/cycle/newAccountIds';
import type { JobError } from './quarantine';
import { quarantined } from './quarantine';
import type { Reset } from './resetScope';
import { clears } from './resetScope';
import { settleCycle, settleFailure } from './settle';
import { nextCycle, takeStaged } from './takeStaged';

export interface JobOptions {
  readonly clock: SandboxClock;
  readonly application: Application;
  readonly engine: JobEngine;
  readonly rules: JobRules;
  /** Creates an id for an account or a run. */
  readonly newId: () => string;
  /** The current tenant. */
  readonly tenant: () => Pick<CycleContext, 'defaultDomain' | 'verifiedDomains'>;
  /** The reason why the whole job cannot run at present. */
  readonly obstacle: () => JobError | undefined;
  /** Whether staged operations are deleted before a cycle processes them. */
  readonly purges: () => boolean;
  /** Called before a cycle with the records that it will process. */
  readonly beforeCycle: (resources: readonly JsonObject[], context: CycleContext) => void;
  /** Called after a cycle with the results of its records. */
  readonly afterCycle: (changes: readonly Change[]) => void;
}

/**
 * A provisioning job: stages operations, runs cycles when they are due, and obeys its controls. Source for the
 * controls: Microsoft Graph, synchronizationJob: start, pause, restart; Entra, inbound provisioning FAQ.
 */
export class ProvisioningJob {
  readonly #options: JobOptions;
  #record: JobRecord;
  #next: Timer | undefined;

  constructor(options: JobOptions, record: JobRecord = newJobRecord) {
    this.#options = options;
    this.#record = record;
    this.#plan();
  }

  get application(): Application {
    return this.#options.application;
  }

  get engine(): JobEngine {
    return this.#options.engine;
  }

  get record(): JobRecord {
    return this.#record;
  }

  /** Number of operations that wait for the next cycle. */
  get staged(): number {
    return this.#record.staged.length;
  }

  get facts(): JobFacts {
    const { application, rules, engine } = this.#options;
    return {
      ...this.#record,
      id: application.jobId,
      templateId: application.flavour,
      interval: rules.cycleDelay ?? rules.cycleInterval,
      staged: this.staged,
      linked: engine.state.links.size,
      deletesThreshold: rules.deletesThreshold,
    };
  }

  /** Stages all operations, or none if the queue does not have room for them. Returns whether they were staged. */
  stage(resources: readonly JsonObject[]): boolean {
    if (this.staged + resources.length > this.#options.rules.queueCapacity) return false;
    const { staged, stagedSince } = this.#record;
    this.#set({ staged: [...staged, ...resources], stagedSince: stagedSince ?? this.#now() });
    return true;
  }

  /** Stages operations again that were staged before a restart of the sandbox. */
  restage(resources: readonly JsonObject[], at: number): void {
    const { staged, stagedSince } = this.#record;
    this.#set({ staged: [...staged, ...resources], stagedSince: stagedSince ?? at });
  }

  /** Predicts a cycle over only these records, without changing anything. */
  predict(resources: readonly JsonObject[]): readonly Prediction[] {
    const context = { ...this.#context(), newId: newAccountIds() };
    return this.engine.predict(resources, context);
  }

  /** Like `predict`, in steps. Valid as long as nothing changes. */
  predictInSteps(resources: readonly JsonObject[]): InSteps<readonly Prediction[]> {
    const context = { ...this.#context(), newId: newAccountIds() };
    return this.engine.predictInSteps(resources, context);
  }

  /** Resumes a paused job, and ends its quarantine. */
  start(): void {
    this.#set({ schedule: 'Active', quarantine: undefined, isImposed: false });
  }

  /** Stops cycles until the job is started; operations are still staged. */
  pause(): void {
    this.#set({ schedule: 'Paused', isImposed: false });
  }

  /**
   * Restarts the job. A running job with staged operations finishes its cycle first; a stopped one loses them.
   * `ForceDeletes` carries out held deletes.
   */
  restart(resets: readonly Reset[]): void {
    const { schedule, quarantine, held, staged } = this.#record;
    const isRunning = schedule === 'Active' && quarantine === undefined;
    const finishesFirst = isRunning && staged.length > 0;
    const clearsEscrows = clears(resets, 'Escrows');
    if (resets.includes('Full')) this.engine.unlink();
    this.#set({
      schedule: 'Active',
      isImposed: false,
      held: [],
      ...((clears(resets, 'QuarantineState') || resets.includes('None')) && { quarantine: undefined }),
      ...(!isRunning && { staged: [], stagedSince: undefined }),
      ...(clearsEscrows && finishesFirst && { clearsEscrows: true }),
      ...(clearsEscrows && !finishesFirst && { escrows: new Map(), escrowsPruned: false }),
    });
    if (clears(resets, 'ForceDeletes') && held.length > 0) this.#run(held, true);
  }

  /** Makes the next cycle process everybody again. */
  reevaluate(): void {
    this.#set({ reevaluates: this.#record.known.size > 0 });
  }

  /** Puts the job into a scenario's condition. */
  impose(condition: JobCondition): void {
    if (condition.kind === 'paused') {
      this.#set({ schedule: 'Paused', isImposed: true });
      return;
    }
    const { reason, error } = condition;
    const { quarantine } = this.#options.rules;
    this.#set({ quarantine: quarantined(undefined, reason, this.#now(), quarantine, error), isImposed: true });
  }

  /** Ends the condition that a scenario caused, if the job is still in it. */
  lift(): void {
    if (this.#record.isImposed) this.start();
  }

  /** Stops running cycles. */
  dispose(): void {
    this.#next?.dispose();
    this.#next = undefined;
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #set(change: Partial<JobRecord>): void {
    this.#record = { ...this.#record, ...change };
    this.#plan();
  }

  /** Sets the timer for the next cycle that is due. */
  #plan(): void {
    this.#next?.dispose();
    const due = nextCycle(this.#record, this.#options.rules, this.#now());
    const run = (): void => {
      this.#cycle();
    };
    this.#next = due === undefined ? undefined : this.#options.clock.after(Math.max(0, due - this.#now()), run);
  }

  #cycle(): void {
    const { rules, obstacle, newId, afterCycle, purges } = this.#options;
    const { quarantine } = this.#record;
    const now = this.#now();
    if (quarantine !== undefined && now - quarantine.began >= rules.quarantine.disabledAfter) {
      this.#set({ schedule: 'Disabled' });
      return;
    }
    const error = obstacle();
    if (error !== undefined) {
      this.#set(settleFailure(this.#record, error, { now, id: newId(), rules }));
      afterCycle([]);
      return;
    }
    if (purges()) this.#record = { ...this.#record, staged: [], stagedSince: undefined };
    const { resources, rest } = takeStaged(this.#record, now);
    this.#record = rest;
    this.#run(resources, false);
  }

  #run(resources: readonly JsonObject[], isForced: boolean): void {
    const { newId, rules, beforeCycle, afterCycle } = this.#options;
    const { deletionThreshold, ...rest } = this.#context();
    const context = isForced || deletionThreshold === undefined ? rest : { ...rest, deletionThreshold };
    const { now } = context;
    beforeCycle(resources, context);
    const cycle = this.engine.cycle(resources, context);
    this.#set(
      settleCycle(this.#record, resources, cycle, { now, id: newId(), rules, linked: this.engine.state.links.size }),
    );
    afterCycle(cycle.changes);
  }

  /** The context for a cycle at the present time. */
  #context(): CycleContext {
    const { newId, rules, tenant } = this.#options;
    const { deletesThreshold: deletionThreshold } = rules;
    const threshold = deletionThreshold === undefined ? {} : { deletionThreshold };
    return { now: this.#now(), newId, ...tenant(), ...threshold };
  }
}
