import type { Prediction } from '../core/provisioning/cycle/whatIf';

/** The predicted outcomes of people, and the number of accounts that were used. */
export interface PredictedPeople {
  /** Empty if the tenant does not give access to enough data; the notes say why. */
  readonly predictions: readonly Prediction[];
  readonly accounts: number;
  /** What is not permitted, and what is used instead: sentences that may contain the service's own text. */
  readonly notes?: readonly string[];
}
