import { KeptRuns } from '../runs/keptRuns';
import { findSource } from './source/findSource';
import type { SourceServices } from './source/workerPlanner';
import type { Sending } from './openSending';

/** The runs of this machine; their people are named by reading their sources again. */
export function openKeptRuns(sending: Sending, services: SourceServices): KeptRuns {
  return new KeptRuns(sending, (plan) => findSource(services, plan));
}
