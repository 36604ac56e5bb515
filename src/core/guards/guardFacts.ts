import type { Comparison } from '../baseline/comparison';
import type { CountedRecords, PlanSurvey, SourceFindings } from '../baseline/survey';
import type { ConversionCounts } from '../convert/recordEvent';
import type { PlanFile, PlanSource } from '../journal/planFile';
import type { Target } from '../run/target';

/** Something that may be impossible to find out, with the reason in a clause: `the log may not be read`. */
export type Known<T> = { readonly known: T } | { readonly unknown: string };

/** The predicted effects on people whose accounts are known; see `core/run/prediction/predictPlan`. */
export interface PredictedEffects {
  /** The number of accounts; absent if only those of the plan's people may have been read. */
  readonly accounts?: number;
  readonly created: CountedRecords;
  readonly disabled: CountedRecords;
  readonly failed: CountedRecords;
  /** The matching id belongs to an account whose name and sign-in name both differ. */
  readonly otherPeople: CountedRecords;
  /** An account would get another sign-in name than it has. */
  readonly renamed: CountedRecords;
  /** An account would be made for somebody who has already left. */
  readonly madeForLeavers: CountedRecords;
  /**
   * People excluded by the filter who have left or were active before, and whose account is enabled; absent if not
   * checked.
   */
  readonly hiddenEnabled?: CountedRecords;
  /**
   * The prediction for each record, as stored with the run (`core/run/prediction/predictedOutcomes`); no guard uses it.
   */
  readonly predicted?: Uint8Array;
}

/** The job, as the service describes it. */
export interface JobFacts {
  readonly state: 'active' | 'paused' | 'disabled' | 'quarantined' | 'unknown';
  /** Whether it accepts uploads. */
  readonly isInbound: boolean;
  /** Whether the service itself stops accidental deletions; absent if it does not say. */
  readonly preventsDeletions?: boolean;
}

/** The facts for guards that do not need a destination. They name nobody. */
export interface OwnFacts extends SourceFindings {
  readonly plan: {
    readonly target: Pick<Target, 'kind'>;
    /** Which of the records are sent; absent if it is all. */
    readonly selection?: Pick<PlanFile['selection'], 'kind'>;
  };
  readonly counts: ConversionCounts;
  /** The records that are left out because of problems; absent if only their number is known. */
  readonly refused?: CountedRecords;
  readonly survey: PlanSurvey;
  /** The comparison with the last upload to this job; `undefined`: there was none. */
  readonly comparison: Known<Comparison | undefined>;
  /** `undefined`: not checked, because nobody asked for it. */
  readonly effects: Known<PredictedEffects | undefined>;
}

/** What guards look at of an extract that is compared with other people: those that a job was last sent, or those of another extract. */
export interface ComparedFacts extends OwnFacts {
  readonly plan: {
    readonly target: Pick<Target, 'kind'>;
    readonly source: Pick<PlanSource, 'kind' | 'name' | 'modifiedAt'>;
    readonly selection: Pick<PlanFile['selection'], 'kind'>;
  };
  /** The file that the people were in who are compared with: its name and time of modification. */
  readonly lastSource: Known<{ readonly name: string; readonly modifiedAt?: string } | undefined>;
}

/** The facts for all guards. They are about one plan, and name nobody. */
export interface GuardFacts extends ComparedFacts {
  readonly plan: Pick<PlanFile, 'plan' | 'target' | 'connection' | 'source' | 'selection' | 'pilot' | 'batches'>;
  /** The tenant's display name, which is typed before the first upload. */
  readonly tenantName: string;
  /** Requests. */
  readonly requests: number;
  /** People disabled by uploads to this job in the last 24 hours, by what was sent. */
  readonly disabledToday: Known<number>;
  /** Calls to this tenant in the last 24 hours, by this tool only, and how many are permitted. */
  readonly callsToday: Known<number>;
  readonly callsPerDay: number;
  readonly job: Known<JobFacts>;
  /** ISO 8601: when the same bodies were accepted; `undefined`: never. */
  readonly sameBodiesAt: Known<string | undefined>;
  /** The id of the run that they were accepted in, as far as it is still kept. */
  readonly sameBodiesRun?: string;
  /** The result of simulating this plan on a sandbox; `undefined`: there was no simulation. */
  readonly simulated?: { readonly failed: number; readonly at: string };
}
