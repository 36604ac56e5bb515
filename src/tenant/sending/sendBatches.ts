import type { PlannedBodies } from '../../core/run/plannedBody';
import type { JobTenant } from '../tenant';
import { Sending } from './sending';
import type { SendEvent } from './sendEvent';
import type { SendOptions } from './sendOptions';

/**
 * Sends the bodies of batches as fast as the pace permits, each until it is accepted, given up, or something stops the sending; what
 * is tried again, and when, `nextStep` decides. Every request is in the journal before it leaves, and what became of it before its
 * event. A batch that is sent again is sent with the same bytes. A consumer that stops listening ends the sending after the requests
 * in flight. What is no `TenantError` is our own mistake and is thrown.
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
