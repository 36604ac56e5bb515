import type { Prediction } from '../core/provisioning/cycle/whatIf';

/** The predicted outcomes of people, and the number of accounts used. */
export interface PredictedPeople {
  /** Empty if the tenant does not provide enough; the notes say why. */
  readonly predictions: readonly Prediction[];
  readonly accounts: number;
  /** What is not permitted, and its replacement: sentences that may contain the service's own text. */
  readonly notes?: readonly string[];
}
