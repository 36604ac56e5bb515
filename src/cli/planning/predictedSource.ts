import type { GuardFacts } from '../../core/guards/guardFacts';
import { effectsOf } from '../../core/guards/effectsOf';
import type { JsonObject } from '../../core/json/jsonValue';
import { newAccountIds } from '../../core/provisioning/cycle/newAccountIds';
import { createJobState } from '../../core/provisioning/cycle/jobState';
import { createDirectory } from '../../core/provisioning/directory/directory';
import { whatIf } from '../../core/provisioning/cycle/whatIf';
import { predictedHidden } from '../../core/run/people/hiddenPeople';
import type { PlannedBodies } from '../../core/run/plannedBody';
import { predictPlan, resourcesOf } from '../../core/run/prediction/predictPlan';
import type { PlannedSource } from '../../sending/planner';
import type { PredictedPlan } from './describePlan';
import type { PlanPrediction } from './planPrediction';

/** Predicts the outcomes of everybody in a plan, or says why that is not possible any more. */
export async function predictSource(
  { plan, hidden }: Pick<PlannedSource, 'plan' | 'hidden'>,
  bodies: PlannedBodies,
  prediction: PlanPrediction,
): Promise<PredictedPlan | { readonly message: string; readonly remedy: string }> {
  const users: JsonObject[] = [];
  for await (const body of bodies) {
    if (body.kind === 'lost') return body;
    for (const user of resourcesOf(body)) users.push(user);
  }
  const { job, accounts, domains } = prediction;
  const context = { ...domains, now: Date.now(), newId: newAccountIds() };
  const state = createJobState(createDirectory(accounts.users));
  const records = predictPlan(plan, users, job, state, context);
  if (hidden === undefined) return { ...prediction, records };
  const inactive = hidden.map(({ resource }) => resource);
  return { ...prediction, records, hidden: predictedHidden(hidden, whatIf(inactive, job, state, context)) };
}

/** A prediction in the form that guards count. */
export function effectsOfPrediction({ records, accounts, hidden }: PredictedPlan): GuardFacts['effects'] {
  return { known: effectsOf(records, { accounts: accounts.users.length, ...(hidden && { hidden }) }) };
}
