import type { Connection, OpenedConnection } from '../../connections/connection';
import type { PredictedPeople } from '../../connections/predictedPeople';
import { effectsOf } from '../../core/guards/effectsOf';
import type { Known, PredictedEffects } from '../../core/guards/guardFacts';
import type { JsonObject } from '../../core/json/jsonValue';
import type { Plan } from '../../core/run/plan';
import { sentIn } from '../../core/run/plan';
import type { PlannedBodies } from '../../core/run/plannedBody';
import type { HiddenPerson } from '../../core/run/people/hiddenPeople';
import { predictedHidden } from '../../core/run/people/hiddenPeople';
import { predictedCodes } from '../../core/run/prediction/predictedOutcomes';
import type { PredictedRecord } from '../../core/run/prediction/predictPlan';
import { resourcesOf } from '../../core/run/prediction/predictPlan';
import { formatCount } from '../../core/text/formatCount';
import { TenantError } from '../../tenant/errors';
import type { PlannedSource } from '../planner';

/** Maximum number of people to predict, because all of them are in memory together with their accounts. */
export const MAX_PREDICTED = 20_000;

/** The source of predictions. A connection that predicts by itself need not be opened. */
interface PredictedOver {
  readonly connection: Connection;
  readonly opened?: OpenedConnection;
}

/** Predicts what would happen to the people of a plan, given the existing accounts; or says why that is unknown. */
export async function predictedEffects(
  { plan, hidden }: Pick<PlannedSource, 'plan' | 'hidden'>,
  bodies: PlannedBodies,
  over: PredictedOver,
  signal?: AbortSignal,
): Promise<Known<PredictedEffects>> {
  if (plan.counts.operations > MAX_PREDICTED)
    return { unknown: `accounts are not read for more than ${formatCount(MAX_PREDICTED)} people` };
  const people: JsonObject[] = [];
  for await (const body of bodies) {
    if (body.kind === 'lost') return { unknown: 'the extract was changed while it was planned' };
    people.push(...resourcesOf(body));
  }
  try {
    const predicted = await predict(people, over, signal);
    return judge(plan, predicted, await predictHidden(hidden, over, signal));
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    signal?.throwIfAborted();
    return { unknown: 'the accounts could not be read' };
  }
}

async function predict(
  people: readonly JsonObject[],
  { connection, opened }: PredictedOver,
  signal: AbortSignal | undefined,
): Promise<PredictedPeople> {
  const options = { ...(signal && { signal }) };
  if (connection.predict !== undefined) return connection.predict(people, options);
  if (opened === undefined) return { predictions: [], accounts: 0 };
  const [{ predictPeople }, { readJobRules }] = await Promise.all([
    import('../../connections/prediction/predictPeople'),
    import('../../connections/prediction/readJobRules'),
  ]);
  return predictPeople(people, opened.tenant, await readJobRules(opened.tenant, signal), options);
}

/** Predicts what sending people as inactive whom the filter hides would do; `undefined` if that is unavailable. */
async function predictHidden(
  hidden: readonly HiddenPerson[] | undefined,
  over: PredictedOver,
  signal: AbortSignal | undefined,
): Promise<readonly PredictedRecord[] | undefined> {
  if (hidden === undefined || hidden.length === 0) return hidden && [];
  const { predictions } = await predict(
    hidden.map(({ resource }) => resource),
    over,
    signal,
  );
  return predictions.length === hidden.length ? predictedHidden(hidden, predictions) : undefined;
}

function judge(
  plan: Plan,
  { predictions }: PredictedPeople,
  hidden: readonly PredictedRecord[] | undefined,
): Known<PredictedEffects> {
  const sent = plan.batches.flatMap((batch) => [...sentIn(plan, batch)]);
  if (predictions.length !== sent.length) return { unknown: 'the tenant does not return enough to predict it' };
  const records = predictions.map((prediction, place) => {
    const index = sent[place] ?? 0;
    return { record: index + 1, line: plan.records.lines[index] ?? 0, prediction };
  });
  return {
    known: { ...effectsOf(records, hidden && { hidden }), predicted: predictedCodes(plan.records.count, records) },
  };
}
