import type { PlannedBodies } from '../../core/run/plannedBody';
import type { JobTenant } from '../tenant';
import { Sending } from './sending';
import type { SendEvent } from './sendEvent';
import type { SendOptions } from './sendOptions';

/**
 * Sends the bodies of batches as fast as the pace permits, each until it is accepted, given up, or something stops the
 * sending; `nextStep` decides what is retried, and when. Every request is in the journal before it is sent, and its
 * outcome before its event. A batch that is sent again is sent with the same bytes. A consumer that stops listening
 * stops sending after the requests in flight. An error that is not a `TenantError` is a bug and is thrown.
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
