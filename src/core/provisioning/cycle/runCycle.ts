import type { JsonObject } from '../../json/jsonValue';
import type { Change } from './change';
import type { CompiledJob } from '../job/compiledJob';
import type { Cycle, CycleRecord, EscrowedRecord } from './cycle';
import { countCycle } from './cycle';
import type { CycleContext } from './cycleContext';
import { flowContexts } from './cycleContext';
import { decideRecord } from './decideRecord';
import type { Decision, RecordFrame } from './decision';
import type { JobState } from './jobState';
import { overlayState } from './jobState';
import { claimAccount } from './matchAccount';
import { settleReferences } from './settleReferences';
import type { InSteps } from './inSteps';
import { drained } from './inSteps';
import { heldStep } from './steps';

export interface CycleInput {
  /**
   * The staged resources, in the order of staging. If a person has several records, each is processed in that order:
   * approximated.
   */
  readonly resources: readonly JsonObject[];
  readonly job: CompiledJob;
  readonly state: JobState;
  readonly context: CycleContext;
}

/**
 * Runs one cycle of a job and returns the result of each record. Changes `state`. References to people who appear later
 * in the cycle are resolved at its end; those that are still unresolved are retried at the end of the next cycle.
 */
export function runCycle(input: CycleInput): Cycle {
  return drained(cycleInSteps(input));
}

/** The same, one record in each step. Nothing else may use `state` until it has finished. */
export function* cycleInSteps(input: CycleInput): InSteps<Cycle> {
  const isOver = yield* exceedsThreshold(input);
  const { resources, state, job } = input;
  const changes: Change[] = [];
  const stagedDeletes: CycleRecord[] = [];
  const escrowed: EscrowedRecord[] = [];
  const frame: RecordFrame = { ...input, contextOf: flowContexts(input.context), seen: new Map() };
  for (const [record, resource] of resources.entries()) {
    const decision = decideRecord(resource, frame);
    const isHeld = isOver && decision.change.outcome === 'disabled';
    const change = isHeld ? held(decision.change, input.context) : takeDecision(decision, frame);
    changes.push({ record, ...change });
    const { externalId, refusal } = change;
    if (isHeld) stagedDeletes.push({ externalId, resource });
    if (change.outcome === 'failed' && refusal !== undefined) escrowed.push({ externalId, resource, refusal });
    yield;
  }
  changes.push(...settleReferences(state, job.flavour));
  const waiting = [...state.unresolved.entries()].map(([externalId, references]) => ({ externalId, references }));
  return { changes, stagedDeletes, escrowed, waiting, counters: countCycle(resources.length, changes, waiting.length) };
}

/**
 * Whether the cycle would disable more accounts than the threshold allows, according to a trial run. If so, it disables
 * none; which accounts the service disables before it notices is not documented. Source: Entra, accidental deletions.
 */
function* exceedsThreshold({ resources, job, state, context }: CycleInput): InSteps<boolean> {
  const { deletionThreshold } = context;
  if (deletionThreshold === undefined || resources.length <= deletionThreshold) return false;
  const trial = { ...context, newId: (externalId: string) => `new ${externalId}` };
  const contextOf = flowContexts(trial);
  const frame: RecordFrame = { job, state: overlayState(state), context: trial, contextOf, seen: new Map() };
  let disabled = 0;
  for (const resource of resources) {
    const decision = decideRecord(resource, frame);
    takeDecision(decision, frame);
    if (decision.change.outcome === 'disabled') disabled++;
    yield;
  }
  return disabled > deletionThreshold;
}

function held(change: Change, { deletionThreshold = 0 }: CycleContext): Change {
  const steps = [...change.steps.slice(0, -1), heldStep(deletionThreshold)];
  return { ...change, outcome: 'held', action: 'stagedDelete', status: 'skipped', steps };
}

/** Writes a decision to the state. */
function takeDecision({ change, account, link, leavesScope, waiting }: Decision, frame: RecordFrame): Change {
  const { directory, links, unresolved, outOfScope } = frame.state;
  const { externalId } = change;
  const id = account === undefined ? '' : account.id || frame.context.newId(externalId);
  if (account !== undefined) {
    directory.put({ id, values: account.values });
    claimAccount(id, externalId, frame.seen);
  }
  if (leavesScope === undefined) {
    outOfScope.delete(externalId);
    const known = id || link;
    if (known !== undefined && known !== '') links.set(externalId, known);
    // Among several records of one person, the last one that mentions references decides
    if (waiting?.length === 0) unresolved.delete(externalId);
    else if (waiting !== undefined) unresolved.set(externalId, waiting);
  } else {
    outOfScope.set(externalId, true);
    if (leavesScope) {
      links.delete(externalId);
      unresolved.delete(externalId);
    }
  }
  return id === '' ? change : { ...change, targetId: id };
}
