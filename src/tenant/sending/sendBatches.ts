import type { PlannedBodies } from '../../core/run/plannedBody';
import type { JobTenant } from '../tenant';
import { Sending } from './sending';
import type { SendEvent } from './sendEvent';
import type { SendOptions } from './sendOptions';

/**
 * Sends the bodies of batches as fast as the pace permits, each until it is accepted or given up, or sending stops;
 * `nextStep` decides what is retried, and when. Every request is in the journal before it is sent, and its outcome
 * before its event. A batch is always retried with the same bytes. If the consumer stops iterating, sending stops after
 * the requests in flight. An error that is not a `TenantError` is a bug and is thrown.
 */
export async function* sendBatches(
  tenant: JobTenant,
  bodies: PlannedBodies,
  options: SendOptions,
): AsyncGenerator<SendEvent, void, undefined> {
  const sending = new Sending(tenant, bodies, options);
  try {
    yield* sending.events();
  } finally {
    await sending.close();
  }
}
