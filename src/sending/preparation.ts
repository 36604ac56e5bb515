import type { Connection, OpenedConnection } from '../connections/connection';
import type { GuardFacts } from '../core/guards/guardFacts';
import type { GuardDecision, GuardFinding } from '../core/guards/guard';
import type { PlanFile } from '../core/journal/planFile';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan } from '../core/run/plan';
import type { PlanMoment } from '../core/convert/planMoment';
import type { PlannedBodies } from '../core/run/plannedBody';
import type { PlannedSource, Planner, PlanningOptions } from './planner';

/** What somebody wants to send. */
export interface SendRequest {
  readonly planner: Planner;
  readonly connection: Connection;
  readonly opened: OpenedConnection;
  readonly moment: PlanMoment;
  /** Only people who differ from what the job was last sent. */
  readonly onlyChanges?: boolean;
  /** Only the people of these records, and why. */
  readonly records?: { readonly bits: Uint8Array; readonly reason: PlanFile['selection'] };
  /** People who are sent alone first; left out: as the guards propose. */
  readonly pilot?: PlanningOptions['pilot'];
  /** Whether accounts are read to predict what would become of people, where that is possible. */
  readonly predicts: boolean;
  /** Predicts in place of that, by accounts that the caller has read: `plan` shows them too. */
  readonly predict?: (planned: PlannedSource, bodies: PlannedBodies) => Promise<GuardFacts['effects']>;
}

/** A plan with everything that is known of it, before anybody has said yes. Nothing was sent. */
export interface Preparation {
  readonly kind: 'prepared';
  readonly run: string;
  /** Where it is sent, and what its bodies are made with. */
  readonly request: SendRequest;
  readonly file: PlanFile;
  readonly plan: Plan;
  readonly planned: PlannedSource;
  readonly options: PlanningOptions;
  readonly facts: GuardFacts;
  readonly findings: readonly GuardFinding[];
  /** The strictest of all. */
  readonly decision: GuardDecision;
  /** The newest run of the job that the service has taken something of; `undefined`: none. */
  readonly lastRun: string | undefined;
  /** Removes what was reserved for it. */
  discard(): Promise<void>;
}

export type PrepareAnswer =
  | Preparation
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] }
  /** Only changes were wanted, and only all people will do: the reason, and what to do. */
  | { readonly kind: 'needs-all'; readonly message: string; readonly remedy: string };
