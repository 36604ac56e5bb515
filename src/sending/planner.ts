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
  /** People of the first request, at most 50: so many of the selected from the beginning, or these records of them. None for no pilot. */
  readonly pilot: PilotChoice;
  readonly keeping: KeepingOptions;
  readonly signal?: AbortSignal;
}

export interface PlannedSource {
  readonly plan: Plan;
  /** Eight bytes a record: the keyed hash of its matching id, zeros where it has none. */
  readonly ids: Uint8Array;
  readonly source: PlanSource;
  readonly survey: PlanSurvey;
  /** The parts of `GuardFacts` that only the conversion knows. */
  readonly findings: SourceFindings;
  /** People whom the filter hides, to check their accounts; absent if they are too many or there is no filter. */
  readonly hidden?: readonly HiddenPerson[];
  readonly comparison: Known<Comparison | undefined>;
  /** Operations of the first request where there is a pilot, else 0. */
  readonly pilot: number;
}

/** Makes plans of one source, and their bodies again as often as they are asked for. */
export interface Planner {
  readonly mapping?: PlanMapping;
  plan(options: PlanningOptions): Promise<PlannedSource | { readonly problems: readonly RecordProblem[] }>;
  /** The bodies of a plan that was made with these options, each compared with its hash. */
  bodies(planned: PlannedSource, options: PlanningOptions): PlannedBodies;
  /** Releases what was kept to make bodies. */
  close(): Promise<void>;
}
