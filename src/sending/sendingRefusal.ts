import type { LockHolder } from '../runs/runStore';

/** Why a plan is not sent, or a run not resumed. Nothing was sent by the call that was refused. */
export type RefusalReason =
  /** Another window or command sends to this job: {@link SendingRefusal.holder}. */
  | 'busy'
  /** An earlier run of the job has requests whose outcome is unknown: {@link SendingRefusal.run}. */
  | 'unsettled'
  /** The confirmation is for another plan, or something changed since the plan was made. */
  | 'changed'
  /** A guard stops it, or was not answered as it demands. */
  | 'guarded'
  /** The files of the run are damaged, or of a newer version: it can be shown, not resumed. */
  | 'damaged'
  /** There is no such run. */
  | 'missing'
  /** It has nothing more to send. */
  | 'complete'
  /** Parts of a resumed run that must equal those of its plan, and differ now. */
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
  /** Whether a new plan may take over what the run has not sent. */
  readonly offersRest?: boolean;
}

/** Sending is refused before anything is sent. The message says what is wrong and names nobody. */
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
