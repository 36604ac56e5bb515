import type { Comparison } from '../baseline/comparison';
import type { CountedRecords, PlanSurvey, SourceFindings } from '../baseline/survey';
import type { ConversionCounts } from '../convert/recordEvent';
import type { PlanFile, PlanSource } from '../journal/planFile';
import type { Target } from '../run/target';

/** A value, or why it is unknown, as a clause: `the log may not be read`. */
export type Known<T> = { readonly known: T } | { readonly unknown: string };

/** The predicted effects on people whose accounts are known; see `core/run/prediction/predictPlan`. */
export interface PredictedEffects {
  /** The number of accounts; absent if perhaps only those of the plan's people were read. */
  readonly accounts?: number;
  readonly created: CountedRecords;
  readonly disabled: CountedRecords;
  readonly failed: CountedRecords;
  /** People whose matching id belongs to an account with another name and another sign-in name. */
  readonly otherPeople: CountedRecords;
  /** People whose account would get another sign-in name. */
  readonly renamed: CountedRecords;
  /** People who have already left and would get a new account. */
  readonly madeForLeavers: CountedRecords;
  /**
   * People whom the filter excludes, who have left or were active before, and whose account is enabled; absent if not
   * checked.
   */
  readonly hiddenEnabled?: CountedRecords;
  /**
   * The prediction for each record, as stored with the run (`core/run/prediction/predictedOutcomes`); no guard uses it.
   */
  readonly predicted?: Uint8Array;
}

/** The job as described by the service. */
export interface JobFacts {
  readonly state: 'active' | 'paused' | 'disabled' | 'quarantined' | 'unknown';
  /** Whether it accepts uploads. */
  readonly isInbound: boolean;
  /** Whether the service prevents accidental deletions; absent if unknown. */
  readonly preventsDeletions?: boolean;
}

/** The facts for guards that do not need a destination. They contain no names of people. */
export interface OwnFacts extends SourceFindings {
  readonly plan: {
    readonly target: Pick<Target, 'kind'>;
    /** Which records are sent; absent if all are. */
    readonly selection?: Pick<PlanFile['selection'], 'kind'>;
  };
  readonly counts: ConversionCounts;
  /** The records that are left out because of problems; absent if only their number is known. */
  readonly refused?: CountedRecords;
  readonly survey: PlanSurvey;
  /** The comparison with the last upload to this job; `undefined` if there was none. */
  readonly comparison: Known<Comparison | undefined>;
  /** `undefined` if no prediction was requested. */
  readonly effects: Known<PredictedEffects | undefined>;
}

/**
 * The facts for guards over an extract that is compared with other people: the last upload to a job, or another
 * extract.
 */
export interface ComparedFacts extends OwnFacts {
  readonly plan: {
    readonly target: Pick<Target, 'kind'>;
    readonly source: Pick<PlanSource, 'kind' | 'name' | 'modifiedAt'>;
    readonly selection: Pick<PlanFile['selection'], 'kind'>;
  };
  /** The file that contained those other people: its name and modification time. */
  readonly lastSource: Known<{ readonly name: string; readonly modifiedAt?: string } | undefined>;
}

/** The facts for all guards, about one plan. They contain no names of people. */
export interface GuardFacts extends ComparedFacts {
  readonly plan: Pick<PlanFile, 'plan' | 'target' | 'connection' | 'source' | 'selection' | 'pilot' | 'batches'>;
  /** The tenant's display name, which is typed before the first upload. */
  readonly tenantName: string;
  /** The number of requests. */
  readonly requests: number;
  /** The number of people whom uploads to this job disabled in the last 24 hours, judged by what was sent. */
  readonly disabledToday: Known<number>;
  /** Calls to this tenant in the last 24 hours, by this tool alone, and the number of permitted calls. */
  readonly callsToday: Known<number>;
  readonly callsPerDay: number;
  readonly job: Known<JobFacts>;
  /** ISO 8601: when the same bodies were accepted; `undefined` if never. */
  readonly sameBodiesAt: Known<string | undefined>;
  /** The id of the run in which they were accepted, if it is still stored. */
  readonly sameBodiesRun?: string;
  /** The result of simulating this plan on a sandbox; absent if it was not simulated. */
  readonly simulated?: { readonly failed: number; readonly at: string };
}
