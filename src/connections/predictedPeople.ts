import type { Prediction } from '../core/provisioning/cycle/whatIf';

/** What would become of people, and how many accounts the prediction was made with. */
export interface PredictedPeople {
  readonly predictions: readonly Prediction[];
  readonly accounts: number;
}
