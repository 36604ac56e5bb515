import type { Comparison } from '../core/baseline/comparison';
import type { PlanSurvey, SourceFindings } from '../core/baseline/survey';
import type { PlanMoment } from '../core/convert/planMoment';
import type { PlanMapping, PlanSource } from '../core/journal/planFile';
import type { RecordProblem } from '../core/problems/problem';
import type { HiddenPerson } from '../core/run/people/hiddenPeople';
import type { PilotChoice, Selection } from '../core/run/people/peopleSelection';
import type { Plan } from '../core/run/plan';
import type { PlannedBodies } from '../core/run/plannedBody';
import type { KeepingOptions } from '../runs/baseline/openKeeping';
import type { Known } from '../core/guards/guardFacts';

export type { Selection } from '../core/run/people/peopleSelection';

export interface PlanningOptions {
  readonly moment: PlanMoment;
  readonly selection: Selection;
  /**
   * The people of the first request, at most 50: the first ones of the selection, or given records. Empty for no pilot.
   */
  readonly pilot: PilotChoice;
  readonly keeping: KeepingOptions;
  readonly signal?: AbortSignal;
}

export interface PlannedSource {
  readonly plan: Plan;
  /** Eight bytes per record: the keyed hash of its matching id, or zeros if it has none. */
  readonly ids: Uint8Array;
  readonly source: PlanSource;
  readonly survey: PlanSurvey;
  /** The parts of `GuardFacts` that come from the conversion. */
  readonly findings: SourceFindings;
  /** People whom the filter hides, whose accounts are checked; absent if there are too many or there is no filter. */
  readonly hidden?: readonly HiddenPerson[];
  readonly comparison: Known<Comparison | undefined>;
  /** Number of operations in the pilot's request; 0 without a pilot. */
  readonly pilot: number;
}

/** Plans one source, and rebuilds the bodies as often as needed. */
export interface Planner {
  readonly mapping?: PlanMapping;
  plan(options: PlanningOptions): Promise<PlannedSource | { readonly problems: readonly RecordProblem[] }>;
  /** The bodies of a plan that was made with these options, each compared with its planned hash. */
  bodies(planned: PlannedSource, options: PlanningOptions): PlannedBodies;
  /** Releases what was kept for rebuilding bodies. */
  close(): Promise<void>;
}
