import type { JsonObject } from '../../core/json/jsonValue';
import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { Overrides } from '../job/jobSchemaStore';
import type { JobCondition } from '../job/jobRecord';
import type { JobError } from '../job/quarantine';
import type { SandboxAnswer } from '../message';
import type { Permission } from '../gate/permissions';
import type { CallKind } from '../routes';

/** A call, as far as a scenario cares. */
interface CallFacts {
  readonly operation: CallKind;
  /** Which call of its operation it is since the scenario was chosen, counted from 1. */
  readonly ordinal: number;
  /** Milliseconds since then, by the sandbox's clock. */
  readonly elapsed: number;
}

/** What goes wrong with a call: another answer instead of the service's, or the service's own answer that does not arrive. */
export type ScenarioFault = { readonly answer: SandboxAnswer } | { readonly isAnswerLost: true };

/** How a scenario changes the tenant. What is left out is as it should be. */
export interface Effects {
  readonly fault?: (call: CallFacts) => ScenarioFault | undefined;
  /** Permissions that the application has not been granted. */
  readonly withheld?: readonly Permission[];
  /** Milliseconds from an entry to its being readable. */
  readonly logLatency?: number;
  /** Milliseconds that the service's clock is ahead; behind when negative. */
  readonly clockOffset?: number;
  /** What state the job is in. */
  readonly job?: JobCondition;
  /** What makes every cycle of the job fail as a whole. */
  readonly obstacle?: JobError;
  /** The sign-in name of every n-th newcomer belongs to another account, the first newcomer's among them. */
  readonly takenNames?: number;
  /** The tenant's only verified domain. */
  readonly onlyDomain?: string;
  /** Disables and deletes of one cycle beyond which all of them are held. */
  readonly deletesThreshold?: number;
  /** What was staged is deleted before a cycle takes it. */
  readonly purges?: boolean;
  /** A page of the log as it is answered in place of the service's own. */
  readonly rewriteLog?: (page: readonly JsonObject[]) => readonly JsonObject[];
  /** Expressions in the place of the job's own, by target attribute. */
  readonly expressions?: Overrides;
}

/** A day in the life of a tenant that a user picks by its name. */
export interface Scenario {
  /** What the command line calls it. */
  readonly name: string;
  readonly title: string;
  /** What it is like, in one line of a list: 82 characters at the most. */
  readonly summary: string;
  /** One sentence: what the user will see, and what it is good for. */
  readonly description: string;
  /** The flavour of the job that it is about, where it is not the one to Entra ID. */
  readonly flavour?: JobFlavour;
  readonly effects: Effects;
}
