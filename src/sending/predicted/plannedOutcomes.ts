import type { Connection } from '../../connections/connection';
import type { ShownOutcome } from '../../core/provisioning/prediction/outcomes';
import { shownOutcome } from '../../core/provisioning/prediction/outcomes';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import type { Plan } from '../../core/run/plan';
import { sentIn } from '../../core/run/plan';

/** The predicted outcome for a record's person. */
export interface PlannedOutcome {
  /** The record's number, from 1. */
  readonly record: number;
  readonly outcome: ShownOutcome;
}

/** The predicted outcomes of a plan's people, in the order of sending; `undefined` unless everybody has one. */
export function plannedOutcomes(plan: Plan, predictions: readonly Prediction[]): readonly PlannedOutcome[] | undefined {
  const sent = plan.batches.flatMap((batch) => [...sentIn(plan, batch)]);
  if (sent.length !== predictions.length) return undefined;
  return predictions.map((prediction, place) => ({
    record: (sent[place] ?? 0) + 1,
    outcome: shownOutcome(prediction),
  }));
}

/** A connection that reports its first prediction, which is about the people of a plan. */
export function watchedPredictions(
  connection: Connection,
  onPredicted: (predictions: readonly Prediction[]) => void,
): Connection {
  const predict = connection.predict?.bind(connection);
  if (predict === undefined) return connection;
  let isFirst = true;
  const watched: Connection['predict'] = async (...asked) => {
    const predicted = await predict(...asked);
    if (isFirst) onPredicted(predicted.predictions);
    isFirst = false;
    return predicted;
  };
  return Object.create(connection, { predict: { value: watched } }) as Connection;
}
