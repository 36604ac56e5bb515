import type { JsonObject } from '../../core/json/jsonValue';
import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { Overrides } from '../job/jobSchemaStore';
import type { JobCondition } from '../job/jobRecord';
import type { JobError } from '../job/quarantine';
import type { SandboxAnswer } from '../message';
import type { Permission } from '../gate/permissions';
import type { CallKind } from '../routes';

/** The facts of a call that matter to a scenario. */
interface CallFacts {
  readonly operation: CallKind;
  /** The number of the call within its operation since the scenario was chosen, from 1. */
  readonly ordinal: number;
  /** Milliseconds since the scenario was chosen, by the sandbox's clock. */
  readonly elapsed: number;
}

/** The fault of a call: an answer in place of the service's, or an answer that is lost. */
export type ScenarioFault = { readonly answer: SandboxAnswer } | { readonly isAnswerLost: true };

/** How a scenario changes the tenant. Omitted members have no effect. */
export interface Effects {
  readonly fault?: (call: CallFacts) => ScenarioFault | undefined;
  /** Permissions that the application does not have. */
  readonly withheld?: readonly Permission[];
  /** Milliseconds until an entry becomes readable. */
  readonly logLatency?: number;
  /** Milliseconds by which the service's clock is ahead; negative if it is slow. */
  readonly clockOffset?: number;
  /** The condition of the job. */
  readonly job?: JobCondition;
  /** The error with which every cycle of the job fails. */
  readonly obstacle?: JobError;
  /** Gives the sign-in name of every n-th newcomer, starting with the first, to another account. */
  readonly takenNames?: number;
  /** The tenant's only verified domain. */
  readonly onlyDomain?: string;
  /** Maximum disables and deletes of one cycle; if there are more, all are held. */
  readonly deletesThreshold?: number;
  /** Whether staged operations are deleted before a cycle processes them. */
  readonly purges?: boolean;
  /** Replaces a page of the log. */
  readonly rewriteLog?: (page: readonly JsonObject[]) => readonly JsonObject[];
  /** Expressions that replace the job's own, by target attribute. */
  readonly expressions?: Overrides;
}

/** A named condition of the sandbox, chosen by the user. */
export interface Scenario {
  /** The name on the command line. */
  readonly name: string;
  readonly title: string;
  /** One line for a list, at most 82 characters. */
  readonly summary: string;
  /** One sentence: what the user will see, and its purpose. */
  readonly description: string;
  /** The flavour of its job, if it is not the one for Entra ID. */
  readonly flavour?: JobFlavour;
  readonly effects: Effects;
}
