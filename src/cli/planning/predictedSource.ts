import type { GuardFacts } from '../../core/guards/guardFacts';
import { effectsOf } from '../../core/guards/effectsOf';
import type { JsonObject } from '../../core/json/jsonValue';
import { newAccountIds } from '../../core/provisioning/cycle/newAccountIds';
import { createJobState } from '../../core/provisioning/cycle/jobState';
import { createDirectory } from '../../core/provisioning/directory/directory';
import type { Plan } from '../../core/run/plan';
import type { PlannedBodies } from '../../core/run/plannedBody';
import { predictPlan, resourcesOf } from '../../core/run/predictPlan';
import type { PredictedPlan } from './describePlan';
import type { Foresight } from './foresight';

/** What would become of everybody in a plan; or why that cannot be told any more. */
export async function predictSource(
  plan: Plan,
  bodies: PlannedBodies,
  foresight: Foresight,
): Promise<PredictedPlan | { readonly message: string; readonly remedy: string }> {
  const users: JsonObject[] = [];
  for await (const body of bodies) {
    if (body.kind === 'lost') return body;
    for (const user of resourcesOf(body)) users.push(user);
  }
  const { job, accounts, domains } = foresight;
  const context = { ...domains, now: Date.now(), newId: newAccountIds() };
  const state = createJobState(createDirectory(accounts.users));
  return { ...foresight, records: predictPlan(plan, users, job, state, context) };
}

/** The same as guards count it. */
export function effectsOfPrediction({ records, accounts }: PredictedPlan): GuardFacts['effects'] {
  return { known: effectsOf(records, { accounts: accounts.users.length }) };
}
