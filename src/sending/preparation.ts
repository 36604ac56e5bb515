import type { Connection, OpenedConnection } from '../connections/connection';
import type { GuardFacts } from '../core/guards/guardFacts';
import type { GuardDecision, GuardFinding } from '../core/guards/guard';
import type { PlanFile } from '../core/journal/planFile';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan } from '../core/run/plan';
import type { PlanMoment } from '../core/convert/planMoment';
import type { PlannedBodies } from '../core/run/plannedBody';
import type { PlannedSource, Planner, PlanningOptions } from './planner';

/** A request to send. */
export interface SendRequest {
  readonly planner: Planner;
  readonly connection: Connection;
  readonly opened: OpenedConnection;
  readonly moment: PlanMoment;
  /** Only people who differ from what the job was last sent. */
  readonly onlyChanges?: boolean;
  /** Only the people of these records, and why. */
  readonly records?: { readonly bits: Uint8Array; readonly reason: PlanFile['selection'] };
  /** People who are sent alone first; as the guards propose if left out. */
  readonly pilot?: PlanningOptions['pilot'];
  /** Whether to read accounts, where possible, to predict what would happen to people. */
  readonly predicts: boolean;
  /** Predicts by accounts that the caller has read instead; `plan` shows them too. */
  readonly predict?: (planned: PlannedSource, bodies: PlannedBodies) => Promise<GuardFacts['effects']>;
}

/** A plan with everything that is known about it, before it is confirmed. Nothing was sent. */
export interface Preparation {
  readonly kind: 'prepared';
  readonly run: string;
  /** Where it is sent, and what makes its bodies. */
  readonly request: SendRequest;
  readonly file: PlanFile;
  readonly plan: Plan;
  readonly planned: PlannedSource;
  readonly options: PlanningOptions;
  readonly facts: GuardFacts;
  readonly findings: readonly GuardFinding[];
  /** The strictest of all. */
  readonly decision: GuardDecision;
  /** The newest run of the job that the service has accepted something from; `undefined` if there is none. */
  readonly lastRun: string | undefined;
  /** Removes its reservation. */
  discard(): Promise<void>;
}

export type PrepareAnswer =
  | Preparation
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] }
  /** Only changes were requested, but everybody must be sent: the reason, and what to do. */
  | { readonly kind: 'needs-all'; readonly message: string; readonly remedy: string };
