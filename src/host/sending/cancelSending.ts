import type { Services } from '../services';

const NOT_AWAITED = {
  cause: 'The log was not read to its end, because the run was discarded.',
  remedy: 'Read the log again.',
} as const;

/**
 * Stops a run for good: an active one of this window after the request in flight, any other in its current state. Sent requests
 * stay sent.
 */
export async function cancelSending(services: Pick<Services, 'runs' | 'sending'>, id: string): Promise<void> {
  const own = services.runs.find(id)?.active;
  if (own !== undefined) {
    own.cancel();
    return;
  }
  const { service, store } = await services.sending();
  const kept = await store.find(id);
  if (kept?.plan !== undefined && kept.state.phase === 'awaiting-log') await noLongerAwait(services, id);
  else await service.discardRun({ store }, id);
}

/** Everything was sent: only the log is no longer awaited. */
async function noLongerAwait({ sending }: Pick<Services, 'sending'>, id: string): Promise<void> {
  const open = await (await sending()).store.open(id);
  try {
    await open.journal.append({ type: 'silent', ...NOT_AWAITED, isFinal: true });
  } finally {
    await open.close();
  }
}
