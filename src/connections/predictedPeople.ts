import type { Prediction } from '../core/provisioning/cycle/whatIf';

/** What would become of people, and how many accounts the prediction was made with. */
export interface PredictedPeople {
  /** None where the tenant does not tell enough; the notes say why. */
  readonly predictions: readonly Prediction[];
  readonly accounts: number;
  /** What is not permitted, and what was done without it: sentences that may hold the service's own words. */
  readonly notes?: readonly string[];
}
