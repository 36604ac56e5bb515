import type { LockHolder } from '../runs/runStore';

/** Why a plan is not sent, or a run not resumed. The refused call has sent nothing. */
export type RefusalReason =
  /** Another window or command is sending to this job: {@link SendingRefusal.holder}. */
  | 'busy'
  /** An earlier run of the job has requests with an unknown outcome: {@link SendingRefusal.run}. */
  | 'unsettled'
  /** The confirmation is for another plan, or something has changed since the plan was made. */
  | 'changed'
  /** A guard stops it, or was not confirmed as it demands. */
  | 'guarded'
  /** The files of the run are damaged or from a newer version: it can be shown but not resumed. */
  | 'damaged'
  /** The run does not exist. */
  | 'missing'
  /** The run has nothing left to send. */
  | 'complete'
  /** The part of a resumed run that differs from its plan. */
  | 'source'
  | 'mapping'
  | 'converter'
  | 'target'
  | 'tenant';

interface RefusalFacts {
  /** One sentence: what to do. */
  readonly remedy: string;
  readonly holder?: LockHolder;
  /** The run concerned. */
  readonly run?: string;
  /** Whether a new plan may send the rest of the run. */
  readonly offersRest?: boolean;
}

/** Sending is refused before anything is sent. The message names no person. */
export class SendingRefusal extends Error {
  override readonly name = 'SendingRefusal';
  readonly reason: RefusalReason;
  readonly remedy: string;
  readonly holder: LockHolder | undefined;
  readonly run: string | undefined;
  readonly offersRest: boolean;

  constructor(reason: RefusalReason, message: string, { remedy, holder, run, offersRest = false }: RefusalFacts) {
    super(message);
    this.reason = reason;
    this.remedy = remedy;
    this.holder = holder;
    this.run = run;
    this.offersRest = offersRest;
  }
}
