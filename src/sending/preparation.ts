import type { Connection, OpenedConnection } from '../connections/connection';
import type { GuardFacts } from '../core/guards/guardFacts';
import type { GuardDecision, GuardFinding } from '../core/guards/guard';
import type { PlanFile } from '../core/journal/planFile';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan } from '../core/run/plan';
import type { PlanMoment } from '../core/convert/planMoment';
import type { PlannedBodies } from '../core/run/plannedBody';
import type { PlannedSource, Planner, PlanningOptions } from './planner';

/** The input for sending. */
export interface SendRequest {
  readonly planner: Planner;
  readonly connection: Connection;
  readonly opened: OpenedConnection;
  readonly moment: PlanMoment;
  /** Send only people who differ from what the job was last sent. */
  readonly onlyChanges?: boolean;
  /** Send only the people of these records, and why. */
  readonly records?: { readonly bits: Uint8Array; readonly reason: PlanFile['selection'] };
  /** People who are sent alone first; default: as the guards propose. */
  readonly pilot?: PlanningOptions['pilot'];
  /** Whether to read accounts, if possible, to predict what would happen to people. */
  readonly predicts: boolean;
  /** Predicts from accounts that the caller has already read; `plan` also shows them. */
  readonly predict?: (planned: PlannedSource, bodies: PlannedBodies) => Promise<GuardFacts['effects']>;
}

/** A plan with everything that is known about it, before it is confirmed. Nothing has been sent. */
export interface Preparation {
  readonly kind: 'prepared';
  readonly run: string;
  /** The target, and the planner of the bodies. */
  readonly request: SendRequest;
  readonly file: PlanFile;
  readonly plan: Plan;
  readonly planned: PlannedSource;
  readonly options: PlanningOptions;
  readonly facts: GuardFacts;
  readonly findings: readonly GuardFinding[];
  /** The strictest of the findings. */
  readonly decision: GuardDecision;
  /** The newest run with a request that the service has accepted; `undefined` if there is none. */
  readonly lastRun: string | undefined;
  /** Removes the run's reservation. */
  discard(): Promise<void>;
}

export type PrepareAnswer =
  | Preparation
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] }
  /** Only changes were requested, but everybody must be sent; with the reason and the remedy. */
  | { readonly kind: 'needs-all'; readonly message: string; readonly remedy: string };
